package org.throughline.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.throughline.platform.chart.Gantt.Item;
import org.throughline.platform.chart.Gantt.Lane;
import org.throughline.platform.chart.Gantt.Look;

class GanttTests {

    private static final Gantt.Words WORDS =
            new Gantt.Words("day", "period", "to come", "cancelled", "vague", "unsure", "today");
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    private static Item item(String label, String from, String to, Look look, boolean vague, boolean unsure) {
        return new Item(
                label, label + " in words", LocalDate.parse(from), LocalDate.parse(to), look, vague, unsure, "/x");
    }

    private static String draw(String language, Item... items) {
        return Gantt.draw(language, "Title", "Description", List.of(new Lane("Lane", List.of(items))), WORDS, TODAY)
                .markup();
    }

    private static double x(String markup, String label) {
        Matcher found = Pattern.compile("x=\"([\\d.]+)\"[^>]*>" + label + "<").matcher(markup);
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void timeRunsFromRightToLeftInArabic() {
        Item early = item("early", "2025-01-05", "2025-01-05", Look.DONE, false, false);
        Item late = item("late", "2025-10-05", "2025-10-09", Look.DONE, false, false);

        String english = draw("en", early, late);
        String arabic = draw("ar", early, late);

        assertThat(x(english, "early")).isLessThan(x(english, "late"));
        assertThat(x(arabic, "early")).isGreaterThan(x(arabic, "late"));
    }

    @Test
    void whatStandsOrIsKnownOtherwiseLooksOtherwiseWithoutColour() {
        String done = draw("en", item("a", "2025-01-05", "2025-01-05", Look.DONE, false, false));
        String planned = draw("en", item("a", "2025-01-05", "2025-01-05", Look.TO_COME, false, false));
        String unsure = draw("en", item("a", "2025-01-05", "2025-01-05", Look.TO_COME, false, true));

        assertThat(done).doesNotContain("outlined").doesNotContain("3 2");
        assertThat(planned).contains("to come").contains("fill=\"none\"");
        assertThat(unsure).contains("stroke-dasharray=\"3 2\"").contains("? a").contains("unsure");
        assertThat(done).contains("<title>a in words</title>").contains("<desc>Description</desc>");
    }

    @Test
    void manyEmptyYearsTakeNoRoom() {
        TimeScale scale = TimeScale.of(
                List.of(
                        item("a", "2025-01-05", "2025-01-05", Look.DONE, false, false),
                        item("b", "2035-01-01", "2035-12-31", Look.TO_COME, true, true)),
                100);

        assertThat(scale.years()).extracting(TimeScale.Year::year).containsExactly(2025, 2026, 2035);
        assertThat(scale.years().get(1).isGap()).isTrue();
        assertThat(scale.x(LocalDate.of(2025, 7, 1))).isLessThan(scale.x(LocalDate.of(2035, 1, 1)));
        assertThat(scale.shows(LocalDate.of(2030, 1, 1))).isFalse();
    }
}
