package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.ProjectRecord;

/// Two entries on the way to becoming one.
///
/// @param stays the one whose number stays
/// @param gone the one that becomes part of it; absent while it is being looked for
/// @param here what the first one says at a glance; `other` the same of the second
/// @param choices entries that may be the same project, the most alike first
public record MergePage(
        ProjectRecord stays,
        @Nullable ProjectRecord gone,
        Face here,
        @Nullable Face other,
        List<Choice> choices,
        List<Row> rows,
        boolean closed,
        String typed,
        FormErrors errors) {

    /// What tells an entry from another at a glance.
    ///
    /// @param summary the beginning of its short description
    public record Face(String entity, String countries, String summary, String received) {}

    public record Choice(Likely likely, Face face) {}

    /// A field in which the two differ.
    ///
    /// @param options whose answer is kept
    public record Row(
            String code, LocalizedText label, boolean written, String stays, String gone, List<Option> options) {}
}
