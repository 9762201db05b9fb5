package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.PublishedVersions.Version;

/// The states of an entry that the public saw, and two of them compared.
///
/// @param older and `newer` the two that are compared; absent where there is one only
/// @param fields what differs between them; `same` how many fields do not
public record VersionsPage(
        long number,
        String title,
        String language,
        List<Line> lines,
        List<Option> from,
        List<Option> to,
        @Nullable Version older,
        @Nullable Version newer,
        List<Compared> fields,
        int same) {

    /// @param changed what was answered otherwise than in the version before; empty for the first one
    public record Line(Version version, String address, boolean first, List<LocalizedText> changed) {}
}
