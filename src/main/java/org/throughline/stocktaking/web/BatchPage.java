package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatches.Outcome;

/// What was done to many entries: how far it is, what became of each, and the way back.
///
/// @param silent whether it is not over and nothing was done for a while, so that somebody may let it go on
public record BatchPage(
        ProjectBatch batch,
        String what,
        String by,
        boolean silent,
        List<Outcome> done,
        List<Outcome> skipped,
        List<Outcome> undone,
        List<Outcome> kept) {

    public int percent() {
        int over = batch.undoBegunAt() == null ? batch.done() + batch.skipped() : batch.undone() + batch.kept();
        int all = batch.undoBegunAt() == null ? batch.total() : batch.undone() + batch.kept() + batch.done();
        return all == 0 ? 100 : (int) (100L * over / all);
    }
}
