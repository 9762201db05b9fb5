package org.throughline.inputs.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Endorsements;
import org.throughline.inputs.Endorsements.Request;
import org.throughline.inputs.Endorsements.State;
import org.throughline.inputs.web.OwnInputPage.AnswerLine;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Where those who were named as joint endorsers say whether they are. The link is the proof of who asks; only its
/// buttons answer, because mail scanners open every link.
@Controller
class EndorsePages {

    private final Endorsements endorsements;
    private final Calls calls;
    private final AnswerLayout layout;

    EndorsePages(Endorsements endorsements, Calls calls, AnswerLayout layout) {
        this.endorsements = endorsements;
        this.calls = calls;
        this.layout = layout;
    }

    @OpenToAll
    @GetMapping("/endorse/{secret}")
    ModelAndView look(Frame frame, @PathVariable String secret) {
        return endorsements
                .find(secret)
                .map(request -> show(frame, secret, request))
                .orElseGet(() -> over(frame));
    }

    @OpenToAll
    @PostMapping("/endorse/{secret}")
    ModelAndView answer(
            Frame frame,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "0") int revision) {
        if (endorsements.find(secret).isEmpty()) return over(frame);
        boolean confirm = answer.equals("confirm");
        if (confirm || answer.equals("decline")) endorsements.answer(secret, confirm, revision);
        return Pages.goTo(frame, "/endorse/" + secret);
    }

    private ModelAndView show(Frame frame, String secret, Request request) {
        Call call = calls.get(request.call());
        Questionnaire questionnaire = calls.questionnaire(request.call(), request.questionnaireVersion());
        List<AnswerLine> answers = request.answers().stream()
                .map(answer -> new AnswerLine(
                        questionnaire.labelOf(answer.question()),
                        layout.of(frame, questionnaire, answer.question(), answer.value(), answer.text())))
                .toList();
        int status = request.state() == State.EXPIRED || request.state() == State.WITHDRAWN ? 410 : 200;
        return Pages.show(
                frame, "inputs/web/endorse", new EndorsePage(call, request, "/endorse/" + secret, answers), status);
    }

    private static ModelAndView over(Frame frame) {
        return Pages.show(frame, "inputs/web/endorse-over", frame, 410);
    }
}
