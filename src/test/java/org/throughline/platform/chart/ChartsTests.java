package org.throughline.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.throughline.vocabulary.Vocabulary;

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
                    .allMatch(List.of("0.12", "0.05")::contains);
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

    @Test
    void everyCountryHasOnePlaceOnTheMap() {
        Vocabulary.shipped().terms(Vocabulary.COUNTRIES).forEach(country -> {
            assertThat(Tiles.ALL.has(country.code())).as(country.code()).isTrue();
            assertThat(Tiles.ALL.isState(country.code()))
                    .as(country.code())
                    .isEqualTo(country.attribute("un-status").isPresent());
        });
        assertThat(Tiles.ALL.codes().stream().map(Tiles.ALL::place)).doesNotHaveDuplicates();
    }

    @Test
    void aMapLeadsToWhatWasCountedByKeyboardToo() {
        Chart chart = Charts.map(
                text("fr", "Projets par pays"),
                List.of(
                        new Charts.Area("CH", "Suisse", 1234, "/fr/stocktaking?country=CH"),
                        new Charts.Area("GL", "Groenland", 0, "/fr/stocktaking?country=GL"),
                        new Charts.Area("BT", "Bhoutan", 0, null),
                        new Charts.Area("XX", "Ailleurs", 7, "/fr/stocktaking?country=XX")));
        Element svg = picture(chart);
        assertThat(svg.attr("role")).isEqualTo("group");
        assertThat(svg.attr("aria-label")).isEqualTo("Projets par pays");
        Element link = svg.selectFirst("a");
        assertThat(link.attr("href")).isEqualTo("/fr/stocktaking?country=CH");
        assertThat(link.selectFirst("title").text()).isEqualTo("Suisse (CH): 1\u202F234");
        assertThat(link.select("text").eachText()).containsExactly("CH", "1234");
        assertThat(svg.select("text").eachText()).contains("BT").doesNotContain("GL", "XX");
        assertThat(chart.data().rows()).containsExactly(List.of("Suisse", "1\u202F234"), List.of("Ailleurs", "7"));
        assertThat(chart.data().address(1)).isEqualTo("/fr/stocktaking?country=XX");
    }

    @Test
    void aMapIsTheSameWayRoundInEveryLanguage() {
        var areas = List.of(new Charts.Area("CL", "Chile", 3, null), new Charts.Area("NZ", "New Zealand", 4, null));
        assertThat(picture(Charts.map(text("ar", "t"), areas))
                        .select("rect.chart-shade-1, rect.chart-shade-4, rect.chart-shade-3")
                        .eachAttr("x"))
                .containsAll(picture(Charts.map(text("en", "t"), areas))
                        .select("rect[height='29.5']")
                        .eachAttr("x"));
    }

    @Test
    void everyCellOfAHeatMapHasItsNumberAndItsShade() {
        var cells = List.of(
                List.of(new Charts.Cell(0, null), new Charts.Cell(5, "/p?a=1&b=<2>")),
                List.of(new Charts.Cell(900, null), new Charts.Cell(41, null)));
        Chart chart = Charts.heatMap(
                text("en", "t"),
                "Goals",
                List.of(new Charts.Head("C1", "C1 Governments"), new Charts.Head("C2", "C2 Infrastructure")),
                List.of(new Charts.Head("1", "Goal 1"), new Charts.Head("2", "Goal 2")),
                cells);
        Element svg = picture(chart);
        assertThat(svg.select("text").eachText()).contains("0", "5", "900", "41", "C1");
        assertThat(svg.selectFirst("a").attr("href")).isEqualTo("/p?a=1&b=<2>");
        assertThat(svg.selectFirst("a title").text()).isEqualTo("C1 Governments – Goal 2: 5");
        assertThat(chart.data().rows().getLast()).containsExactly("C2 Infrastructure", "900", "41");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Charts.heatMap(text("en", "t"), "Goals", List.of(new Charts.Head("a", "a")), List.of(), cells));
    }

    @Test
    void aHeatMapSaysWhatItsColumnsAreAndNothingIsItsLightestShade() {
        Element svg = picture(Charts.heatMap(
                text("en", "t"),
                "Sustainable Development Goals",
                List.of(new Charts.Head("C1", "C1 Governments", "/lines/C1")),
                List.of(new Charts.Head("4", "SDG 4 Quality education", "/goals/4"), new Charts.Head("5", "SDG 5")),
                List.of(List.of(new Charts.Cell(0, null), new Charts.Cell(1, null)))));
        assertThat(svg.select("text").eachText()).contains("Sustainable Development Goals", "4", "5");
        assertThat(svg.select("a[href=/goals/4] title").text()).isEqualTo("SDG 4 Quality education");
        assertThat(svg.select("a[href=/lines/C1] text").text()).isEqualTo("C1");
        assertThat(svg.select("rect.chart-nothing").eachAttr("fill-opacity")).containsOnly("0.05");
        assertThat(svg.select("rect.chart-track")).isEmpty();
    }

    @Test
    void aLinkLeadsToAPageAndNowhereElse() {
        for (String address : List.of("javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", "", "/a b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Charts.bars(text("en", "t"), List.of(new Charts.Row("a", 1, null, address))));
        }
    }

    @Test
    void stepsAreRoundAndEveryNumberHasOne() {
        var numbers = new Numbers("en");
        assertThat(Steps.upTo(0).ranges(numbers)).isEmpty();
        assertThat(Steps.upTo(3).ranges(numbers)).containsExactly("1", "2", "3");
        assertThat(plain(Steps.upTo(1800).ranges(numbers)))
                .containsExactly("1–4", "5–20", "21–90", "91–400", "401–1,800");
        for (long most : List.of(1L, 2L, 7L, 99L, 13_240L, 9_000_000L)) {
            Steps steps = Steps.upTo(most);
            assertThat(steps.of(0)).isZero();
            assertThat(steps.of(1)).isEqualTo(1);
            assertThat(steps.of(most)).isEqualTo(steps.ranges(numbers).size());
        }
    }

    private static List<String> plain(List<String> texts) {
        return texts.stream().map(text -> text.replace("\u200E", "")).toList();
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
                                new Charts.StackedRow(label, List.of(0.0, 1.0, 300.0)))),
                Charts.columns(
                        text(language, label),
                        List.of(label, "two"),
                        List.of(
                                new Charts.StackedRow("2024", List.of(10.0, 20.0)),
                                new Charts.StackedRow(label, List.of(0.0, 1.0)))),
                Charts.heatMap(
                        text(language, label),
                        label,
                        List.of(new Charts.Head(label, label)),
                        List.of(new Charts.Head("1", label), new Charts.Head("2", label)),
                        List.of(List.of(new Charts.Cell(0, null), new Charts.Cell(12, null)))),
                Charts.map(
                        text(language, label),
                        List.of(new Charts.Area("CH", label, 3, null), new Charts.Area("FJ", label, 9, null))));
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
