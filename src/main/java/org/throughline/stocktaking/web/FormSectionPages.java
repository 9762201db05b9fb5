package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.FormDrafts;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Section;

/// One section of a register's form, written, changed and taken out.
@Controller
class FormSectionPages {

    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_INTRO = 5_000;

    private final ProjectCollections collections;
    private final FormDrafts drafts;

    FormSectionPages(ProjectCollections collections, FormDrafts drafts) {
        this.collections = collections;
        this.drafts = drafts;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/form/section")
    ModelAndView section(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String code) {
        ProjectCollection collection = find(slug);
        if (code.isEmpty()) return show(frame, collection, "", "", Typed.NOTHING, FormErrors.NONE, 200);
        Section section = drafts.of(collection).form().section(code).orElseThrow(Refusal::notFound);
        Typed typed = new Typed.Filler()
                .put("code", section.code())
                .put("title", section.title())
                .put("intro", section.intro())
                .done();
        return show(frame, collection, code, FormSteps.mark(section), typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/section")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        ProjectCollection collection = find(slug);
        Typed typed = Typed.of(sent);
        String before = typed.of("before");
        ProjectForm form = drafts.of(collection).form();
        var errors = FormErrors.collector();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        if (typed.text("title").in(Languages.DEFAULT).isEmpty())
            errors.add("title-" + Languages.DEFAULT, frame.t("stocktaking.editor.english"));
        tooLong(frame, typed, "title", LONGEST_TITLE, errors);
        tooLong(frame, typed, "intro", LONGEST_INTRO, errors);
        String typedCode = typed.of("code").strip();
        String code = typedCode.isEmpty() ? free(FieldLines.code(typed.of("title-en")), before, form) : typedCode;
        if (!CODE.matcher(code).matches()) errors.add("code", frame.t("stocktaking.collection.form.code", code));
        else if (!code.equals(before) && form.section(code).isPresent())
            errors.add("code", frame.t("calls.question.code.taken", code));
        if (!errors.isEmpty()) return show(frame, collection, before, typed.of("seen"), typed, errors.done(), 422);
        var section = new Section(code, typed.text("title"), typed.text("intro"), List.of());
        try {
            drafts.change(
                    collection,
                    all -> FormSteps.putSection(all, before.isEmpty() ? null : before, typed.of("seen"), section));
        } catch (Refusal refusal) {
            errors.add("code", FormFieldPages.refused(frame, refusal));
            return show(frame, collection, before, typed.of("seen"), typed, errors.done(), refusal.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        return Pages.goTo(frame, FormEditorPages.path(slug) + "#section-" + code);
    }

    private static String free(String code, String before, ProjectForm form) {
        String free = code;
        for (int n = 2; !free.equals(before) && form.section(free).isPresent(); n++)
            free = code.substring(0, Math.min(code.length(), 36)) + n;
        return free;
    }

    private static void tooLong(Frame frame, Typed typed, String name, int most, FormErrors.Collector errors) {
        typed.text(name).texts().forEach((language, words) -> {
            if (words.length() > most)
                errors.add(name + "-" + language, frame.t("calls.desk.too-long", words.length(), most));
        });
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/section/removal")
    ModelAndView remove(Frame frame, @PathVariable String slug, @RequestParam String code, HttpServletRequest request) {
        drafts.change(find(slug), all -> FormSteps.removeSection(all, code));
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        return Pages.goTo(frame, FormEditorPages.path(slug));
    }

    private ProjectCollection find(String slug) {
        return collections.find(slug).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView show(
            Frame frame,
            ProjectCollection collection,
            String code,
            String seen,
            Typed typed,
            FormErrors errors,
            int status) {
        var page = new FormSectionPage(
                collection,
                code,
                seen,
                typed,
                errors,
                LanguagePart.all(frame, typed, errors, collection.name().texts().keySet(), "title"));
        return Pages.show(frame, "stocktaking/web/form-section", page, status);
    }
}
