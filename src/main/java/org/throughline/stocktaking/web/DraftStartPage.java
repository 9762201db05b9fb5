package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectDraft;

/// What one should know before beginning, and what was begun already.
///
/// @param path where this page is, without the language prefix
public record DraftStartPage(
        ProjectCollection collection, long fields, long required, List<ProjectDraft> begun, String path) {

    public boolean isWsis() {
        return collection.slug().equals(ProjectCollection.WSIS);
    }

    public String list(Frame frame) {
        return frame.url(isWsis() ? "/stocktaking" : "/collections/" + collection.slug());
    }
}
