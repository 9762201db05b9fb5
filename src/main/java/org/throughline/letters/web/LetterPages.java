package org.throughline.letters.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.inputs.InputTags;
import org.throughline.letters.AddresseeClass;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.LetterFigures;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.MajorityRule.Outcome;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.ResultNotes;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// Circular letters as everybody reads them.
@Controller
class LetterPages {

    private final PublishedLetters letters;
    private final ResultNotes notes;
    private final LetterAnnexes annexes;
    private final Addressees addressees;
    private final Vocabulary vocabulary;
    private final PageStore pages;
    private final Clock clock;

    LetterPages(
            PublishedLetters letters,
            ResultNotes notes,
            LetterAnnexes annexes,
            Addressees addressees,
            Vocabulary vocabulary,
            PageStore pages,
            Clock clock) {
        this.letters = letters;
        this.notes = notes;
        this.annexes = annexes;
        this.addressees = addressees;
        this.vocabulary = vocabulary;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/letters")
    ModelAndView list(Frame frame) {
        pages.dependsOn(CircularLetter.TAG);
        Instant now = clock.instant();
        List<CircularLetter> all = letters.all();
        all.forEach(letter -> keep(letter, now));
        Map<String, Long> counts = addressees.counts();
        return Pages.show(
                frame,
                "letters/web/list",
                new LettersPage(
                        all.stream().map(letter -> line(frame, letter, now)).toList(),
                        addressees.classes().stream()
                                .filter(one -> counts.containsKey(one.code()))
                                .map(one -> new LettersPage.ClassCount(
                                        one.name(), count(frame, one, counts.get(one.code()))))
                                .toList()));
    }

    static String count(Frame frame, AddresseeClass one, long count) {
        return frame.t(one.ofStates() ? "letters.unit.states" : "letters.unit.entities", count);
    }

    private static LettersPage.Line line(Frame frame, CircularLetter letter, Instant now) {
        return new LettersPage.Line(
                letter.path(),
                String.valueOf(letter.reference()),
                letter.content().subject(),
                LetterWords.kind(frame.texts(), letter.content().kind()),
                letter.dated() == null ? "" : Moments.in(frame.language()).date(letter.dated()),
                state(frame, letter, now));
    }

    static String state(Frame frame, CircularLetter letter, Instant now) {
        if (letter.closesAt() == null || letter.content().kind() == CircularKind.INFORMATION) return "";
        return letter.isClosedAt(now)
                ? frame.t("letters.state.closed", frame.date(letter.closesAt()))
                : frame.t("letters.state.open", frame.dateTime(letter.closesAt()));
    }

    // What a page says changes at the deadline. That of a questionnaire, and who has answered it, is its call's.
    private void keep(CircularLetter letter, Instant now) {
        String call = letter.callSlug();
        if (!call.isEmpty()) pages.dependsOn("call:" + call, InputTags.statistics(call), InputTags.list(call));
        if (letter.isOpenAt(now)) pages.freshFor(Duration.between(now, letter.closesAt()));
    }

    @OpenToAll
    @GetMapping("/letters/{prefix:[A-Z][A-Z0-9-]*}/{serial:\\d{1,6}}")
    ModelAndView show(Frame frame, @PathVariable String prefix, @PathVariable String serial) {
        CircularLetter letter = letters.find(prefix + "/" + serial).orElseThrow(Refusal::notFound);
        pages.dependsOn(CircularLetter.TAG);
        Instant now = clock.instant();
        keep(letter, now);
        boolean closed = letter.isClosedAt(now);
        LetterFigures count = letters.figures(letter.id());
        MajorityRule rule = letters.rule(letter.content().rule()).orElse(null);
        boolean decided = closed && rule != null;
        Outcome outcome = decided ? rule.decide(count) : null;
        return Pages.show(
                frame,
                "letters/web/show",
                new LetterPage(
                        letter,
                        LetterView.of(frame, letter, addressees.classes(), frame.language()),
                        LetterWords.kind(frame.texts(), letter.content().kind()),
                        FiguresView.of(frame.texts(), letter.content().kind(), count, closed, closed),
                        LetterWords.counted(frame.texts(), letter.content().kind(), rule),
                        closed,
                        outcome == null ? "" : LetterWords.outcome(frame.texts(), outcome),
                        outcome == null ? "" : LetterWords.why(frame.texts(), rule, count, outcome),
                        letter.content().repliesPublic(),
                        letters.replies(letter.id()).stream()
                                .map(one -> new LetterPage.ReplyLine(
                                        LetterWords.name(vocabulary, one.country(), one.name(), frame.language()),
                                        LetterWords.choice(frame.texts(), one.choice()),
                                        one.statement(),
                                        Languages.isKnown(one.language()) ? one.language() : "",
                                        frame.dateTime(one.receivedAt()),
                                        one.late()))
                                .toList(),
                        annexes.of(letter.id()).stream()
                                .map(one -> LetterPage.AnnexLine.of(
                                        frame, one, letter.path() + "/annexes/" + one.position(), annexes))
                                .toList(),
                        notes.of(letter.id()).stream()
                                .map(one -> new LetterPage.NoteLine(
                                        letter.path() + "/notes/" + one.number(),
                                        frame.t("letters.round.note", one.number()),
                                        frame.date(one.madeAt())))
                                .toList()));
    }
}
