package org.throughline.inputs.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.MyInputs;
import org.throughline.inputs.web.WorkPage.DraftLine;
import org.throughline.inputs.web.WorkPage.InputLineOfMine;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.WorkItems;

/// "My work": what waits for the signed-in person in all parts of the program, and their own drafts and inputs.
@Controller
class WorkPages {

    private final InputDrafts drafts;
    private final MyInputs inputs;
    private final Calls calls;
    private final List<WorkItems> others;
    private final Clock clock;

    WorkPages(InputDrafts drafts, MyInputs inputs, Calls calls, List<WorkItems> others, Clock clock) {
        this.drafts = drafts;
        this.inputs = inputs;
        this.calls = calls;
        this.others = others;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping("/work")
    ModelAndView work(Frame frame, Actor actor) {
        List<WorkItems.Item> items = others.stream()
                .flatMap(each -> each.of(java.util.Objects.requireNonNull(frame.viewer()), frame.language()).stream())
                .sorted(Comparator.comparing(
                        WorkItems.Item::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList();
        var page = new WorkPage(
                items,
                drafts.unsentOf(actor).stream()
                        .map(draft -> line(frame, draft, actor))
                        .toList(),
                inputs.of(actor).stream().map(input -> line(frame, input)).toList());
        return Pages.show(frame, "inputs/web/work", page);
    }

    @SignedIn
    @GetMapping("/my-inputs")
    ModelAndView myInputs(Frame frame) {
        return Pages.goToAddress(frame.url("/work") + "#inputs");
    }

    private DraftLine line(Frame frame, Draft draft, Actor actor) {
        Call call = calls.get(draft.call());
        int replaces = draft.replaces() == null
                ? 0
                : inputs.get(draft.replaces(), actor).input().number();
        return new DraftLine(
                AnswerForm.base(draft),
                frame.text(call.title()),
                replaces,
                draft.updatedAt(),
                call.endsAt(),
                call.isOpenAt(clock.instant()),
                draft.shownCode());
    }

    private InputLineOfMine line(Frame frame, InputRecord input) {
        return new InputLineOfMine(
                "/inputs/" + input.id().value(),
                frame.text(calls.get(input.call()).title()),
                input.number(),
                input.receivedAt(),
                MyInputPages.state(frame, input.state()));
    }
}
