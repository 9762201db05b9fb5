package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
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
import org.throughline.stocktaking.FormDefinition;
import org.throughline.stocktaking.FormDrafts;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.vocabulary.Vocabulary;

/// One field of a register's form, or one part of a row, written, changed and taken out.
@Controller
class FormFieldPages {

    private final ProjectCollections collections;
    private final FormDrafts drafts;
    private final Vocabulary vocabulary;

    FormFieldPages(ProjectCollections collections, FormDrafts drafts, Vocabulary vocabulary) {
        this.collections = collections;
        this.drafts = drafts;
        this.vocabulary = vocabulary;
    }

    /// What is being written: a field, or a part of the rows of one.
    private record At(ProjectCollection collection, ProjectForm form, String of, String code, Kind kind) {

        boolean isPart() {
            return !of.isEmpty();
        }

        List<Field> neighbours() {
            return isPart()
                    ? form.field(of).map(Field::parts).orElse(List.of())
                    : form.fields().toList();
        }

        @Nullable
        Field field() {
            return neighbours().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/form/field")
    ModelAndView field(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "short-text") String kind) {
        ProjectCollection collection = find(slug);
        ProjectForm form = drafts.of(collection).form();
        if (!of.isEmpty() && form.field(of).isEmpty()) throw Refusal.notFound();
        if (code.isEmpty()) {
            String under = section.isEmpty() && !form.sections().isEmpty()
                    ? form.sections().getLast().code()
                    : section;
            At at = new At(collection, form, of, "", kind(kind, !of.isEmpty()));
            Typed typed = new Typed.Filler().put("section", under).done();
            return show(frame, at, "", typed, FormErrors.NONE, 200);
        }
        Field field = new At(collection, form, of, code, Kind.SHORT_TEXT).field();
        if (field == null) throw Refusal.notFound();
        String home = of.isEmpty() ? FormSteps.sectionOf(form, code).code() : "";
        return show(
                frame,
                new At(collection, form, of, code, field.kind()),
                FormSteps.mark(field),
                FieldForm.filled(field, home),
                FormErrors.NONE,
                200);
    }

    private static Kind kind(String stored, boolean part) {
        for (Kind kind : Kind.values())
            if (kind.stored().equals(stored) && (!part || FormDefinition.OF_PARTS.contains(kind))) return kind;
        throw Refusal.badRequest();
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/field")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        ProjectCollection collection = find(slug);
        ProjectForm form = drafts.of(collection).form();
        Typed typed = Typed.of(sent);
        String of = typed.of("of");
        String before = typed.of("before");
        At at = new At(collection, form, of, before, kind(typed.of("kind"), !of.isEmpty()));
        String seen = typed.of("seen");
        var errors = FormErrors.collector();
        Predicate<String> taken = code -> !code.equals(before)
                && at.neighbours().stream().anyMatch(one -> one.code().equals(code));
        if (!at.isPart() && form.section(typed.of("section")).isEmpty())
            errors.add("section", frame.t("calls.question.section.missing"));
        Field field = FieldForm.read(frame, typed, at.kind(), at.isPart(), form, taken, vocabulary, errors);
        if (field == null || !errors.isEmpty()) return show(frame, at, seen, typed, errors.done(), 422);
        try {
            drafts.change(collection, all -> put(all, at, seen, typed.of("section"), field));
        } catch (Refusal refusal) {
            errors.add("code", refused(frame, refusal));
            return show(frame, at, seen, typed, errors.done(), refusal.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        String path = FormEditorPages.path(slug);
        if (at.isPart()) return Pages.goTo(frame, path + "/field?code=" + of + "#part-" + field.code());
        // Rows are nothing without their parts.
        boolean unfinished = field.kind() == Kind.ROWS && before.isEmpty();
        return Pages.goTo(
                frame, path + (unfinished ? "/field?code=" + field.code() + "#parts" : "#field-" + field.code()));
    }

    private static ProjectForm put(ProjectForm all, At at, String seen, String section, Field field) {
        String code = at.code().isEmpty() ? null : at.code();
        // Somebody may have taken the code while this was typed.
        boolean twice = !field.code().equals(at.code())
                && new At(at.collection(), all, at.of(), field.code(), at.kind()).field() != null;
        if (twice) throw new Refusal("code-taken", 409, "calls.question.code.taken", field.code());
        return at.isPart()
                ? FormSteps.putPart(all, at.of(), code, seen, field)
                : FormSteps.putField(all, code, seen, section, field);
    }

    static String refused(Frame frame, Refusal refusal) {
        return refusal.slug().equals("stale")
                ? frame.t("calls.question.stale")
                : frame.t(refusal.messageKey(), refusal.arguments().toArray());
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/field/removal")
    ModelAndView remove(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String of,
            @RequestParam String code,
            HttpServletRequest request) {
        drafts.change(
                find(slug),
                all -> of.isEmpty() ? FormSteps.removeField(all, code) : FormSteps.removePart(all, of, code));
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        String path = FormEditorPages.path(slug);
        return Pages.goTo(frame, of.isEmpty() ? path : path + "/field?code=" + of + "#parts");
    }

    private ProjectCollection find(String slug) {
        return collections.find(slug).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, At at, String seen, Typed typed, FormErrors errors, int status) {
        Field field = at.field();
        List<Option> sections = at.form().sections().stream()
                .map(one -> new Option(one.code(), frame.text(one.title()), typed.has("section", one.code())))
                .toList();
        List<Option> lists = FieldForm.lists(frame, at.form(), at.code(), typed, vocabulary);
        List<Option> partKinds = Arrays.stream(Kind.values())
                .filter(FormDefinition.OF_PARTS::contains)
                .map(one -> new Option(one.stored(), FieldWords.of(frame, one), false))
                .toList();
        var page = new FormFieldPage(
                at.collection(),
                at.of(),
                at.code(),
                seen,
                field == null ? at.code() : frame.text(field.label()),
                at.kind(),
                FieldWords.of(frame, at.kind()),
                typed,
                errors,
                LanguagePart.all(
                        frame, typed, errors, at.collection().name().texts().keySet(), "label"),
                sections,
                lists,
                field == null || at.isPart() ? List.of() : field.parts(),
                partKinds);
        return Pages.show(frame, "stocktaking/web/form-field", page, status);
    }
}
