package org.throughline.synthesis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The header block that Council documents carry, in the language of the summary.
///
/// @param background what the secretariat says before the synthesis begins: the mandate, the way the call was held.
/// It is
///     not part of the synthesis and rests on no input
public record SummaryHeader(
        String purpose,
        String actionRequired,
        List<String> strategicPlanLinks,
        String financialImplications,
        List<String> references,
        String background,
        String limits) {

    public static final SummaryHeader EMPTY = new SummaryHeader("", "", List.of(), "", List.of(), "", "");

    @JsonCreator
    public static SummaryHeader of(
            @JsonProperty("purpose") @Nullable String purpose,
            @JsonProperty("actionRequired") @Nullable String actionRequired,
            @JsonProperty("strategicPlanLinks") @Nullable List<String> strategicPlanLinks,
            @JsonProperty("financialImplications") @Nullable String financialImplications,
            @JsonProperty("references") @Nullable List<String> references,
            @JsonProperty("background") @Nullable String background,
            @JsonProperty("limits") @Nullable String limits) {
        return new SummaryHeader(
                text(purpose),
                text(actionRequired),
                list(strategicPlanLinks),
                text(financialImplications),
                list(references),
                text(background),
                text(limits));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }
}
