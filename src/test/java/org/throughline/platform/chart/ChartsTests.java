package org.throughline.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ChartsTests {

    private static final String HOSTILE = "<script>alert(1)</script> \u0000 \" onload=\"x";

    @Test
    void aChartSaysWhatItCountsInsideThePicture() {
        Element svg = picture(Charts.bars(text("en", "Inputs by region"), rows()));
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.select("> title").text()).isEqualTo("Inputs by region");
        assertThat(svg.select("> desc").text()).isEqualTo("Africa: 1,234 (50%); Arab States: 12.5 (0%); Nowhere: 0");
        assertThat(svg.select("text").eachText())
                .contains("inputs", "Africa", "1,234 (50%)", "62 published inputs of 97 received", "Counted once.");
    }

    @Test
    void theSameNumbersStandInTheDataTable() {
        DataTable data = Charts.bars(text("fr", "t"), rows()).data();
        assertThat(data.header()).containsExactly("Region", "inputs", "Share");
        assertThat(data.rows().getFirst()).containsExactly("Africa", "1\u202F234", "50\u00A0%");
        assertThat(data.rows().getLast()).containsExactly("Nowhere", "0", "–");
    }

    @Test
    void noPictureHasStyleAttributesScriptsAddressesOrIds() {
        for (Chart chart : all("en", HOSTILE)) {
            Element svg = picture(chart);
            assertThat(svg.select("[style], [id], [href], script, style, foreignObject, image, use"))
                    .isEmpty();
            assertThat(svg.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            assertThat(svg.select("text[fill=currentColor]")).isNotEmpty();
            assertThat(svg.select("[fill=currentColor]:not(text)").eachAttr("fill-opacity"))
                    .allMatch("0.12"::equals);
            assertThat(svg.hasAttr("color")).isFalse();
            assertThat(chart.svg().markup()).doesNotContain("\u0000");
        }
    }

    @Test
    void everythingStaysOnTheSheetInBothDirections() {
        for (String language : List.of("en", "ar", "zh")) {
            for (Chart chart : all(language, "label")) {
                for (Element shape : picture(chart).select("rect")) {
                    double x = Double.parseDouble(shape.attr("x"));
                    double width = Double.parseDouble(shape.attr("width"));
                    assertThat(x).isGreaterThanOrEqualTo(-0.01);
                    assertThat(x + width).isLessThanOrEqualTo(chart.svg().width() + 0.01);
                }
            }
        }
    }

    @Test
    void rightToLeftIsMirroredAndKeepsWesternDigits() {
        Chart arabic = Charts.bars(text("ar", "مساهمات"), rows());
        Element svg = picture(arabic);
        assertThat(svg.attr("direction")).isEqualTo("rtl");
        Element bar = svg.selectFirst("rect.chart-series-1");
        double end = Double.parseDouble(bar.attr("x")) + Double.parseDouble(bar.attr("width"));
        assertThat(end).isEqualTo(arabic.svg().width());
        assertThat(arabic.data().rows().getFirst().get(1)).isEqualTo("1,234");
    }

    @Test
    void seriesDifferWithoutColour() {
        Element svg = picture(all("en", "x").get(1));
        assertThat(svg.select("line.chart-paper-line")).isNotEmpty();
    }

    @Test
    void dataThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.bars(text("en", "t"), List.of(new Charts.Row("a", -1, null))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.stackedBars(
                        text("en", "t"), List.of("a", "b"), List.of(new Charts.StackedRow("r", List.of(1.0)))));
    }

    @Test
    void nothingToShowIsStillAPicture() {
        assertThat(picture(Charts.bars(text("en", "t"), List.of()))
                        .select("title")
                        .text())
                .isEqualTo("t");
    }

    static List<Chart> all(String language, String label) {
        return List.of(
                Charts.bars(
                        text(language, label), List.of(new Charts.Row(label, 3, 0.25), new Charts.Row("b", 9, null))),
                Charts.stackedBars(
                        text(language, label),
                        List.of(label, "two", "three"),
                        List.of(
                                new Charts.StackedRow("r", List.of(10.0, 20.0, 5.0)),
                                new Charts.StackedRow(label, List.of(0.0, 1.0, 300.0)))));
    }

    private static List<Charts.Row> rows() {
        return List.of(
                new Charts.Row("Africa", 1234, 0.5),
                new Charts.Row("Arab States", 12.5, 0.004),
                new Charts.Row("Nowhere", 0, null));
    }

    private static ChartText text(String language, String title) {
        return new ChartText(
                language,
                title,
                "",
                "inputs",
                "62 published inputs of 97 received",
                "Counted once.",
                "Region",
                "Share");
    }

    private static Element picture(Chart chart) {
        return Jsoup.parseBodyFragment(chart.svg().markup()).selectFirst("svg");
    }
}
