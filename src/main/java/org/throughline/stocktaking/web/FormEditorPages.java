package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.FormDefinition;
import org.throughline.stocktaking.FormDrafts;
import org.throughline.stocktaking.FormDrafts.FormDraft;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.StandardForm;
import org.throughline.stocktaking.Violation;
import org.throughline.vocabulary.Vocabulary;

/// The form of a register as a whole: its order, saving it as a new version, what contributors will see, and its
/// definition as a file.
@Controller
class FormEditorPages {

    private static final Pattern PLACE = Pattern.compile("sections\\[(\\d+)](?:\\.fields\\[(\\d+)])?.*");

    private final ProjectCollections collections;
    private final FormDrafts drafts;
    private final DraftSection layout;
    private final Vocabulary vocabulary;

    FormEditorPages(ProjectCollections collections, FormDrafts drafts, DraftSection layout, Vocabulary vocabulary) {
        this.collections = collections;
        this.drafts = drafts;
        this.layout = layout;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/form")
    ModelAndView list(Frame frame, @PathVariable String slug) {
        return show(frame, find(slug), Typed.NOTHING, FormErrors.NONE, 200);
    }

    /// The buttons beside sections, fields and parts: `field-up:title`, `part-down:claims.amount` and so on.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/order")
    ModelAndView order(Frame frame, @PathVariable String slug, @RequestParam(name = "do") String act) {
        String verb = act.substring(0, Math.max(0, act.indexOf(':')));
        String code = act.substring(act.indexOf(':') + 1);
        String rows = code.substring(0, Math.max(0, code.indexOf('.')));
        String part = code.substring(code.indexOf('.') + 1);
        drafts.change(find(slug), all -> switch (verb) {
            case "field-up" -> FormSteps.moveField(all, code, -1);
            case "field-down" -> FormSteps.moveField(all, code, 1);
            case "section-up" -> FormSteps.moveSection(all, code, -1);
            case "section-down" -> FormSteps.moveSection(all, code, 1);
            case "part-up" -> FormSteps.movePart(all, rows, part, -1);
            case "part-down" -> FormSteps.movePart(all, rows, part, 1);
            default -> throw Refusal.badRequest();
        });
        if (verb.startsWith("part-")) return Pages.goTo(frame, path(slug) + "/field?code=" + rows + "#part-" + part);
        return Pages.goTo(frame, path(slug) + "#" + (verb.startsWith("field-") ? "field-" : "section-") + code);
    }

    /// A field of the standard form with its words in six languages, for lists, filters and counts go by them.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/standard")
    ModelAndView addStandard(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        Field field = StandardForm.read().field(code).orElseThrow(Refusal::badRequest);
        drafts.change(
                find(slug),
                all -> all.field(code).isPresent() ? all : FormSteps.putField(all, null, "", section, field));
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        return Pages.goTo(frame, path(slug) + "#field-" + code);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/version")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        ProjectCollection collection = find(slug);
        FormDrafts.Saved saved;
        try {
            saved = drafts.save(collection, seen, actor);
        } catch (Refusal refusal) {
            return stale(frame, collection, refusal);
        }
        if (!saved.wrong().isEmpty())
            return show(
                    frame,
                    collection,
                    Typed.NOTHING,
                    errors(frame, drafts.of(collection).form(), saved.wrong()),
                    422);
        FrameResolver.notice(request, frame.t("stocktaking.editor.saved", saved.version()));
        return Pages.goTo(frame, path(slug));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/discarding")
    ModelAndView discard(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        ProjectCollection collection = find(slug);
        try {
            drafts.discard(collection, seen, actor);
        } catch (Refusal refusal) {
            return stale(frame, collection, refusal);
        }
        FrameResolver.notice(request, frame.t("stocktaking.editor.discarded"));
        return Pages.goTo(frame, path(slug));
    }

    private ModelAndView stale(Frame frame, ProjectCollection collection, Refusal refusal) {
        var errors = FormErrors.collector().add("save", frame.t("stocktaking.editor.stale"));
        return show(
                frame,
                collections.find(collection.slug()).orElseThrow(),
                Typed.NOTHING,
                errors.done(),
                refusal.status());
    }

    // Each mistake at the section or field that it is in.
    private static FormErrors errors(Frame frame, ProjectForm form, List<Violation> wrong) {
        var errors = FormErrors.collector();
        for (Violation one : wrong) {
            String words = FieldWords.spoken(frame, one);
            Matcher place = PLACE.matcher(one.field());
            Field field = form.field(one.field()).orElse(null);
            Section section = null;
            if (place.matches()) {
                section = form.sections().get(Integer.parseInt(place.group(1)));
                if (place.group(2) != null) field = section.fields().get(Integer.parseInt(place.group(2)));
            }
            if (field != null) errors.add("field-" + field.code(), words, named(frame.text(field.label()), words));
            else if (section != null)
                errors.add("section-" + section.code(), words, named(frame.text(section.title()), words));
            else errors.add("save", words);
        }
        return errors.done();
    }

    private static String named(String name, String words) {
        return "\u2068" + name + "\u2069: " + words;
    }

    /// The form as contributors will see it, with what is not saved yet; nothing can be sent from here.
    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/preview")
    ModelAndView preview(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String section) {
        ProjectCollection collection = find(slug);
        ProjectForm form = drafts.of(collection).form();
        Section shown = form.section(section)
                .orElse(form.sections().isEmpty() ? null : form.sections().getFirst());
        List<DraftField> fields = shown == null ? List.of() : layout.fields(frame, shown, Map.of(), Map.of(), Map.of());
        return Pages.show(
                frame, "stocktaking/web/form-preview", new FormPreviewPage(collection, form.sections(), shown, fields));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/form/definition")
    ResponseEntity<byte[]> download(@PathVariable String slug) {
        ProjectForm form = drafts.of(find(slug)).form();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"form-" + slug + ".json\"")
                .body(Json.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(form)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Takes a whole form over into the draft, from a file or pasted.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/form/definition")
    ModelAndView upload(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        ProjectCollection collection = find(slug);
        Typed typed = Typed.of(sent);
        String json = file == null || file.isEmpty()
                ? typed.of("definition")
                : new String(file.getBytes(), StandardCharsets.UTF_8);
        if (json.startsWith("\uFEFF")) json = json.substring(1);
        var errors = FormErrors.collector();
        FormDefinition.Read read = FormDefinition.read(Storable.part(json), vocabulary);
        for (Violation one : read.wrong()) {
            String words = FieldWords.of(frame, one);
            errors.add("definition", one.field().isEmpty() ? words : one.field() + ": " + words);
        }
        ProjectForm form = read.form();
        if (!errors.isEmpty() || form == null) return show(frame, collection, typed, errors.done(), 422);
        drafts.change(collection, before -> form);
        FrameResolver.notice(request, frame.t("stocktaking.editor.kept"));
        return Pages.goTo(frame, path(slug));
    }

    static String path(String slug) {
        return "/collections/" + slug + "/form";
    }

    private ProjectCollection find(String slug) {
        return collections.find(slug).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, ProjectCollection collection, Typed typed, FormErrors errors, int status) {
        FormDraft draft = drafts.of(collection);
        List<Option> kinds = Arrays.stream(Kind.values())
                .map(kind -> new Option(kind.stored(), FieldWords.of(frame, kind), false))
                .toList();
        List<Option> standard = StandardForm.read()
                .fields()
                .filter(field -> draft.form().field(field.code()).isEmpty())
                .map(field -> new Option(field.code(), frame.text(field.label()), false))
                .toList();
        return Pages.show(
                frame,
                "stocktaking/web/form-editor",
                new FormEditorPage(collection, draft, kinds, standard, typed, errors),
                status);
    }
}
