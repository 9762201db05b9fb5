package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentTranslations;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.Expression.Standing;
import org.throughline.platform.Languages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat adds a document's words in a further language.
@Controller
class TranslationPages {

    private final DocumentDesk desk;
    private final DocumentTranslations translations;

    TranslationPages(DocumentDesk desk, DocumentTranslations translations) {
        this.desk = desk;
        this.translations = translations;
    }

    public record TranslationPage(
            DocumentWork work,
            boolean stale,
            Typed typed,
            FormErrors errors,
            List<Option> languages,
            List<Option> standings) {}

    /// @param language which is filled in, where it is there already
    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/documents/desk/{id}/translation")
    ModelAndView form(Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "") String language) {
        DocumentWork one = desk.find(id);
        var typed = new Typed.Filler().put("language", language);
        one.in(language)
                .filter(there -> there.standing() != Standing.ORIGINAL)
                .ifPresent(there -> typed.put("standing", there.standing().word())
                        .put("title", there.title())
                        .put("purpose", there.purpose())
                        .put("actionText", there.actionText())
                        .put("financialText", there.financialText())
                        .put("body", there.body()));
        return show(frame, one, typed.done(), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/documents/desk/{id}/translation")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        DocumentWork one = desk.find(id);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DocumentForm.unstorable(frame, typed, errors);
        String language = typed.of("language");
        if (!Languages.isKnown(language) || languages(one).noneMatch(language::equals))
            errors.add("language", frame.t("documents.translation.language.wrong"));
        Standing standing = Standing.of(typed.of("standing"))
                .filter(of -> of != Standing.ORIGINAL)
                .orElse(null);
        if (standing == null) errors.add("standing", frame.t("documents.translation.standing.missing"));
        String title = typed.of("title").replaceAll("\\s+", " ").strip();
        if (title.isEmpty()) errors.add("title", frame.t("documents.missing.title"));
        DocumentForm.bound(
                frame, errors, "body", typed.of("body"), frame.t("documents.text"), DocumentForm.LONGEST_TEXT);
        if (!errors.isEmpty() || standing == null) return show(frame, one, typed, errors.done(), 422);
        if (one.version() != version) return show(frame, one, typed, FormErrors.NONE, 409);
        translations.save(
                id,
                version,
                new Expression(
                        language,
                        standing,
                        title,
                        typed.of("purpose").strip(),
                        typed.of("actionText").strip(),
                        typed.of("financialText").strip(),
                        typed.of("body")),
                actor);
        FrameResolver.notice(request, frame.t("documents.translation.saved"));
        return Pages.goTo(frame, "/documents/desk/" + id);
    }

    private static Stream<String> languages(DocumentWork one) {
        return Languages.ALL.stream()
                .filter(language -> one.in(language)
                        .filter(there -> there.standing() == Standing.ORIGINAL)
                        .isEmpty());
    }

    private static ModelAndView show(Frame frame, DocumentWork one, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "documents/web/translation",
                new TranslationPage(
                        one,
                        status == 409,
                        typed,
                        errors,
                        languages(one)
                                .map(each -> new Option(each, Languages.endonym(each), typed.has("language", each)))
                                .toList(),
                        Arrays.stream(Standing.values())
                                .filter(each -> each != Standing.ORIGINAL)
                                .map(each -> new Option(
                                        each.word(),
                                        DocumentWords.standing(frame, each),
                                        typed.has("standing", each.word())))
                                .toList()),
                status);
    }
}
