package org.throughline.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.QuestionnaireEditing;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;

/// The questionnaire of a call as a whole: its order, its versions, and its definition as a file.
@Controller
class QuestionnaireDesk {

    private static final int LONGEST_DEFINITION = 2_000_000;

    private final Calls calls;
    private final QuestionnaireEditing editing;

    QuestionnaireDesk(Calls calls, QuestionnaireEditing editing) {
        this.calls = calls;
        this.editing = editing;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/questionnaire")
    ModelAndView list(Frame frame, @PathVariable String slug) {
        return show(frame, find(slug), Typed.NOTHING, FormErrors.NONE, 200);
    }

    /// The buttons beside sections and questions: `question-up:q1`, `section-down:II` and so on.
    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/order")
    ModelAndView order(Frame frame, Actor actor, @PathVariable String slug, @RequestParam(name = "do") String act) {
        Call call = find(slug);
        String code = act.substring(act.indexOf(':') + 1);
        editing.change(
                call.id(),
                all -> switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
                    case "question-up" -> QuestionnaireSteps.moveQuestion(all, code, -1);
                    case "question-down" -> QuestionnaireSteps.moveQuestion(all, code, 1);
                    case "section-up" -> QuestionnaireSteps.moveSection(all, code, -1);
                    case "section-down" -> QuestionnaireSteps.moveSection(all, code, 1);
                    default -> throw Refusal.badRequest();
                },
                actor);
        return Pages.goTo(frame, "/calls/" + slug + "/questionnaire");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/publication")
    ModelAndView publish(Frame frame, Actor actor, @PathVariable String slug, HttpServletRequest request) {
        calls.publishQuestionnaire(find(slug).id(), actor);
        FrameResolver.notice(request, frame.t("calls.questionnaire.published"));
        return Pages.goTo(frame, "/calls/" + slug + "/questionnaire");
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/questionnaire.json")
    ResponseEntity<byte[]> download(@PathVariable String slug) {
        Questionnaire all = calls.newestQuestionnaire(find(slug).id());
        byte[] json =
                Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(all);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"questionnaire-" + slug + ".json\"")
                .body(json);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/questionnaire/definition")
    ModelAndView upload(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Call call = find(slug);
        Typed typed = Typed.of(sent);
        String json = file == null || file.isEmpty()
                ? typed.of("definition")
                : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            Questionnaire definition = parse(json);
            editing.change(call.id(), before -> definition, actor);
        } catch (Refusal refusal) {
            var errors = FormErrors.collector()
                    .add(
                            "definition",
                            frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return show(frame, call, typed, errors.done(), 422);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            String where = e instanceof JacksonException wrong && wrong.getLocation() != null
                    ? frame.t(
                            "calls.questionnaire.json.line",
                            wrong.getLocation().getLineNr(),
                            wrong.getLocation().getColumnNr())
                    : frame.t("calls.questionnaire.json.wrong");
            return show(
                    frame,
                    call,
                    typed,
                    FormErrors.collector().add("definition", where).done(),
                    422);
        }
        FrameResolver.notice(request, frame.t("calls.questionnaire.saved"));
        return Pages.goTo(frame, "/calls/" + slug + "/questionnaire");
    }

    // Whatever lacks a section list is some other JSON, and saving it would empty the questionnaire.
    private static Questionnaire parse(String json) {
        if (json.isBlank() || json.length() > LONGEST_DEFINITION || !Storable.is(json))
            throw new IllegalArgumentException("no definition");
        String clean = json.startsWith("\uFEFF") ? json.substring(1) : json;
        if (!Json.tree(clean).path("sections").isArray()) throw new IllegalArgumentException("no sections");
        Questionnaire all = Json.read(clean, Questionnaire.class);
        boolean whole = all.sections().stream().allMatch(section -> section.code() != null)
                && all.questions().allMatch(question -> question.code() != null && question.kind() != null);
        if (!whole) throw new IllegalArgumentException("a code or a kind is missing");
        return all;
    }

    private Call find(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, Call call, Typed typed, FormErrors errors, int status) {
        List<Option> kinds = Arrays.stream(Kind.values())
                .map(kind -> new Option(kind.stored(), KindWords.of(frame, kind), false))
                .toList();
        var page = new QuestionnairePage(
                call, calls.newestQuestionnaire(call.id()), editing.versions(call.id()), kinds, typed, errors);
        return Pages.show(frame, "calls/web/questionnaire", page, status);
    }
}
