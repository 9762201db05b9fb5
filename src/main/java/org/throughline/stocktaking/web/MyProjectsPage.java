package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectRecord;

/// What somebody keeps and has begun.
public record MyProjectsPage(List<Line> entries, List<ProjectDraft> drafts) {

    /// @param role what the reader is to the entry, in words
    /// @param state how it stands, in words
    public record Line(ProjectRecord entry, String role, String state, Light light) {

        /// Whether its keeper should say that it is still true.
        public boolean due() {
            return entry.publishedAt() != null && (light == Light.DUE || light == Light.STALE);
        }
    }
}
