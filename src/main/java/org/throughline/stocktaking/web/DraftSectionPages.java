package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.platform.web.UnkeptSigns;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectDrafts.Saved;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The pages that ask what the form asks, one section each. Every button saves what was typed.
@Controller
class DraftSectionPages {

    private static final int LONGEST_SEARCH = 100;

    private final ProjectDrafts drafts;
    private final DraftDesk desk;
    private final DraftSection forms;
    private final FieldChoices choices;
    private final AlikeEntries alike;
    private final FieldSuggestions suggestions;

    DraftSectionPages(
            ProjectDrafts drafts,
            DraftDesk desk,
            DraftSection forms,
            FieldChoices choices,
            AlikeEntries alike,
            FieldSuggestions suggestions) {
        this.drafts = drafts;
        this.desk = desk;
        this.forms = forms;
        this.choices = choices;
        this.alike = alike;
        this.suggestions = suggestions;
    }

    // What is shown besides the answers.
    private record Extra(
            Map<String, Integer> rows, Map<String, List<String>> found, List<DraftClash> clashes, FormErrors errors) {
        static final Extra NONE = new Extra(Map.of(), Map.of(), List.of(), FormErrors.NONE);

        static Extra of(FormErrors errors) {
            return new Extra(Map.of(), Map.of(), List.of(), errors);
        }
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/sections/{code}")
    ModelAndView show(
            Frame frame,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String rows,
            Actor actor) {
        ProjectDraft draft = desk.look(id, actor);
        Section section = section(draft, code);
        boolean seen = draft.content().savedAt(ProjectDraftContent.section(code)) > 0;
        FormErrors errors =
                seen && rows.isEmpty() ? desk.errors(frame, draft, ProjectDraftContent.section(code)) : FormErrors.NONE;
        return show(
                frame,
                draft,
                section,
                draft.content().language(),
                draft.content().answers(),
                new Extra(wanted(rows), Map.of(), List.of(), errors),
                200);
    }

    // ?rows=sdgs:3 asks for three rows of the group sdgs.
    private static Map<String, Integer> wanted(String rows) {
        String[] parts = rows.split(":");
        return parts.length == 2 ? Map.of(parts[0], Math.min(SentStep.number(parts[1]), 40)) : Map.of();
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/sections/{code}")
    ModelAndView save(
            Frame frame,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        ProjectDraft draft = desk.draft(id, actor);
        Section section = section(draft, code);
        var sent = new SentStep(fields);
        List<String> removed = sent.parts("remove");
        if (removed.size() == 2) sent = sent.without("a-" + removed.get(0) + "-" + removed.get(1) + "-");
        Map<String, JsonNode> typed = DraftSection.read(section, sent);
        Map<String, List<String>> taken = FieldSuggestions.take(section, sent, typed);
        boolean first = isFirst(draft, section);
        String language = first && choices.isLanguage(sent.text("language"))
                ? sent.text("language")
                : draft.content().language();
        List<Violation> unkept = UnkeptSigns.in(typed).stream()
                .map(field -> Violation.of(field, "stocktaking.check.control-characters"))
                .toList();
        if (!unkept.isEmpty())
            return show(
                    frame,
                    draft,
                    section,
                    language,
                    UnkeptSigns.without(typed),
                    Extra.of(desk.errors(frame, draft, unkept)),
                    422);
        List<String> searched = sent.parts("find");
        List<String> found = List.of();
        if (!searched.isEmpty()) {
            found = find(frame, section, searched.getFirst(), sent);
            if (found.size() == 1) typed.merge(searched.getFirst(), list(found), DraftSectionPages::both);
        }
        Saved saved = drafts.saveAnswers(draft.id(), section, sent.seen(), first ? language : null, typed, actor);
        if (saved.stale()) {
            var clashes = forms.clashes(frame, section, saved.draft().content().answers(), typed);
            return show(
                    frame,
                    saved.draft(),
                    section,
                    language,
                    typed,
                    new Extra(Map.of(), Map.of(), clashes, FormErrors.NONE),
                    409);
        }
        drafts.suggested(draft.id(), suggestions.offered(section, draft), taken, actor);
        if (!searched.isEmpty()) return found(frame, saved.draft(), section, typed, searched.getFirst(), found, sent);
        String path = DraftSteps.base(draft) + "/sections/" + code;
        if (removed.size() == 2) return Pages.goTo(frame, path + "#a-" + removed.get(0));
        // A goal that was taken still wants its example.
        String toFill = taken.keySet().stream()
                .filter(field -> drafts.form(draft).field(field).orElseThrow().kind() == Kind.ROWS)
                .findFirst()
                .orElse(null);
        if (toFill != null && !sent.later()) return Pages.goTo(frame, path + "#a-" + toFill);
        List<String> added = sent.parts("add");
        if (added.size() == 2 && has(section, added.get(0)))
            return Pages.goTo(
                    frame, path + "?rows=" + added.get(0) + ":" + SentStep.number(added.get(1)) + "#a-" + added.get(0));
        if (first && !sent.later() && alike.wantLook(saved.draft(), actor)) {
            FormErrors errors = desk.errors(frame, saved.draft(), ProjectDraftContent.section(code));
            if (errors.isEmpty()) return Pages.goTo(frame, DraftSteps.base(draft) + "/alike");
        }
        return desk.onward(
                frame,
                saved.draft(),
                ProjectDraftContent.section(code),
                sent.later(),
                request,
                errors -> show(
                        frame,
                        saved.draft(),
                        section,
                        saved.draft().content().language(),
                        typed,
                        Extra.of(errors),
                        422));
    }

    private boolean isFirst(ProjectDraft draft, Section section) {
        ProjectForm form = drafts.form(draft);
        return form.sections().getFirst().code().equals(section.code());
    }

    private static boolean has(Section section, String code) {
        return section.fields().stream().anyMatch(field -> field.code().equals(code));
    }

    private List<String> find(Frame frame, Section section, String code, SentStep sent) {
        String words = Storable.part(sent.text("find-" + code)).strip();
        if (words.isEmpty() || words.length() > LONGEST_SEARCH) return List.of();
        return section.fields().stream()
                .filter(field -> field.code().equals(code) && field.kind() == Kind.MULTIPLE_CHOICE)
                .findFirst()
                .map(field -> choices.find(frame, field, words))
                .orElse(List.of());
    }

    // What a search in a long list found: one is chosen at once, of several one chooses.
    private ModelAndView found(
            Frame frame,
            ProjectDraft draft,
            Section section,
            Map<String, JsonNode> typed,
            String code,
            List<String> found,
            SentStep sent) {
        if (found.size() == 1)
            return Pages.goTo(frame, DraftSteps.base(draft) + "/sections/" + section.code() + "#a-" + code);
        var errors = FormErrors.collector();
        String words = Storable.part(sent.text("find-" + code)).strip();
        errors.add(
                found.isEmpty() ? "find-" + code : "a-" + code,
                found.isEmpty()
                        ? frame.t("stocktaking.form.find.none", shortened(words))
                        : frame.t("stocktaking.form.find.several", shortened(words)));
        return show(
                frame,
                draft,
                section,
                draft.content().language(),
                typed,
                new Extra(Map.of(), Map.of(code, found), List.of(), errors.done()),
                422);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH) + "…";
    }

    private static JsonNode list(List<String> codes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        codes.forEach(list::add);
        return list;
    }

    private static JsonNode both(JsonNode one, JsonNode other) {
        List<String> codes = new ArrayList<>();
        for (JsonNode each : List.of(one, other)) each.forEach(code -> codes.add(code.asString("")));
        return list(codes.stream().distinct().toList());
    }

    private Section section(ProjectDraft draft, String code) {
        return drafts.form(draft).sections().stream()
                .filter(section -> section.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(
            Frame frame,
            ProjectDraft draft,
            Section section,
            String language,
            Map<String, JsonNode> typed,
            Extra extra,
            int status) {
        String step = ProjectDraftContent.section(section.code());
        List<DraftField> fields = forms.fields(frame, section, typed, extra.rows(), extra.found());
        @Nullable
        String titleField = section.fields().stream()
                .map(Field::code)
                .filter("title"::equals)
                .findFirst()
                .orElse(null);
        var page = new DraftSectionPage(
                desk.steps(frame, draft, step),
                section,
                draft.content().savedAt(step),
                isFirst(draft, section) ? choices.languages(frame, language) : List.of(),
                fields,
                suggestions.of(frame, section, draft, typed),
                titleField == null ? null : "/my/projects/drafts/" + draft.id() + "/alike.json",
                extra.clashes(),
                extra.errors());
        return Pages.show(frame, "stocktaking/web/draft-section", page, status);
    }
}
