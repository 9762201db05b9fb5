package org.throughline.letters.web;

import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.inputs.Draft;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularReplies;
import org.throughline.letters.CircularReplies.Visit;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.LetterRefusals;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.ReplyChoice;
import org.throughline.letters.ResultNotes;
import org.throughline.platform.Languages;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// What an addressee does with a letter by the link in their mail. Opening it changes nothing, because programs
/// open links; only buttons do, without a session. To answer a call one has to sign in, because drafts belong to
/// people.
@Controller
class ReplyPages {

    private static final String BY_MAIL = "/by-mail/circular/";

    private final CircularReplies replies;
    private final PublishedLetters letters;
    private final ResultNotes notes;
    private final LetterAnnexes annexes;
    private final Addressees addressees;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ReplyPages(
            CircularReplies replies,
            PublishedLetters letters,
            ResultNotes notes,
            LetterAnnexes annexes,
            Addressees addressees,
            Vocabulary vocabulary,
            Clock clock) {
        this.replies = replies;
        this.letters = letters;
        this.notes = notes;
        this.annexes = annexes;
        this.addressees = addressees;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "{word}")
    ModelAndView look(Frame frame, @PathVariable String word) {
        return show(frame, word, Typed.NOTHING, FormErrors.NONE, 200);
    }

    private ModelAndView show(Frame frame, String word, Typed typed, FormErrors errors, int status) {
        Visit visit = replies.look(word);
        var content = visit.letter().content();
        boolean late = visit.letter().isClosedAt(clock.instant());
        var reply = visit.reply();
        var page = new ReplyPage(
                visit,
                LetterView.of(frame, visit.letter(), addressees.classes(), frame.language()),
                BY_MAIL + word,
                LetterWords.name(vocabulary, visit.country(), visit.name(), frame.language()),
                LetterWords.counted(
                        frame.texts(),
                        content.kind(),
                        letters.rule(content.rule()).orElse(null)),
                late,
                reply == null
                        ? ""
                        : frame.t(
                                reply.late() ? "letters.reply.given-late" : "letters.reply.given",
                                LetterWords.choice(frame.texts(), reply.choice()),
                                frame.dateTime(reply.receivedAt())),
                content.kind() == CircularKind.QUESTIONNAIRE && !late,
                annexes.of(visit).stream()
                        .map(one -> LetterPage.AnnexLine.of(
                                frame, one, BY_MAIL + word + "/annexes/" + one.position(), annexes))
                        .toList(),
                notes.forAddressee(visit).stream()
                        .map(one -> new LetterPage.NoteLine(
                                BY_MAIL + word + "/notes/" + one.number(),
                                frame.t("letters.round.note", one.number()),
                                frame.date(one.madeAt())))
                        .toList(),
                Arrays.stream(ReplyChoice.values())
                        .map(one -> new Option(
                                one.word(),
                                LetterWords.choice(frame.texts(), one),
                                typed.has("choice", one.word())
                                        || typed.values().isEmpty() && reply != null && reply.choice() == one))
                        .toList(),
                typed.values().isEmpty() && reply != null
                        ? new Typed.Filler()
                                .put("statement", reply.statement())
                                .put("language", reply.language())
                                .done()
                        : typed,
                errors);
        return Pages.show(frame, "letters/web/reply", page, status);
    }

    @OpenToAll
    @PostMapping(BY_MAIL + "{word}/acknowledgement")
    ModelAndView acknowledge(Frame frame, @PathVariable String word) {
        replies.acknowledge(word);
        return Pages.goTo(frame, BY_MAIL + word);
    }

    @OpenToAll
    @PostMapping(BY_MAIL + "{word}/reply")
    ModelAndView reply(Frame frame, @PathVariable String word, @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed = Typed.of(parameters);
        var errors = FormErrors.collector();
        ReplyChoice choice = ReplyChoice.of(typed.of("choice")).orElse(null);
        if (choice == null) errors.add("choice", frame.t("letters.reply.choice.missing"));
        if (typed.of("statement").length() > CircularReplies.LONGEST_STATEMENT)
            errors.add("statement", frame.t("letters.form.too-long", CircularReplies.LONGEST_STATEMENT));
        if (!Languages.isKnown(typed.of("language"))) errors.add("language", frame.t("letters.form.language.missing"));
        typed.unstorable().forEach(name -> errors.add(name, frame.t("letters.form.unstorable")));
        if (!errors.isEmpty() || choice == null) return show(frame, word, typed, errors.done(), 422);
        replies.reply(word, choice, typed.of("statement"), typed.of("language"));
        return Pages.goTo(frame, BY_MAIL + word);
    }

    /// The button of the mail program sends this by itself (RFC 8058), so it answers with the page.
    @OpenToAll
    @PostMapping(BY_MAIL + "{word}/not-me")
    ModelAndView notMe(Frame frame, @PathVariable String word) {
        replies.decline(word);
        return Pages.show(frame, "letters/web/declined", new DeclinedPage());
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "{word}/not-me")
    ModelAndView askNotMe(Frame frame, @PathVariable String word) {
        replies.look(word);
        return Pages.goTo(frame, BY_MAIL + word);
    }

    @SignedIn
    @GetMapping("/letters/answers/{word}")
    ModelAndView beforeAnswer(Frame frame, @PathVariable String word) {
        Visit visit = replies.look(word);
        if (visit.letter().content().kind() != CircularKind.QUESTIONNAIRE) throw LetterRefusals.linkOver();
        return Pages.show(
                frame,
                "letters/web/answer",
                new AnswerPage(
                        "/letters/answers/" + word,
                        LetterView.of(frame, visit.letter(), addressees.classes(), frame.language()),
                        LetterWords.name(vocabulary, visit.country(), visit.name(), frame.language())));
    }

    @SignedIn
    @PostMapping("/letters/answers/{word}")
    ModelAndView answer(Frame frame, Actor actor, @PathVariable String word) {
        Draft draft = replies.answer(word, frame.language(), actor);
        return Pages.goTo(frame, "/calls/" + draft.slug() + "/answer/" + draft.id());
    }
}
