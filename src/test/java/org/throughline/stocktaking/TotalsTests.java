package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.stocktaking.Totals.Left;
import org.throughline.stocktaking.Totals.Reason;
import org.throughline.stocktaking.Totals.Result;

/// What can be added up, and what cannot and why.
class TotalsTests {

    private static ProjectClaim claim(long project, Integer amount, String unit, String country, int from, int until) {
        return new ProjectClaim(
                project,
                "P" + project,
                "en",
                "claims " + amount,
                amount == null ? null : BigDecimal.valueOf(amount),
                unit,
                until == 0 ? "" : Integer.toString(until),
                project % 2 == 0 ? "report.pdf" : "",
                "",
                "",
                country.isEmpty() ? Set.of() : Set.of(country),
                from == 0 ? null : LocalDate.of(from, 1, 1),
                until == 0 ? null : LocalDate.of(until, 12, 31));
    }

    private static List<Reason> reasons(List<Left> left) {
        return left.stream().map(Left::reason).toList();
    }

    @Test
    void peopleOfDifferentCountriesAreAddedWhateverTheLanguageOfTheUnit() {
        Result result = Totals.add(
                List.of(claim(2, 40_000, "persons", "KE", 2020, 2024), claim(4, 1_000, "personas", "PE", 2020, 2024)));
        assertThat(result.totals()).hasSize(1);
        assertThat(result.totals().getFirst().sum()).isEqualByComparingTo("41000");
        assertThat(result.totals().getFirst().evident()).isEqualByComparingTo("41000");
        assertThat(result.totals().getFirst().left()).isEmpty();
    }

    @Test
    void peopleOfOneCountryAndTimeAreNotAddedAndTheReasonNamesTheOtherProject() {
        Result result = Totals.add(List.of(
                claim(1, 500, "people", "KE", 2020, 2022),
                claim(2, 40_000, "persons", "KE", 2021, 2024),
                claim(3, 70, "persons", "KE", 2010, 2012)));
        var total = result.totals().getFirst();
        assertThat(total.sum()).isEqualByComparingTo("40070");
        assertThat(total.evident()).isEqualByComparingTo("40000");
        assertThat(reasons(total.left())).containsExactly(Reason.OVERLAP);
        assertThat(total.left().getFirst().because().project()).isEqualTo(2);
    }

    @Test
    void whoDoesNotSayWhereOrWhenMayHaveReachedAnybody() {
        Result result =
                Totals.add(List.of(claim(1, 500, "people", "", 0, 0), claim(2, 400, "people", "KE", 2021, 2024)));
        assertThat(result.totals().getFirst().sum()).isEqualByComparingTo("500");
    }

    @Test
    void unitsAreNeverMixed() {
        Result result = Totals.add(List.of(
                claim(1, 500, "schools", "KE", 2020, 2021),
                claim(2, 400, "persons", "PE", 2020, 2021),
                claim(3, 12, "telecentres", "KE", 2020, 2021),
                claim(4, 13, "Telecentres", "KE", 2020, 2021)));
        assertThat(result.totals()).extracting(Totals.Total::unit).containsExactly("telecentres", "persons", "schools");
        assertThat(result.totals().getFirst().sum()).isEqualByComparingTo("25");
    }

    @Test
    void oneProjectIsCountedOncePerUnit() {
        Result result = Totals.add(
                List.of(claim(1, 500, "persons", "KE", 2020, 2021), claim(1, 900, "persons", "KE", 2020, 2023)));
        assertThat(result.totals().getFirst().sum()).isEqualByComparingTo("900");
        assertThat(reasons(result.totals().getFirst().left())).containsExactly(Reason.SAME_PROJECT);
    }

    @Test
    void moneyNeedsItsCurrencyAndItsYear() {
        Result result = Totals.add(List.of(
                claim(1, 500, "USD", "KE", 2020, 2021),
                claim(2, 700, "USD", "KE", 2020, 2021),
                claim(3, 900, "USD", "KE", 2020, 2022),
                claim(4, 100, "EUR", "KE", 2020, 2021),
                claim(5, 800, "dollars", "KE", 2020, 2021),
                claim(6, 800, "USD", "KE", 2020, 0)));
        assertThat(result.totals())
                .extracting(total -> total.unit() + "=" + total.sum())
                .containsExactly("USD 2021=1200", "EUR 2021=100", "USD 2022=900");
        assertThat(reasons(result.unadded())).containsExactlyInAnyOrder(Reason.NO_CURRENCY, Reason.NO_DATE);
    }

    @Test
    void whatHasNoNumberOrUnitIsSaid() {
        Result result = Totals.add(List.of(claim(1, null, "people", "KE", 0, 0), claim(2, 5, "", "KE", 0, 0)));
        assertThat(result.totals()).isEmpty();
        assertThat(reasons(result.unadded())).containsExactly(Reason.NO_AMOUNT, Reason.NO_UNIT);
    }
}
