package org.throughline.letters.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.letters.Addressee;
import org.throughline.letters.AddresseeClass;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.CircularLetters.Lack;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.LetterFigures;
import org.throughline.letters.LetterProgress;
import org.throughline.letters.LetterProgress.Line;
import org.throughline.letters.LetterProgress.Round;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.MajorityRule.Outcome;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.ResultNotes;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Puts together what the secretariat sees of a letter.
@Component
class LetterDeskView {

    private final CircularLetters letters;
    private final PublishedLetters published;
    private final LetterProgress progress;
    private final ResultNotes notes;
    private final LetterAnnexes annexes;
    private final Addressees addressees;
    private final Vocabulary vocabulary;
    private final Clock clock;

    LetterDeskView(
            CircularLetters letters,
            PublishedLetters published,
            LetterProgress progress,
            ResultNotes notes,
            LetterAnnexes annexes,
            Addressees addressees,
            Vocabulary vocabulary,
            Clock clock) {
        this.letters = letters;
        this.published = published;
        this.progress = progress;
        this.notes = notes;
        this.annexes = annexes;
        this.addressees = addressees;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    LetterProgress progress() {
        return progress;
    }

    LetterDeskPage of(Frame frame, CircularLetter letter, Actor actor) {
        Instant now = clock.instant();
        boolean dispatched = letter.dispatchedAt() != null;
        boolean closed = letter.isClosedAt(now);
        List<AddresseeClass> classes = addressees.classes();
        LetterFigures count = dispatched ? progress.figures(letter.id(), actor) : LetterFigures.NONE;
        MajorityRule rule = published.rule(letter.content().rule()).orElse(null);
        Outcome outcome = dispatched && closed && rule != null ? rule.decide(count) : null;
        List<Addressee> to = dispatched
                ? List.of()
                : addressees.current(null, actor).stream()
                        .filter(one -> letter.content().classes().contains(one.addresseeClass()))
                        .toList();
        Map<String, LocalizedText> names =
                classes.stream().collect(Collectors.toMap(AddresseeClass::code, AddresseeClass::name));
        return new LetterDeskPage(
                letter,
                LetterWords.kind(frame.texts(), letter.content().kind()),
                dispatched ? LetterPages.state(frame, letter, now) : frame.t("letters.desk.draft"),
                dispatched
                        ? List.of()
                        : letters.lacks(letter).stream()
                                .map(lack -> new LetterDeskPage.Missing(lack(frame, lack), field(letter, lack)))
                                .toList(),
                classes.stream()
                        .filter(one -> letter.content().classes().contains(one.code()))
                        .map(one -> new LettersPage.ClassCount(
                                one.name(),
                                LetterPages.count(
                                        frame,
                                        one,
                                        to.stream()
                                                .filter(some ->
                                                        some.addresseeClass().equals(one.code()))
                                                .count())))
                        .toList(),
                to.stream()
                        .filter(one ->
                                one.focalPoint() == null || !one.focalPoint().isReachable())
                        .count(),
                dispatched ? FiguresView.of(frame.texts(), letter.content().kind(), count, closed, true) : null,
                LetterWords.counted(frame.texts(), letter.content().kind(), rule),
                closed,
                outcome == null ? "" : LetterWords.outcome(frame.texts(), outcome),
                outcome == null ? "" : LetterWords.why(frame.texts(), rule, count, outcome),
                dispatched
                        ? progress.rounds(letter.id(), actor).stream()
                                .map(round -> round(frame, round))
                                .toList()
                        : List.of(),
                dispatched
                        ? progress.lines(letter.id(), actor).stream()
                                .map(line -> line(frame, line, names::get))
                                .toList()
                        : List.of(),
                dispatched ? progress.neverReached(letter.id(), actor) : 0,
                annexes.of(letter.id(), actor).stream()
                        .map(one -> LetterPage.AnnexLine.of(
                                frame, one, letter.path() + "/annexes/" + one.position(), annexes))
                        .toList(),
                notes.of(letter, actor).stream()
                        .map(one -> new LetterPage.NoteLine(
                                letter.path() + "/notes/" + one.number(),
                                frame.t("letters.round.note", one.number()),
                                frame.date(one.madeAt())))
                        .toList(),
                LanguagePart.all(
                        frame,
                        Typed.NOTHING,
                        FormErrors.NONE,
                        List.of(letter.content().original())),
                letters.acts(letter.id(), actor).stream()
                        .map(act -> new LetterDeskPage.ActLine(
                                LetterActs.words(frame, act.action()),
                                frame.dateTime(act.at()),
                                ActorWords.of(frame, act)))
                        .toList());
    }

    private static String lack(Frame frame, Lack lack) {
        return frame.t(
                switch (lack) {
                    case SUBJECT -> "letters.lack.subject";
                    case BODY -> "letters.lack.body";
                    case CLASSES -> "letters.lack.classes";
                    case SIGNATORY -> "letters.lack.signatory";
                    case PLACE -> "letters.lack.place";
                    case CALL -> "letters.lack.call";
                    case PROPOSAL -> "letters.lack.proposal";
                    case RULE -> "letters.lack.rule";
                    case DEADLINE -> "letters.lack.deadline";
                });
    }

    private static String field(CircularLetter letter, Lack lack) {
        String original = "-" + letter.content().original();
        return switch (lack) {
            case SUBJECT -> "subject" + original;
            case BODY -> "body" + original;
            case CLASSES -> "classes";
            case SIGNATORY -> "signatory";
            case PLACE -> "place" + original;
            case CALL -> "call";
            case PROPOSAL -> "proposal" + original;
            case RULE -> "rule";
            case DEADLINE -> letter.content().kind() == CircularKind.QUESTIONNAIRE ? "call" : "closes-date";
        };
    }

    private static LetterDeskPage.RoundLine round(Frame frame, Round round) {
        long all = round.all();
        return new LetterDeskPage.RoundLine(
                switch (round.occasion()) {
                    case "again" -> frame.t("letters.round.again");
                    case "reminder" -> frame.t("letters.round.reminder", round.which());
                    case "extension" -> frame.t("letters.round.extension");
                    case "note" -> frame.t("letters.round.note", round.which());
                    default -> frame.t("letters.round.letter");
                },
                frame.dateTime(round.orderedAt()),
                frame.number(round.sent()),
                frame.number(round.waiting()),
                frame.number(round.leftOut()),
                frame.number(round.failed()),
                frame.number(round.inDoubt()),
                all == 0 ? 100 : 100 * (all - round.waiting()) / all,
                round.finished());
    }

    private LetterDeskPage.AddresseeLine line(Frame frame, Line line, Function<String, LocalizedText> names) {
        String mail = line.dead()
                ? frame.t("letters.mail-state.dead")
                : "declined".equals(line.leftOut())
                        ? frame.t("letters.mail-state.declined")
                        : line.sentAt() != null
                                ? frame.t("letters.mail-state.sent", frame.dateTime(line.sentAt()))
                                : "no-focal-point".equals(line.leftOut())
                                        ? frame.t("letters.mail-state.no-focal-point")
                                        : frame.t("letters.mail-state.waiting");
        String said = line.choice() != null
                ? LetterWords.choice(frame.texts(), line.choice())
                : line.answeredAt() != null
                        ? frame.t("letters.desk.answer.call", frame.dateTime(line.answeredAt()))
                        : "";
        String answer = line.late() ? frame.t("letters.desk.answer.late", said) : said;
        return new LetterDeskPage.AddresseeLine(
                "/letters/desk/addressees/" + line.addressee(),
                LetterWords.name(vocabulary, line.country(), line.name(), frame.language()),
                names.apply(line.addresseeClass()),
                mail,
                line.acknowledgedAt() == null ? "" : frame.dateTime(line.acknowledgedAt()),
                answer);
    }
}
