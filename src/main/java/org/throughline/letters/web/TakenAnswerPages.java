package org.throughline.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.LetterProgress;
import org.throughline.letters.TakenAnswers;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat says whose answer an input is that came on paper, by mail or by the form of the call.
@Controller
class TakenAnswerPages {

    private static final String ANSWERS = "/letters/desk/{id}/answers";

    private final CircularLetters letters;
    private final LetterProgress progress;
    private final TakenAnswers answers;
    private final Vocabulary vocabulary;

    TakenAnswerPages(CircularLetters letters, LetterProgress progress, TakenAnswers answers, Vocabulary vocabulary) {
        this.letters = letters;
        this.progress = progress;
        this.answers = answers;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(ANSWERS)
    ModelAndView look(Frame frame, Actor actor, @PathVariable UUID id) {
        return show(frame, letter(id, actor), Typed.NOTHING, FormErrors.NONE, 200, actor);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(ANSWERS)
    ModelAndView take(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        CircularLetter letter = letter(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        UUID addressee = progress.lines(id, actor).stream()
                .map(LetterProgress.Line::addressee)
                .filter(one -> typed.has("addressee", one.toString()))
                .findFirst()
                .orElse(null);
        if (addressee == null) errors.add("addressee", frame.t("letters.form.unknown"));
        String number = typed.of("number").strip();
        if (!number.matches("[1-9]\\d{0,6}")) errors.add("number", frame.t("letters.answers.number.wrong"));
        if (!errors.isEmpty() || addressee == null) return show(frame, letter, typed, errors.done(), 422, actor);
        try {
            answers.take(id, addressee, Integer.parseInt(number), actor);
        } catch (Refusal refused) {
            if (refused.status() != 422 && refused.status() != 409) throw refused;
            errors.add(
                    "number", frame.t(refused.messageKey(), refused.arguments().toArray()));
            return show(frame, letter, typed, errors.done(), refused.status(), actor);
        }
        FrameResolver.notice(request, frame.t("letters.answers.taken"));
        return Pages.goTo(frame, "/letters/desk/" + id + "/answers");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(ANSWERS + "/{input}/removal")
    ModelAndView release(Frame frame, Actor actor, @PathVariable UUID id, @PathVariable UUID input) {
        answers.release(id, input, actor);
        return Pages.goTo(frame, "/letters/desk/" + id + "/answers");
    }

    private CircularLetter letter(UUID id, Actor actor) {
        CircularLetter letter = letters.get(id, actor);
        if (letter.content().kind() != CircularKind.QUESTIONNAIRE || letter.dispatchedAt() == null)
            throw Refusal.notFound();
        return letter;
    }

    private ModelAndView show(
            Frame frame, CircularLetter letter, Typed typed, FormErrors errors, int status, Actor actor) {
        String path = "/letters/desk/" + letter.id() + "/answers/";
        List<TakenAnswersPage.Line> lines = answers.of(letter.id(), actor).stream()
                .map(one -> new TakenAnswersPage.Line(
                        path + one.input() + "/removal",
                        "/calls/" + letter.callSlug() + "/desk/" + one.number(),
                        one.number(),
                        LetterWords.name(vocabulary, one.country(), one.name(), frame.language()),
                        frame.dateTime(one.receivedAt()),
                        one.late()))
                .toList();
        List<Option> addressees = progress.lines(letter.id(), actor).stream()
                .map(one -> new Option(
                        one.addressee().toString(),
                        LetterWords.name(vocabulary, one.country(), one.name(), frame.language()),
                        typed.has("addressee", one.addressee().toString())))
                .toList();
        return Pages.show(
                frame, "letters/web/answers", new TakenAnswersPage(letter, lines, addressees, typed, errors), status);
    }
}
