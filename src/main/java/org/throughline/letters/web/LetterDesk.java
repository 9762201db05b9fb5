package org.throughline.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.letters.AddresseeClass;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.LetterContent;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.PublishedLetters;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat writes letters and dispatches them.
@Controller
class LetterDesk {

    private final CircularLetters letters;
    private final PublishedLetters published;
    private final Addressees addressees;
    private final Calls calls;
    private final LetterDeskView views;
    private final Clock clock;

    LetterDesk(
            CircularLetters letters,
            PublishedLetters published,
            Addressees addressees,
            Calls calls,
            LetterDeskView views,
            Clock clock) {
        this.letters = letters;
        this.published = published;
        this.addressees = addressees;
        this.calls = calls;
        this.views = views;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/letters/desk")
    ModelAndView list(Frame frame, Actor actor) {
        Map<String, Long> counts = addressees.counts();
        return Pages.show(
                frame,
                "letters/web/desk",
                new DeskListPage(
                        letters.newest(actor).stream()
                                .map(letter -> line(frame, letter))
                                .toList(),
                        addressees.classes().stream()
                                .map(one -> new LettersPage.ClassCount(
                                        one.name(), LetterPages.count(frame, one, counts.getOrDefault(one.code(), 0L))))
                                .toList(),
                        Arrays.stream(CircularKind.values())
                                .map(kind -> new Option(
                                        kind.word(),
                                        LetterWords.kind(frame.texts(), kind),
                                        kind == CircularKind.INFORMATION))
                                .toList()));
    }

    private LettersPage.Line line(Frame frame, CircularLetter letter) {
        return new LettersPage.Line(
                "/letters/desk/" + letter.id(),
                letter.reference() == null ? frame.t("letters.desk.draft") : letter.reference(),
                letter.content().subject(),
                LetterWords.kind(frame.texts(), letter.content().kind()),
                letter.dated() == null ? "" : Moments.in(frame.language()).date(letter.dated()),
                letter.dispatchedAt() == null ? "" : LetterPages.state(frame, letter, clock.instant()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk")
    ModelAndView begin(Frame frame, Actor actor, @RequestParam(defaultValue = "") String kind) {
        UUID id = letters.begin(CircularKind.of(kind).orElseThrow(Refusal::badRequest), frame.language(), actor);
        return Pages.goTo(frame, "/letters/desk/" + id + "/edit");
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/letters/desk/{id}")
    ModelAndView show(Frame frame, Actor actor, @PathVariable UUID id) {
        return Pages.show(frame, "letters/web/desk-letter", views.of(frame, letters.get(id, actor), actor));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/letters/desk/{id}/edit")
    ModelAndView edit(Frame frame, Actor actor, @PathVariable UUID id) {
        CircularLetter letter = letters.get(id, actor);
        if (letter.dispatchedAt() != null) return Pages.goTo(frame, "/letters/desk/" + id);
        return form(frame, letter, letter.version(), false, LetterForm.filled(letter), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "-1") int version) {
        CircularLetter letter = letters.get(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        LetterContent content = LetterForm.read(
                frame,
                typed,
                letter,
                addressees.classes().stream().map(AddresseeClass::code).collect(Collectors.toSet()),
                published.rules().stream().map(MajorityRule::code).collect(Collectors.toSet()),
                calls.all().stream().map(call -> call.id().value().toString()).collect(Collectors.toSet()),
                errors);
        if (content == null) return form(frame, letter, version, false, typed, errors.done(), 422);
        if (letter.dispatchedAt() == null && letter.version() != version)
            return form(frame, letter, letter.version(), true, typed, FormErrors.NONE, 409);
        letters.write(id, content, version, actor);
        FrameResolver.notice(request, frame.t("letters.desk.saved"));
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    private ModelAndView form(
            Frame frame,
            CircularLetter letter,
            int version,
            boolean stale,
            Typed typed,
            FormErrors errors,
            int status) {
        boolean decides = letter.content().kind() == CircularKind.DECISION;
        String[] needed = decides ? new String[] {"subject", "body", "proposal"} : new String[] {"subject", "body"};
        var page = new LetterEditPage(
                letter,
                version,
                stale,
                typed,
                errors,
                LanguagePart.all(frame, typed, errors, List.of(typed.of("original")), needed),
                LetterForm.languages(typed.of("original")),
                addressees.classes().stream()
                        .map(one -> new Option(one.code(), frame.text(one.name()), typed.has("classes", one.code())))
                        .toList(),
                published.rules().stream()
                        .map(rule -> new Option(
                                rule.code(),
                                String.join(
                                        " ",
                                        LetterWords.rule(frame.texts(), rule).subList(0, 2)),
                                typed.has("rule", rule.code())))
                        .toList(),
                calls.all().stream().map(call -> option(frame, call, typed)).toList(),
                List.of(new Option("yes", frame.t("letters.form.replies.yes"), typed.has("replies", "yes"))),
                List.of(new Option("yes", frame.t("letters.form.open.yes"), typed.has("open", "yes"))));
        return Pages.show(frame, "letters/web/edit", page, status);
    }

    private static Option option(Frame frame, Call call, Typed typed) {
        String id = call.id().value().toString();
        return new Option(id, frame.text(call.title()), typed.has("call", id));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/letters/desk/{id}/preview")
    ModelAndView preview(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String language) {
        CircularLetter letter = letters.get(id, actor);
        String wanted = org.throughline.platform.Languages.isKnown(language) ? language : frame.language();
        return Pages.show(
                frame,
                "letters/web/preview",
                new LetterPreviewPage(
                        letter,
                        LetterView.of(frame, letter, addressees.classes(), wanted),
                        wanted,
                        LetterWords.counted(
                                frame.texts(),
                                letter.content().kind(),
                                published.rule(letter.content().rule()).orElse(null))));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/dispatch")
    ModelAndView dispatch(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version) {
        String reference = letters.dispatch(id, version, actor);
        FrameResolver.notice(request, frame.t("letters.desk.dispatched", reference));
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/deletion")
    ModelAndView delete(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version) {
        letters.delete(id, version, actor);
        FrameResolver.notice(request, frame.t("letters.desk.discarded"));
        return Pages.goTo(frame, "/letters/desk");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/again")
    ModelAndView again(Frame frame, Actor actor, @PathVariable UUID id) {
        views.progress().sendAgain(id, actor);
        return Pages.goTo(frame, "/letters/desk/" + id);
    }
}
