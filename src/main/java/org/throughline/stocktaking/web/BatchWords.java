package org.throughline.stocktaking.web;

import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatch.Kind;

/// The secretariat's words for what is done to many entries.
public final class BatchWords {

    private BatchWords() {}

    static String of(Frame frame, ProjectBatch batch) {
        return switch (batch.kind()) {
            case PUBLISH -> frame.t("stocktaking.batch.published", batch.total());
            case DECLINE -> frame.t("stocktaking.batch.declined", batch.total());
            case TAG -> frame.t("stocktaking.batch.tagged", batch.total(), batch.words());
            case UNTAG -> frame.t("stocktaking.batch.untagged", batch.total(), batch.words());
            case MERGE -> frame.t("stocktaking.batch.merged");
        };
    }

    /// What is about to be done.
    static String intent(Frame frame, Kind kind) {
        return switch (kind) {
            case PUBLISH -> frame.t("stocktaking.batch.publish");
            case DECLINE -> frame.t("stocktaking.batch.decline");
            case TAG -> frame.t("stocktaking.batch.tag");
            case UNTAG -> frame.t("stocktaking.batch.untag");
            case MERGE -> frame.t("stocktaking.merge.title");
        };
    }

    /// What follows from it, and what undoing it does not take back.
    static String follows(Frame frame, Kind kind) {
        return switch (kind) {
            case PUBLISH -> frame.t("stocktaking.batch.publish.follows");
            case DECLINE -> frame.t("stocktaking.batch.decline.follows");
            case TAG, UNTAG -> frame.t("stocktaking.batch.tag.follows");
            case MERGE -> frame.t("stocktaking.merge.follows");
        };
    }

    public static String why(Frame frame, String word) {
        return switch (word) {
            case "gone" -> frame.t("stocktaking.batch.why.gone");
            case "changed" -> frame.t("stocktaking.batch.why.changed");
            case "no-consent" -> frame.t("stocktaking.batch.why.no-consent");
            case "not-waiting" -> frame.t("stocktaking.batch.why.not-waiting");
            case "as-it-was" -> frame.t("stocktaking.batch.why.as-it-was");
            default -> "";
        };
    }
}
