package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.Families;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Campaigns at the desk: what the program proposes, what was accepted.
@Controller
class DeskFamilies {

    private final Calls calls;
    private final Families families;

    DeskFamilies(Calls calls, Families families) {
        this.calls = calls;
        this.families = families;
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk/families")
    ModelAndView show(Frame frame, @PathVariable String slug) {
        return show(frame, call(slug), Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/calls/{slug}/desk/families")
    ModelAndView accept(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<Integer> n,
            @RequestParam(defaultValue = "") String field,
            HttpServletRequest request) {
        Call call = call(slug);
        if (n.size() < 2) {
            var errors = FormErrors.collector().add(field, frame.t("inputs.problem.family-of-one"));
            return show(frame, call, Typed.NOTHING, errors.done(), 422);
        }
        families.accept(call.id(), n, actor);
        FrameResolver.notice(request, frame.t("inputs.family.accepted", n.size()));
        return Pages.goTo(frame, "/calls/" + slug + "/desk/families");
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/calls/{slug}/desk/families/{id}/members")
    ModelAndView add(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        Call call = call(slug);
        try {
            String wanted = number.strip();
            int members = families.add(
                    call.id(), FormDesk.uuid(id), wanted.matches("[0-9]{1,9}") ? Integer.parseInt(wanted) : 0, actor);
            FrameResolver.notice(request, frame.t("inputs.family.accepted", members));
            return Pages.goTo(frame, "/calls/" + slug + "/desk/families");
        } catch (Refusal refusal) {
            if (!refusal.slug().equals("not-to-add")) throw refusal;
            String field = families.accepted(call.id()).stream()
                    .filter(family -> FormDesk.uuid(id).equals(family.id()))
                    .map(FamiliesPage::adding)
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            var errors = FormErrors.collector()
                    .add(
                            field,
                            frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return show(frame, call, Typed.of(Map.of(field, List.of(number))), errors.done(), 422);
        }
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/calls/{slug}/desk/families/{id}/dissolution")
    ModelAndView dissolve(
            Frame frame, Actor actor, @PathVariable String slug, @PathVariable String id, HttpServletRequest request) {
        families.dissolve(call(slug).id(), FormDesk.uuid(id), actor);
        FrameResolver.notice(request, frame.t("inputs.family.dissolved"));
        return Pages.goTo(frame, "/calls/" + slug + "/desk/families");
    }

    private Call call(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, Call call, Typed typed, FormErrors errors, int status) {
        var page = new FamiliesPage(call, families.proposed(call.id()), families.accepted(call.id()), typed, errors);
        return Pages.show(frame, "inputs/web/families", page, status);
    }
}
