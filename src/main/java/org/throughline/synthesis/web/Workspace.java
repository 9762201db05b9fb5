package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;

/// Finds what an address of the workbench names, and refuses parts that belong to another summary.
@Component
class Workspace {

    private static final int SENTENCE_SHOWN = 70;
    private static final int QUESTION_SHOWN = 60;

    /// A sentence with its section and its number in the summary, from 1.
    record Place(Section section, Sentence sentence, int line) {}

    /// Where a sentence can stand: in a section, or under a theme of it.
    record Spot(Section section, @Nullable Theme theme) {

        @Nullable
        ThemeId themeId() {
            return theme == null ? null : theme.id();
        }
    }

    private final Calls calls;
    private final Drafts drafts;

    Workspace(Calls calls, Drafts drafts) {
        this.calls = calls;
        this.drafts = drafts;
    }

    Call call(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    Draft draft(String slug, UUID id) {
        Draft draft = drafts.get(new SummaryId(id));
        if (!draft.slug().equals(slug)) throw Refusal.notFound();
        return draft;
    }

    Questionnaire questionnaire(Draft draft) {
        return calls.newestQuestionnaire(draft.call());
    }

    /// A question as one of several to choose from.
    static String label(Frame frame, Questionnaire.Question question) {
        return question.code() + " · " + shortened(frame.text(question.label()), QUESTION_SHOWN);
    }

    static Section section(Draft draft, UUID id) {
        return draft.sections().stream()
                .filter(section -> section.id().value().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    static Spot theme(Draft draft, UUID id) {
        return spots(draft)
                .filter(spot ->
                        spot.theme() != null && spot.theme().id().value().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    static Place sentence(Draft draft, UUID id) {
        int line = 0;
        for (Section section : draft.sections())
            for (Sentence sentence : section.sentences()) {
                line++;
                if (sentence.id().value().equals(id)) return new Place(section, sentence, line);
            }
        throw Refusal.notFound();
    }

    /// The number of each sentence in the summary, from 1.
    static Map<SentenceId, Integer> lines(Draft draft) {
        Map<SentenceId, Integer> lines = new HashMap<>();
        draft.sentences().forEach(sentence -> lines.put(sentence.id(), lines.size() + 1));
        return lines;
    }

    /// The sentences that rest on each passage.
    static Map<PassageId, List<Tied>> tied(Draft draft) {
        Map<PassageId, List<Tied>> tied = new HashMap<>();
        int line = 0;
        for (Sentence sentence : draft.sentences()) {
            line++;
            for (Draft.Passage passage : sentence.passages())
                tied.computeIfAbsent(passage.id(), p -> new ArrayList<>()).add(new Tied(line, sentence.id()));
        }
        return tied;
    }

    /// The theme a form names, which must be one of these; absent when the form names none.
    static @Nullable ThemeId theme(List<Theme> themes, String id) {
        if (id.isBlank()) return null;
        return themes.stream()
                .map(Theme::id)
                .filter(theme -> theme.value().toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::badRequest);
    }

    /// The section or theme a form names by its id.
    static Spot spot(Draft draft, String id) {
        return spots(draft).filter(spot -> id(spot).equals(id)).findFirst().orElseThrow(Refusal::badRequest);
    }

    private static Stream<Spot> spots(Draft draft) {
        return draft.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(new Spot(section, null)),
                        section.themes().stream().map(theme -> new Spot(section, theme))));
    }

    private static String id(Spot spot) {
        return (spot.theme() == null
                        ? spot.section().id().value()
                        : spot.theme().id().value())
                .toString();
    }

    /// Every section, and every theme under it, to choose where a sentence stands.
    static List<Option> spotOptions(Draft draft, String chosen) {
        return spots(draft)
                .map(spot -> new Option(id(spot), label(spot), id(spot).equals(chosen)))
                .toList();
    }

    static List<Option> sectionOptions(Draft draft, String chosen) {
        return draft.sections().stream()
                .map(section -> new Spot(section, null))
                .map(spot -> new Option(id(spot), label(spot), id(spot).equals(chosen)))
                .toList();
    }

    /// The themes of all sections, but not `without`.
    static List<Option> themeOptions(Draft draft, String chosen, @Nullable ThemeId without) {
        return spots(draft)
                .filter(spot -> spot.theme() != null && !spot.theme().id().equals(without))
                .map(spot -> new Option(id(spot), label(spot), id(spot).equals(chosen)))
                .toList();
    }

    static List<Option> themeOptions(Section section, String chosen) {
        return section.themes().stream()
                .map(theme -> new Option(
                        theme.id().value().toString(),
                        theme.title(),
                        theme.id().value().toString().equals(chosen)))
                .toList();
    }

    static List<Option> sentenceOptions(Draft draft, String chosen) {
        Map<SentenceId, Integer> lines = lines(draft);
        return draft.sentences().stream()
                .map(sentence -> {
                    String value = sentence.id().value().toString();
                    return new Option(
                            value,
                            lines.get(sentence.id()) + ". " + shortened(sentence.text(), SENTENCE_SHOWN),
                            value.equals(chosen));
                })
                .toList();
    }

    private static String label(Spot spot) {
        String section = (spot.section().code() + " " + spot.section().title()).strip();
        return spot.theme() == null
                ? section
                : spot.section().code() + " › " + spot.theme().title();
    }

    private static String shortened(String text, int shown) {
        if (text.length() <= shown) return text;
        int end = Character.isHighSurrogate(text.charAt(shown - 1)) ? shown - 1 : shown;
        return text.substring(0, end) + "…";
    }

    static String base(Draft draft) {
        return "/calls/" + draft.slug() + "/summaries/" + draft.id().value();
    }
}
