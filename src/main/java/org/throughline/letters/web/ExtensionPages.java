package org.throughline.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
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
import org.throughline.letters.LetterExtensions;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat moves the deadline of a decision by correspondence.
@Controller
class ExtensionPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final CircularLetters letters;
    private final LetterExtensions extensions;
    private final Clock clock;

    ExtensionPages(CircularLetters letters, LetterExtensions extensions, Clock clock) {
        this.letters = letters;
        this.extensions = extensions;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/letters/desk/{id}/extension")
    ModelAndView look(Frame frame, Actor actor, @PathVariable UUID id) {
        return show(frame, letter(id, actor), Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/extension")
    ModelAndView extend(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "-1") int version) {
        CircularLetter letter = letter(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("letters.form.unstorable")));
        Instant end = LetterForm.deadline(typed, null);
        if (end == null) errors.add("closes-date", frame.t("letters.form.moment.wrong"));
        else if (letter.closesAt() != null && !end.isAfter(letter.closesAt()))
            errors.add("closes-date", frame.t("letters.problem.extension-not-later"));
        LocalizedText reason = typed.text("reason");
        if (reason.isEmpty()) errors.add("reason-" + frame.language(), frame.t("letters.problem.extension-reason"));
        LetterForm.tooLong(frame, typed, "reason", LetterExtensions.LONGEST_REASON, errors);
        if (!errors.isEmpty() || end == null) return show(frame, letter, typed, errors.done(), UNPROCESSABLE);
        if (letter.version() != version) return show(frame, letter, typed, FormErrors.NONE, CONFLICT);
        extensions.extend(id, end, reason, version, actor);
        FrameResolver.notice(request, frame.t("letters.extension.done", frame.dateTime(end)));
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    private CircularLetter letter(UUID id, Actor actor) {
        CircularLetter letter = letters.get(id, actor);
        if (letter.content().kind() != CircularKind.DECISION || letter.dispatchedAt() == null) throw Refusal.notFound();
        return letter;
    }

    private ModelAndView show(Frame frame, CircularLetter letter, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "letters/web/extension",
                new ExtensionPage(
                        letter,
                        letter.isClosedAt(clock.instant()),
                        status == CONFLICT,
                        typed,
                        errors,
                        LanguagePart.all(frame, typed, errors, Languages.ALL)),
                status);
    }
}
