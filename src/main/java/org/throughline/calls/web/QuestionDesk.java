package org.throughline.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.calls.QuestionnaireEditing;
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

/// One section or one question of a questionnaire, written, changed and taken out.
@Controller
class QuestionDesk {

    private static final int UNPROCESSABLE = 422;
    private static final List<String> VOCABULARIES = List.of(
            Vocabulary.ACTION_LINES,
            Vocabulary.SDGS,
            Vocabulary.GDC,
            Vocabulary.STAKEHOLDER_TYPES,
            Vocabulary.REGIONS,
            Vocabulary.COUNTRIES,
            Vocabulary.LANGUAGES);

    private final Calls calls;
    private final QuestionnaireEditing editing;
    private final Vocabulary vocabulary;

    QuestionDesk(Calls calls, QuestionnaireEditing editing, Vocabulary vocabulary) {
        this.calls = calls;
        this.editing = editing;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/questionnaire/section")
    ModelAndView section(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String code) {
        Call call = find(slug);
        if (code.isEmpty()) {
            Typed typed = new Typed.Filler()
                    .put("code", NextCode.ofSection(calls.newestQuestionnaire(call.id())))
                    .done();
            return showSection(frame, call, "", "", typed, FormErrors.NONE, 200);
        }
        Section section = calls.newestQuestionnaire(call.id()).section(code).orElseThrow(Refusal::notFound);
        Typed typed = new Typed.Filler()
                .put("code", section.code())
                .put("title", section.title())
                .put("intro", section.intro())
                .done();
        return showSection(frame, call, code, QuestionnaireSteps.mark(section), typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/section")
    ModelAndView saveSection(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Call call = find(slug);
        Typed typed = Typed.of(sent);
        String before = typed.of("before");
        String code = typed.of("code").strip();
        var errors = FormErrors.collector();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        if (!Questionnaire.isCode(code)) errors.add("code", frame.t("calls.question.code.wrong"));
        else if (!code.equals(before)
                && calls.newestQuestionnaire(call.id()).section(code).isPresent())
            errors.add("code", frame.t("calls.question.code.taken", code));
        if (typed.text("title").isEmpty()) errors.add("title-" + frame.language(), frame.t("calls.desk.title.missing"));
        CallForm.tooLong(frame, "title", typed.text("title"), 300, errors);
        CallForm.tooLong(frame, "intro", typed.text("intro"), 5000, errors);
        if (!errors.isEmpty())
            return showSection(frame, call, before, typed.of("seen"), typed, errors.done(), UNPROCESSABLE);
        var section = new Section(code, typed.text("title"), typed.text("intro"), List.of());
        try {
            editing.change(
                    call.id(),
                    all -> QuestionnaireSteps.putSection(
                            all, before.isEmpty() ? null : before, typed.of("seen"), section),
                    actor);
        } catch (Refusal refusal) {
            return showSection(
                    frame, call, before, typed.of("seen"), typed, refused(frame, refusal, errors), refusal.status());
        }
        return done(frame, slug, request);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/section/removal")
    ModelAndView removeSection(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam String code,
            HttpServletRequest request) {
        editing.change(find(slug).id(), all -> QuestionnaireSteps.removeSection(all, code), actor);
        return done(frame, slug, request);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/questionnaire/question")
    ModelAndView question(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "long-text") String kind) {
        Call call = find(slug);
        Questionnaire all = calls.newestQuestionnaire(call.id());
        if (code.isEmpty()) {
            String under = section.isEmpty() && !all.sections().isEmpty()
                    ? all.sections().getLast().code()
                    : section;
            Typed typed = new Typed.Filler()
                    .put("section", under)
                    .put("code", NextCode.ofQuestion(all))
                    .put("summarySection", under)
                    .done();
            return showQuestion(frame, call, all, "", "", Kind.of(kind), typed, FormErrors.NONE, 200);
        }
        Question question = all.question(code).orElseThrow(Refusal::notFound);
        Typed typed = QuestionForm.filled(
                question, QuestionnaireSteps.sectionOf(all, code).code());
        return showQuestion(
                frame,
                call,
                all,
                code,
                QuestionnaireSteps.mark(question),
                question.kind(),
                typed,
                FormErrors.NONE,
                200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/question")
    ModelAndView saveQuestion(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Call call = find(slug);
        Typed typed = Typed.of(sent);
        Kind kind = Kind.of(typed.of("kind"));
        String before = typed.of("before");
        var errors = FormErrors.collector();
        Questionnaire all = calls.newestQuestionnaire(call.id());
        Question question = QuestionForm.read(frame, typed, kind, errors);
        if (question != null
                && !question.code().equals(before)
                && all.question(question.code()).isPresent())
            errors.add("code", frame.t("calls.question.code.taken", question.code()));
        if (all.section(typed.of("section")).isEmpty())
            errors.add("section", frame.t("calls.question.section.missing"));
        String seen = typed.of("seen");
        if (question == null || !errors.isEmpty())
            return showQuestion(frame, call, all, before, seen, kind, typed, errors.done(), UNPROCESSABLE);
        try {
            editing.change(
                    call.id(),
                    now -> QuestionnaireSteps.putQuestion(
                            now, before.isEmpty() ? null : before, seen, typed.of("section"), question),
                    actor);
        } catch (Refusal refusal) {
            return showQuestion(
                    frame, call, all, before, seen, kind, typed, refused(frame, refusal, errors), refusal.status());
        }
        return done(frame, slug, request);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/question/removal")
    ModelAndView removeQuestion(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam String code,
            HttpServletRequest request) {
        editing.change(find(slug).id(), all -> QuestionnaireSteps.removeQuestion(all, code), actor);
        return done(frame, slug, request);
    }

    private static FormErrors refused(Frame frame, Refusal refusal, FormErrors.Collector errors) {
        String words = refusal.slug().equals("stale")
                ? frame.t("calls.question.stale")
                : frame.t(refusal.messageKey(), refusal.arguments().toArray());
        return errors.add("code", words).done();
    }

    private static ModelAndView done(Frame frame, String slug, HttpServletRequest request) {
        FrameResolver.notice(request, frame.t("calls.questionnaire.saved"));
        return Pages.goTo(frame, "/calls/" + slug + "/questionnaire");
    }

    private Call find(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView showSection(
            Frame frame, Call call, String code, String seen, Typed typed, FormErrors errors, int status) {
        var page = new SectionPage(call, code, seen, typed, errors, CallForm.languages(frame, typed, errors, "title"));
        return Pages.show(frame, "calls/web/section", page, status);
    }

    private ModelAndView showQuestion(
            Frame frame,
            Call call,
            Questionnaire all,
            String code,
            String seen,
            Kind kind,
            Typed typed,
            FormErrors errors,
            int status) {
        List<Option> sections = all.sections().stream()
                .map(section -> new Option(
                        section.code(),
                        section.code() + ". " + frame.text(section.title()),
                        typed.has("section", section.code())))
                .toList();
        List<Option> vocabularies = VOCABULARIES.stream()
                .map(name -> new Option(name, schemeName(frame, name), typed.has("vocabulary", name)))
                .toList();
        var page = new QuestionPage(
                call,
                code,
                seen,
                kind,
                KindWords.of(frame, kind),
                typed,
                errors,
                CallForm.languages(frame, typed, errors, "label"),
                sections,
                vocabularies);
        return Pages.show(frame, "calls/web/question", page, status);
    }

    private @Nullable String schemeName(Frame frame, String name) {
        return vocabulary.scheme(name).map(scheme -> frame.text(scheme.title())).orElse(name);
    }
}
