package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.inputs.Consent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.MyInputs;
import org.throughline.inputs.OwnInput;
import org.throughline.inputs.OwnInput.OwnEndorser;
import org.throughline.inputs.Use;
import org.throughline.inputs.web.OwnInputPage.AnswerLine;
import org.throughline.inputs.web.OwnInputPage.EndorserLine;
import org.throughline.inputs.web.OwnInputPage.HistoryLine;
import org.throughline.inputs.web.OwnInputPage.UseChoice;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// What the owner of an input does with it after sending: see what is public of it, change the consent, replace it,
/// take it back.
@Controller
class MyInputPages {

    private final MyInputs mine;
    private final Inputs inputs;
    private final InputDrafts drafts;
    private final Calls calls;
    private final Files files;
    private final FileDownload download;
    private final AnswerLayout layout;

    MyInputPages(
            MyInputs mine,
            Inputs inputs,
            InputDrafts drafts,
            Calls calls,
            Files files,
            FileDownload download,
            AnswerLayout layout) {
        this.mine = mine;
        this.inputs = inputs;
        this.drafts = drafts;
        this.calls = calls;
        this.files = files;
        this.download = download;
        this.layout = layout;
    }

    @SignedIn
    @GetMapping("/inputs/{id}")
    ModelAndView show(Frame frame, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "inputs/web/own-input", page(frame, mine.get(inputId(id), actor), actor));
    }

    private static InputId inputId(String id) {
        return new InputId(FormDesk.uuid(id));
    }

    private OwnInputPage page(Frame frame, OwnInput own, Actor actor) {
        InputRecord input = own.input();
        Questionnaire questionnaire = calls.questionnaire(input.call(), own.questionnaireVersion());
        List<AnswerLine> answers = own.answers().stream()
                .map(answer -> new AnswerLine(
                        questionnaire.labelOf(answer.question()),
                        layout.of(frame, questionnaire, answer.question(), answer.value(), answer.text())))
                .toList();
        boolean owner = actor.person() != null && actor.person().equals(input.owner());
        // Others may take consent back on the owner's word; to allow more is the owner's alone.
        List<UseChoice> uses = Use.asked(questionnaire).stream()
                .filter(use -> owner || input.consent().allows(use))
                .map(use -> new UseChoice(
                        use.word(),
                        UseWords.question(frame, use),
                        UseWords.meaning(frame, use),
                        input.consent().allows(use)))
                .toList();
        List<EndorserLine> endorsers = own.endorsers().stream()
                .map(endorser -> new EndorserLine(
                        endorser.organisation(), endorser.name(), standing(frame, endorser.standing())))
                .toList();
        List<HistoryLine> history = own.history().stream()
                .map(change -> new HistoryLine(
                        frame.dateTime(change.at()),
                        change.allowed()
                                ? frame.t("inputs.form.own.allowed", UseWords.name(frame, change.use()))
                                : frame.t("inputs.form.own.not-allowed", UseWords.name(frame, change.use()))))
                .toList();
        return new OwnInputPage(
                calls.get(input.call()),
                own,
                state(frame, input.state()),
                isPublic(frame, input, Use.asked(questionnaire).contains(Use.FILES)),
                uses,
                answers,
                endorsers,
                history,
                owner);
    }

    /// A file that its owner attached, as it was sent.
    @SignedIn
    @GetMapping("/inputs/{id}/files/{file}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable UUID file, Actor actor) {
        boolean attached = mine.get(inputId(id), actor).files().stream()
                .anyMatch(one -> one.file().equals(file));
        if (!attached) throw Refusal.notFound();
        return download.of(files.find(new FileId(file)).orElseThrow(Refusal::notFound));
    }

    static String state(Frame frame, InputRecord.State state) {
        return switch (state) {
            case RECEIVED -> frame.t("inputs.form.state.received");
            case PUBLISHED -> frame.t("inputs.form.state.published");
            case WITHHELD -> frame.t("inputs.form.state.withheld");
            case DUPLICATE -> frame.t("inputs.form.state.duplicate");
            case WITHDRAWN -> frame.t("inputs.form.state.withdrawn");
        };
    }

    private static String standing(Frame frame, OwnEndorser.Standing standing) {
        return switch (standing) {
            case NOT_ASKED -> frame.t("inputs.form.standing.not-asked");
            case ASKED -> frame.t("inputs.form.standing.asked");
            case CONFIRMED -> frame.t("inputs.form.standing.confirmed");
            case DECLINED -> frame.t("inputs.form.standing.declined");
        };
    }

    private static List<String> isPublic(Frame frame, InputRecord input, boolean files) {
        List<String> sentences = new ArrayList<>();
        if (input.state() != InputRecord.State.PUBLISHED) {
            sentences.add(frame.t("inputs.form.own.public.nothing"));
            return sentences;
        }
        Consent consent = input.consent();
        sentences.add(frame.t("inputs.form.own.public.text"));
        sentences.add(
                consent.name() ? frame.t("inputs.form.own.public.name") : frame.t("inputs.form.own.public.no-name"));
        if (files)
            sentences.add(
                    consent.files()
                            ? frame.t("inputs.form.own.public.files")
                            : frame.t("inputs.form.own.public.no-files"));
        sentences.add(
                consent.quotation()
                        ? frame.t("inputs.form.own.public.quotation")
                        : frame.t("inputs.form.own.public.no-quotation"));
        return sentences;
    }

    @SignedIn
    @PostMapping("/inputs/{id}/consent")
    ModelAndView consent(
            Frame frame,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        List<String> allowed = fields.getOrDefault("allowed", List.of());
        List<Use> uses = Arrays.stream(Use.values())
                .filter(use -> allowed.contains(use.word()))
                .toList();
        inputs.setConsent(inputId(id), Consent.to(uses), actor);
        FrameResolver.notice(request, frame.t("inputs.form.own.consent.saved"));
        return Pages.goTo(frame, "/inputs/" + inputId(id).value());
    }

    @SignedIn
    @PostMapping("/inputs/{id}/replacement")
    ModelAndView replace(Frame frame, @PathVariable String id, Actor actor) {
        return Pages.goTo(frame, AnswerForm.base(drafts.startReplacement(inputId(id), actor)));
    }

    @SignedIn
    @GetMapping("/inputs/{id}/withdrawal")
    ModelAndView askWithdrawal(Frame frame, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "inputs/web/withdrawal", page(frame, mine.get(inputId(id), actor), actor));
    }

    @SignedIn
    @PostMapping("/inputs/{id}/withdrawal")
    ModelAndView withdraw(Frame frame, @PathVariable String id, Actor actor, HttpServletRequest request) {
        inputs.withdraw(inputId(id), actor);
        FrameResolver.notice(request, frame.t("inputs.form.withdrawal.done"));
        return Pages.goTo(frame, "/inputs/" + inputId(id).value());
    }
}
