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
/// @param likely entries that may be the same project
public record MergePage(
        ProjectRecord stays,
        @Nullable ProjectRecord gone,
        List<Likely> likely,
        List<Row> rows,
        boolean closed,
        String typed,
        FormErrors errors) {

    /// A field in which the two differ.
    ///
    /// @param options whose answer is kept
    public record Row(
            String code, LocalizedText label, boolean written, String stays, String gone, List<Option> options) {}
}
