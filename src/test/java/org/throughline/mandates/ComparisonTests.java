package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

class ComparisonTests {

    // "2 Asks for a report" is the paragraph 2 with these words.
    private static List<Paragraph> revision(String... paragraphs) {
        UUID revision = UUID.randomUUID();
        return Arrays.stream(paragraphs)
                .map(one -> one.split(" ", 2))
                .map(one -> new Paragraph(
                        UUID.randomUUID(),
                        revision,
                        one[0],
                        LocalizedText.of("en", one[1]),
                        LocalizedText.EMPTY,
                        "",
                        new Source("A test", "", Certainty.CONFIRMED)))
                .toList();
    }

    private static List<String> compared(List<Paragraph> before, List<Paragraph> after) {
        return Comparison.of(before, after, "en").stream()
                .map(one -> label(one.before()) + "→" + label(one.after()))
                .toList();
    }

    private static String label(Paragraph one) {
        return one == null ? "" : one.label();
    }

    @Test
    void aParagraphThatWasPutInDoesNotTearTheOthersApart() {
        assertThat(compared(
                        revision("1 Invites all", "2 Asks for a report each year", "3 Decides to look at it again"),
                        revision(
                                "1 Invites all",
                                "2 Asks for a report every year",
                                "3 Instructs the chair to write",
                                "4 Decides to look at it again")))
                .containsExactly("1→1", "2→2", "→3", "3→4");
    }

    @Test
    void whatWasWrittenAnewKeepsItsNumber() {
        assertThat(compared(
                        revision("1 Invites all", "2 Asks for a report"),
                        revision("1 Invites all", "2 Nothing in common here")))
                .containsExactly("1→1", "2→2");
    }

    @Test
    void wordsThatComeTwiceStayWithTheirNumbers() {
        assertThat(compared(
                        revision("1 Invites all", "2 Deleted", "3 Deleted"),
                        revision("1 Deleted", "2 Deleted", "3 Deleted")))
                .containsExactly("1→1", "2→2", "3→3");
    }

    @Test
    void whatIsGoneStandsBehindWhatItFollowed() {
        assertThat(compared(
                        revision("1 Invites all", "2 Asks for a report each year", "3 Decides to look at it again"),
                        revision("1 Invites all", "2 Decides to look at it again")))
                .containsExactly("1→1", "2→", "3→2");
    }
}
