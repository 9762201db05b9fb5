package org.throughline.calls;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// What the secretariat writes when it makes or edits a call. The questionnaire is written apart.
public record NewCall(
        String slug,
        @Nullable UUID reviewId,
        LocalizedText title,
        LocalizedText purpose,
        LocalizedText body,
        Call.Mandate mandate,
        Instant opensAt,
        Instant closesAt) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,60}");

    /// Whether a text can stand for a call in addresses.
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }
}
