package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRefused;
import org.throughline.inputs.Use;
import org.throughline.inputs.Violation;
import org.throughline.inputs.web.CheckPage.Line;
import org.throughline.inputs.web.CheckPage.Part;
import org.throughline.inputs.web.CheckPage.Problem;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormSteps.Step;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.TermNames;

/// Looking everything over and sending it, once.
@Controller
class AnswerSendPages {

    private final InputDrafts drafts;
    private final FormDesk desk;
    private final SectionForm forms;
    private final TermNames terms;

    AnswerSendPages(InputDrafts drafts, FormDesk desk, SectionForm forms, TermNames terms) {
        this.drafts = drafts;
        this.desk = desk;
        this.forms = forms;
        this.terms = terms;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/check")
    ModelAndView check(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        return show(frame, desk.look(slug, id, actor), 200);
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/sending")
    ModelAndView send(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        Draft draft = desk.draft(slug, id, actor);
        try {
            InputId input = drafts.send(draft.id(), frame.language(), actor);
            return Pages.goTo(frame, "/inputs/" + input.value() + "/receipt");
        } catch (InputRefused wrong) {
            return show(frame, desk.look(slug, id, actor), 422);
        } catch (Refusal refusal) {
            if (!refusal.slug().equals("call-not-open")) throw refusal;
            return Pages.show(
                    frame,
                    "inputs/web/answer-late",
                    desk.form(frame, desk.look(slug, id, actor), AnswerForm.CHECK),
                    409);
        }
    }

    private ModelAndView show(Frame frame, Draft draft, int status) {
        List<Violation> violations = drafts.problems(draft);
        AnswerForm form = desk.form(frame, draft, AnswerForm.CHECK, violations);
        List<Problem> problems = violations.stream()
                .map(violation -> problem(frame, form, violation))
                .toList();
        return Pages.show(frame, "inputs/web/answer-check", new CheckPage(form, problems, parts(frame, form)), status);
    }

    private static Problem problem(Frame frame, AnswerForm form, Violation violation) {
        String key = FormDesk.stepOf(form.questionnaire(), violation.field());
        Step step = form.steps().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        String words = FormDesk.named(frame, form.questionnaire(), violation);
        if (step == null) return new Problem(form.base(), words);
        return new Problem(step.path() + "#" + FormDesk.control(violation.field()), words);
    }

    private List<Part> parts(Frame frame, AnswerForm form) {
        List<Part> parts = new ArrayList<>();
        for (Step step : form.steps()) parts.add(new Part(step.title(), step.path(), lines(frame, form, step.key())));
        return parts;
    }

    private List<Line> lines(Frame frame, AnswerForm form, String step) {
        DraftContent content = form.draft().content();
        return switch (step) {
            case DraftContent.WHO -> who(frame, content);
            case DraftContent.CONSENT -> consent(frame, form.questionnaire(), content);
            case DraftContent.ENDORSERS ->
                content.endorsers().stream()
                        .map(row -> new Line(row.getOrDefault("organisation", ""), joined(row), true))
                        .toList();
            case DraftContent.FILES ->
                form.draft().files().stream()
                        .map(file -> file(
                                frame,
                                form.questionnaire()
                                        .question(file.question())
                                        .orElseThrow()
                                        .label(),
                                file.title()))
                        .toList();
            default -> section(frame, form, step);
        };
    }

    private static String joined(Map<String, String> row) {
        return List.of("name", "email").stream()
                .map(field -> row.getOrDefault(field, ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Line file(Frame frame, LocalizedText question, String title) {
        return new Line(frame.text(question), frame.foreign(question), title, true);
    }

    private List<Line> section(Frame frame, AnswerForm form, String step) {
        Section section = form.questionnaire().sections().stream()
                .filter(candidate -> DraftContent.section(candidate.code()).equals(step))
                .findFirst()
                .orElseThrow();
        return section.questions().stream()
                .filter(question -> question.kind() != Kind.FILE)
                .map(question -> new Line(
                        frame.text(question.label()),
                        frame.foreign(question.label()),
                        forms.plain(question, form.draft().content().answers().get(question.code()), frame),
                        question.isText() || question.kind() == Kind.GROUP))
                .toList();
    }

    private List<Line> who(Frame frame, DraftContent content) {
        String language = frame.language();
        return List.of(
                new Line(frame.t("inputs.form.who.behalf"), behalf(frame, content.who("behalf")), false),
                new Line(frame.t("inputs.form.who.organisation"), content.who("organisation"), true),
                new Line(
                        frame.t("inputs.form.who.type"),
                        named(content.who("stakeholderType"), code -> terms.type(code, language)),
                        false),
                new Line(frame.t("inputs.form.who.scope"), scope(frame, content.who("scope")), false),
                new Line(
                        frame.t("inputs.form.who.country"),
                        named(content.who("country"), code -> terms.country(code, language)),
                        false),
                new Line(
                        frame.t("inputs.form.who.language"),
                        named(content.who("language"), code -> terms.language(code, language)),
                        false),
                new Line(frame.t("inputs.form.who.name"), content.who("name"), true),
                new Line(frame.t("inputs.form.who.email"), content.who("email"), true));
    }

    private static String named(String code, java.util.function.UnaryOperator<String> name) {
        return code.isEmpty() ? "" : name.apply(code);
    }

    private static String behalf(Frame frame, String word) {
        return switch (word) {
            case "self" -> frame.t("inputs.form.behalf.self");
            case "organisation" -> frame.t("inputs.form.behalf.organisation");
            case "group" -> frame.t("inputs.form.behalf.group");
            default -> "";
        };
    }

    private static String scope(Frame frame, String word) {
        return switch (word) {
            case "national" -> frame.t("inputs.form.scope.national");
            case "regional" -> frame.t("inputs.form.scope.regional");
            case "global" -> frame.t("inputs.form.scope.global");
            default -> "";
        };
    }

    private static List<Line> consent(Frame frame, Questionnaire questionnaire, DraftContent content) {
        List<Line> lines = new ArrayList<>();
        for (Use use : Use.asked(questionnaire))
            lines.add(new Line(
                    UseWords.question(frame, use),
                    AnswerConsentPages.word(frame, content.consent().get(use.word())),
                    false));
        return lines;
    }
}
