package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Replaced;
import org.throughline.platform.Refusal;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.ReadingList.Stage;
import org.throughline.synthesis.ReadingList.Wanted;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

/// Sections, themes and sentences change places and names, and nothing that something hangs on gets lost.
@ThroughlineTest
class OutlineTests {

    @Autowired
    Calls calls;

    @Autowired
    PublishedInputs published;

    @Autowired
    Inputs inputs;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary summaries;

    @Autowired
    Outline outline;

    @Autowired
    Drafts drafts;

    @Autowired
    ReadingList reading;

    final Actor analyst = Actor.system("analyst");
    CallId call;
    SummaryId summary;
    SectionId first;
    SectionId second;

    @BeforeEach
    void aSummaryOfThreeInputs() {
        call = SmallCall.open(calls, SmallCall.freshSlug());
        for (String text : List.of("Roads are long.", "Prices are high.", "Skills are missing."))
            summaries.input(call, text);
        summary = summaries.begin(call);
        first = sections().getFirst().id();
        second = sections().get(1).id();
    }

    private List<Section> sections() {
        return drafts.get(summary).sections();
    }

    private PassageId passage(int number, String words) {
        return summaries.passage(call, number, words);
    }

    private List<String> texts() {
        return drafts.get(summary).sentences().stream()
                .map(Draft.Sentence::text)
                .toList();
    }

    @Test
    void sectionsAreRenamedMovedAndDeletedWhenEmpty() {
        outline.renameSection(first, "A", "Roads", analyst);
        outline.moveSection(first, false);
        assertThat(sections()).extracting(Section::code).containsExactly("II", "A");
        assertThatThrownBy(() -> outline.renameSection(first, "II", "Roads", analyst))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> outline.addSection(summary, "no spaces", "Roads", analyst))
                .isInstanceOf(Refusal.class);
        workbench.write(first, null, "Roads are long.", analyst);
        assertThatThrownBy(() -> outline.deleteSection(first, analyst)).hasMessageContaining("section-in-use");
        outline.deleteSection(second, analyst);
        assertThat(sections()).extracting(Section::code).containsExactly("A");
    }

    @Test
    void aThemeWithPassagesIsMergedNotDeleted() {
        ThemeId roads = outline.addTheme(first, "Roads", analyst);
        ThemeId prices = outline.addTheme(second, "Prices", analyst);
        PassageId passage = passage(1, "Roads are long");
        workbench.gather(passage, roads);
        workbench.write(first, roads, "Roads are long.", analyst);
        assertThatThrownBy(() -> outline.deleteTheme(roads, analyst)).hasMessageContaining("theme-in-use");
        outline.merge(roads, prices, analyst);
        assertThat(drafts.gathered(prices)).extracting(Draft.Passage::id).containsExactly(passage);
        assertThat(sections().getFirst().themes()).isEmpty();
        assertThat(sections().get(1).under(prices))
                .extracting(Draft.Sentence::text)
                .containsExactly("Roads are long.");
    }

    @Test
    void themesAreOrderedAndTakeTheirSentencesAlong() {
        ThemeId roads = outline.addTheme(first, "Roads", analyst);
        ThemeId prices = outline.addTheme(first, "Prices", analyst);
        workbench.write(first, prices, "Prices are high.", analyst);
        workbench.write(first, roads, "Roads are long.", analyst);
        workbench.write(first, null, "Three inputs came.", analyst);
        assertThat(texts()).containsExactly("Three inputs came.", "Roads are long.", "Prices are high.");
        outline.moveTheme(prices, true);
        assertThat(texts()).containsExactly("Three inputs came.", "Prices are high.", "Roads are long.");
        outline.editTheme(prices, second, "Cost", analyst);
        assertThat(sections().get(1).themes()).extracting(Theme::title).containsExactly("Cost");
        assertThat(texts()).containsExactly("Three inputs came.", "Roads are long.", "Prices are high.");
    }

    @Test
    void aSentenceMovesWithinItsThemeAndToAnother() {
        ThemeId roads = outline.addTheme(first, "Roads", analyst);
        SentenceId one = workbench.write(first, roads, "One.", analyst);
        workbench.write(first, roads, "Two.", analyst);
        workbench.move(one, false);
        assertThat(texts()).containsExactly("Two.", "One.");
        workbench.move(one, false);
        workbench.rewrite(one, second, null, "One.", Set.of(), "", 0, analyst);
        assertThat(sections().get(1).sentences())
                .extracting(Draft.Sentence::text)
                .containsExactly("One.");
    }

    @Test
    void theReadingListKnowsWhatIsMarkedAndUsed() {
        SentenceId sentence = workbench.write(first, null, "Roads are long.", analyst);
        workbench.tie(sentence, passage(1, "Roads are long"));
        passage(2, "Prices");
        assertThat(reading.counts(summary, call, Wanted.ALL)).isEqualTo(new ReadingList.Counts(3, 2, 1, 1));
        assertThat(numbers(Wanted.ALL.at(Stage.UNUSED))).containsExactly(2, 3);
        assertThat(numbers(Wanted.ALL.at(Stage.UNMARKED))).containsExactly(3);
        assertThat(numbers(Wanted.ALL.at(Stage.USED))).containsExactly(1);
        assertThat(numbers(new Wanted(Stage.ALL, "are high", "", "", "q1"))).containsExactly(2);
        assertThat(numbers(new Wanted(Stage.ALL, "", "GOV", "", ""))).isEmpty();
        assertThat(reading.around(summary, call, Wanted.ALL.at(Stage.UNUSED), 2))
                .isEqualTo(new ReadingList.Neighbours(null, 3));
    }

    private List<Integer> numbers(Wanted wanted) {
        return reading.list(summary, call, wanted, 0, 10).stream()
                .map(ReadingList.Line::number)
                .toList();
    }

    @Test
    void aSentenceIsOfferedWhatItDoesNotRestOnYet() {
        ThemeId roads = outline.addTheme(first, "Roads", analyst);
        SentenceId sentence = workbench.write(first, roads, "Roads are long.", analyst);
        PassageId one = passage(1, "Roads are long");
        PassageId two = passage(2, "Prices");
        workbench.gather(one, roads);
        assertThat(offered(sentence, roads, "")).containsExactly(one);
        assertThat(offered(sentence, null, "")).containsExactly(one, two);
        assertThat(offered(sentence, null, "prices")).containsExactly(two);
        assertThat(offered(sentence, null, "2")).containsExactly(two);
        assertThat(offered(sentence, null, "%")).isEmpty();
        CallId other = SmallCall.open(calls, SmallCall.freshSlug());
        SentenceId elsewhere = workbench.write(
                drafts.get(workbench.begin(other, "Other", "en", analyst))
                        .sections()
                        .getFirst()
                        .id(),
                null,
                "Elsewhere.",
                analyst);
        workbench.tie(elsewhere, one);
        workbench.tie(sentence, List.of(one, two));
        assertThat(offered(sentence, null, "")).isEmpty();
        assertThat(drafts.get(summary).sentences().getFirst().support().inputs())
                .isEqualTo(2);
        assertThat(drafts.candidates(call, elsewhere, null, "", 1)).satisfies(found -> {
            assertThat(found.first()).hasSize(1);
            assertThat(found.found()).isEqualTo(2);
        });
    }

    @Test
    void whatNoSentenceMayRestOnIsNotOfferedButCounted() {
        SentenceId sentence = workbench.write(first, null, "Bridges are old.", analyst);
        Actor owner = new Actor(UUID.randomUUID(), "Amina", Set.of());
        var input = summaries.input(call, SmallCall.input("Bridges are old."), owner);
        PassageId old = passage(4, "Bridges");
        PassageId roads = passage(1, "Roads");
        assertThat(offered(sentence, null, "")).containsExactly(roads, old);
        Replaced.by(inputs, input.id(), SmallCall.input("Bridges are new."), owner);
        var offered = drafts.candidates(call, sentence, null, "", 10);
        assertThat(offered.first()).extracting(Draft.Passage::id).containsExactly(roads);
        assertThat(offered.found()).isOne();
        assertThat(offered.leftOut()).isOne();
        assertThat(drafts.candidates(call, sentence, null, "bridges", 10))
                .isEqualTo(new Drafts.Candidates(List.of(), 0, 1));
    }

    @Test
    void twoThemesOfASectionHaveTwoTitles() {
        outline.addTheme(first, "Roads", analyst);
        ThemeId bridges = outline.addTheme(first, "Bridges", analyst);
        assertThatThrownBy(() -> outline.addTheme(first, " roads ", analyst)).hasMessageContaining("theme-title-taken");
        assertThatThrownBy(() -> outline.editTheme(bridges, first, "Roads", analyst))
                .hasMessageContaining("theme-title-taken");
        outline.editTheme(bridges, first, "bridges", analyst);
        outline.addTheme(second, "Roads", analyst);
        assertThat(sections().getFirst().themes())
                .extracting(Draft.Theme::title)
                .containsExactly("Roads", "bridges");
    }

    private List<PassageId> offered(SentenceId sentence, @Nullable ThemeId theme, String words) {
        return drafts.candidates(call, sentence, theme, words, 10).first().stream()
                .map(Draft.Passage::id)
                .toList();
    }

    @Test
    void aLongPassageIsGivenByItsEnds() {
        PassageId passage = passage(3, "Skills … missing");
        UUID input = published.find(call, 3).orElseThrow().id();
        assertThat(drafts.passagesOf(input))
                .filteredOn(found -> found.id().equals(passage))
                .extracting(Draft.Passage::exact)
                .containsExactly("Skills are missing");
        assertThatThrownBy(() -> passage(3, "Skills … roads")).hasMessageContaining("quote-not-found");
        assertThatThrownBy(() -> passage(3, "… missing")).hasMessageContaining("quote-not-found");
        assertThatThrownBy(() -> passage(3, "s")).hasMessageContaining("quote-half-word");
    }
}
