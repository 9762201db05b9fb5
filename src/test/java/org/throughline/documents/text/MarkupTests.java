package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is typed is read as meant, and what is written is read again as the same text.
class MarkupTests {

    @Test
    void whatIsWrittenIsReadAsTheSameText() {
        for (long seed = 0; seed < 3_000; seed++) {
            Body body = Bodies.of(seed);
            String markup = body.markup();
            assertThat(Body.read(markup)).as("seed %d:%n%s", seed, markup).isEqualTo(body);
        }
    }

    @Test
    void aTextIsReadAsItIsMeant() {
        Body body = Body.read("""
                # Follow-up to paragraph 113

                1. Action line facilitators are **requested** to develop
                road maps.
                2. The Group may wish:
                (a) to note this report;
                (b) to *forward* it:
                (i) in English;
                (ii) in French.

                {fr}
                3. Le Groupe prend note.

                - one
                  - inner
                - two

                5) fifth
                6) sixth

                Table: Regions and inputs

                | Region | Inputs |
                | --- | --: |
                | Africa | 12 |

                > Quoted from [the resolution](https://docs.un.org/A/RES/80/173).^[Adopted in 2025.]
                """);
        assertThat(body.parts().stream().map(part -> part.getClass().getSimpleName()))
                .containsExactly(
                        "Heading",
                        "Numbered",
                        "Numbered",
                        "Numbered",
                        "Numbered",
                        "Numbered",
                        "Numbered",
                        "Numbered",
                        "Bullets",
                        "Ordered",
                        "Table",
                        "Quote");
        assertThat(body.places())
                .containsExactly(
                        "sec_1",
                        "para_1",
                        "para_2",
                        "para_2__subpara_a",
                        "para_2__subpara_b",
                        "para_2__subpara_b__item_i",
                        "para_2__subpara_b__item_ii",
                        "para_3",
                        "list_1",
                        "list_2",
                        "table_1",
                        "quote_1");
        assertThat(body.parts().get(1))
                .isEqualTo(new Part.Numbered(
                        "1.",
                        List.of(
                                Span.text("Action line facilitators are "),
                                Span.bold("requested"),
                                Span.text(" to develop road maps.")),
                        null));
        assertThat(body.parts().get(7).lang()).isEqualTo("fr");
        assertThat(((Part.Ordered) body.parts().get(9)).start()).isEqualTo(5);
        assertThat(((Part.Table) body.parts().get(10)).caption()).isEqualTo("Regions and inputs");
        assertThat(body.notes()).hasSize(1);
    }

    @Test
    void aLetterAfterHIsALetterAndAfterTheLetterAIsRoman() {
        assertThat(Numbers.depths(List.of("1.", "(g)", "(h)", "(i)", "(j)"))).containsExactly(0, 1, 1, 1, 1);
        assertThat(Numbers.depths(List.of("1.", "(a)", "(i)", "(ii)", "(b)", "(c)", "2.")))
                .containsExactly(0, 1, 2, 2, 1, 1, 0);
        assertThat(Numbers.depths(List.of("(a)", "(iv)", "(v)", "(vi)", "(b)"))).containsExactly(0, 1, 1, 1, 0);
        assertThat(Numbers.depths(List.of("2.", "2.1", "2.1.1", "3."))).containsExactly(0, 1, 2, 0);
    }

    @Test
    void whatHasNoBlockOfItsOwnIsKeptAsWords() {
        String all = Body.read("""
                ![a picture](x.png) and `code` and <b>tags</b> and [a link](javascript:alert(1)).

                ```
                fenced
                ```

                [ref]: https://example.int/unused

                2.1 billion people are offline.

                2015. a year in a line
                (ITU) is no number
                """).plain();
        assertThat(all)
                .contains(
                        "a picture",
                        "`code`",
                        "<b>tags</b>",
                        "javascript:alert(1)",
                        "fenced",
                        "https://example.int/unused",
                        "2.1 billion",
                        "(ITU) is no number");
    }

    @Test
    void noTextTakesLong() {
        for (String hostile : List.of(
                "- ".repeat(50_000),
                "> ".repeat(50_000),
                "*a ".repeat(50_000),
                "[".repeat(100_000),
                "^[".repeat(50_000),
                "| a ".repeat(20_000) + "\n" + "| - ".repeat(20_000),
                "(a) ".repeat(50_000),
                "**a*".repeat(50_000),
                "<!--".repeat(50_000),
                "`".repeat(100_000),
                "1".repeat(200_000) + ".",
                "&#".repeat(50_000))) {
            long began = System.nanoTime();
            Body read = Body.read(hostile);
            read.markup();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(hostile.substring(0, 8))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
