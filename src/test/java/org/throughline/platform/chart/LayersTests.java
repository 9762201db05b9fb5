package org.throughline.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.platform.chart.FlowChart.Arrow;
import org.throughline.platform.chart.FlowChart.Box;
import org.throughline.platform.chart.FlowChart.Look;

class LayersTests {

    private static Layers layers(int things, List<int[]> arrows) {
        double[] heights = new double[things];
        Arrays.setAll(heights, i -> 30 + i % 4 * 12);
        return new Layers(heights, new int[things], arrows, 10);
    }

    @Test
    void arrowsLeadForwardAndNothingCoversAnything() {
        var random = new Random(7);
        List<int[]> arrows = new ArrayList<>();
        for (int to = 1; to < 60; to++) for (int n = 0; n < 2; n++) arrows.add(new int[] {random.nextInt(to), to});
        Layers layers = layers(60, arrows);

        for (int[] arrow : arrows) assertThat(layers.thing(arrow[0]).layer).isLessThan(layers.thing(arrow[1]).layer);
        for (int i = 0; i < 60; i++)
            for (int j = i + 1; j < 60; j++) {
                Layers.Place one = layers.thing(i);
                Layers.Place other = layers.thing(j);
                if (one.layer == other.layer)
                    assertThat(Math.max(one.y, other.y))
                            .isGreaterThanOrEqualTo(
                                    (one.y < other.y ? one.y + one.height : other.y + other.height) + 9.99);
            }
        for (int arrow = 0; arrow < arrows.size(); arrow++)
            assertThat(layers.way(arrow))
                    .hasSize(layers.thing(arrows.get(arrow)[1]).layer - layers.thing(arrows.get(arrow)[0]).layer + 1);
        assertThat(IntStream.range(0, 60).mapToDouble(i -> layers.thing(i).y)).allMatch(y -> y >= -0.01);
    }

    @Test
    void whatCanBeDrawnWithoutCrossingsIs() {
        // Two bundles, given in an order that crosses them.
        Layers layers = layers(
                8,
                List.of(
                        new int[] {0, 5},
                        new int[] {1, 4},
                        new int[] {2, 5},
                        new int[] {3, 4},
                        new int[] {5, 6},
                        new int[] {4, 7}));

        assertThat(layers.crossings()).isZero();
    }

    @Test
    void aCircleIsRefused() {
        assertThatThrownBy(() -> layers(2, List.of(new int[] {0, 1}, new int[] {1, 0})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWordOfALabelIsDrawnAndArabicRunsTheOtherWay() {
        String label = "A report with a long name that needs several lines to be read in full";
        for (String language : List.of("en", "ar")) {
            Svg svg = FlowChart.draw(
                    language,
                    "T",
                    "D",
                    List.of(
                            new Box("a", label, "report, 2025", "N", 0, false, true, false, "/a"),
                            new Box("b", "B", "", "N", 1, true, false, true, "/b")),
                    List.of(new Arrow("a", "b", Look.BASIS, true)),
                    new FlowChart.Words("c", "p", "b", "u", "e"));
            for (String word : label.split(" ")) assertThat(svg.markup()).contains(word);
            assertThat(svg.hasLinks()).isTrue();
            int a = svg.markup().indexOf("href=\"/a\"");
            int b = svg.markup().indexOf("href=\"/b\"");
            double first = x(svg.markup(), a);
            double second = x(svg.markup(), b);
            if (language.equals("ar")) assertThat(first).isGreaterThan(second);
            else assertThat(first).isLessThan(second);
        }
    }

    private static double x(String markup, int from) {
        int at = markup.indexOf(" x=\"", from) + 4;
        return Double.parseDouble(markup.substring(at, markup.indexOf('"', at)));
    }
}
