package org.throughline.stocktaking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// A register hosted here: that of the WSIS process under `/stocktaking`, or another process's beside it.
///
/// @param formVersion the version of the form that new entries are written with
/// @param publishedAt since when the public sees it; absent while it is closed, for the secretariat to
///                    prepare
public record ProjectCollection(
        UUID id,
        String slug,
        LocalizedText name,
        LocalizedText purpose,
        int formVersion,
        @Nullable Instant publishedAt,
        int version) {

    /// The register of the WSIS process, whose pages are `/stocktaking`.
    public static final String WSIS = "wsis";

    /// Whether everybody sees it and it takes entries.
    public boolean isOpen() {
        return publishedAt != null;
    }

    /// Where its list is, without a language.
    public String path() {
        return slug.equals(WSIS) ? "/stocktaking" : "/collections/" + slug;
    }
}
