package org.throughline.calls.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.calls.CallPanel;
import org.throughline.calls.Questionnaire;
import org.throughline.citations.MarkLine;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Surroundings;
import org.throughline.reviews.Review.Milestone;

/// One call: purpose, mandate, dates, questions, and what other modules show of it.
///
/// @param meetings of its review, since it opened
/// @param marks what it cites and was replaced since
/// @param around what others know of it
public record CallPage(
        Call call,
        CallLine line,
        @Nullable LocalizedText review,
        String reviewSlug,
        List<Milestone> meetings,
        List<CallPanel.Item> items,
        List<MarkLine> marks,
        List<Surroundings.Block> around,
        Questionnaire questionnaire) {}
