package org.throughline.calls;

import java.time.Instant;
import java.util.UUID;
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
        Instant closesAt) {}
