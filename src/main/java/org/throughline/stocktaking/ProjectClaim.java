package org.throughline.stocktaking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.PartialDate;
import tools.jackson.databind.JsonNode;

/// A figure that a public project claims, such as "reached 40,000 people", with where it is shown or without.
///
/// @param amount absent where only words were given
/// @param unit as it was typed
/// @param asOf, date as exactly as they are known; may be empty
/// @param document what shows it; empty for a claim without evidence
/// @param countries where the project works; empty where it does not say
/// @param from when the project began; absent where it does not say
/// @param until the last day for which the claim is made; absent where nothing says so
public record ProjectClaim(
        long project,
        String title,
        String language,
        String text,
        @Nullable BigDecimal amount,
        String unit,
        String asOf,
        String document,
        String page,
        String date,
        Set<String> countries,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public boolean hasEvidence() {
        return !document.isEmpty();
    }

    /// The claims in the answers of a public project.
    static List<ProjectClaim> of(
            long project,
            String title,
            String language,
            JsonNode claims,
            List<String> countries,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        if (!claims.isArray()) return List.of();
        return claims.valueStream()
                .filter(JsonNode::isObject)
                .map(claim -> {
                    String asOf = Answers.text(claim.get("asOf"));
                    JsonNode amount = claim.get("amount");
                    return new ProjectClaim(
                            project,
                            title,
                            language,
                            Answers.text(claim.get("text")),
                            amount != null && amount.isNumber() ? amount.decimalValue() : null,
                            Answers.text(claim.get("unit")),
                            asOf,
                            Answers.text(claim.get("document")),
                            Answers.text(claim.get("page")),
                            Answers.text(claim.get("date")),
                            Set.copyOf(countries),
                            starts,
                            PartialDate.last(asOf)
                                    .or(() -> Optional.ofNullable(ends))
                                    .orElse(null));
                })
                .toList();
    }

    /// Whether two claims may speak of the same ones: where a country is common to both projects, or one of them
    /// does not say where it works, and the times touch or are not known.
    boolean mayOverlap(ProjectClaim other) {
        boolean place = countries.isEmpty()
                || other.countries.isEmpty()
                || countries.stream().anyMatch(other.countries::contains);
        boolean apart = until != null && other.from != null && until.isBefore(other.from)
                || other.until != null && from != null && other.until.isBefore(from);
        return place && !apart;
    }
}
