package org.throughline.calls.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.calls.CallPanel;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.LocalizedText;

/// One call: purpose, mandate, dates, questions, and what other modules show of it.
public record CallPage(
        Call call,
        CallLine line,
        @Nullable LocalizedText review,
        String reviewSlug,
        List<CallPanel.Item> items,
        Questionnaire questionnaire) {}
