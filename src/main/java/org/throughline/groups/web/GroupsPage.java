package org.throughline.groups.web;

import java.util.List;
import org.throughline.platform.LocalizedText;

/// Every group.
public record GroupsPage(List<Line> lines) {

    /// @param chair who is in the chair today, as far as it is known; empty for nobody
    public record Line(String code, LocalizedText name, LocalizedText about, String chair, int meetings) {}
}
