package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.DemoPeople.Persona;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// In a demonstration, the example people and a button to be each of them. Elsewhere there is nothing here.
@Controller
class DemoPeoplePages {

    private final DemoPeople demo;
    private final Door door;

    DemoPeoplePages(DemoPeople demo, Door door) {
        this.demo = demo;
        this.door = door;
    }

    @OpenToAll
    @GetMapping("/demo/people")
    ModelAndView list(Frame frame) {
        if (!frame.demo()) throw Refusal.notFound();
        List<DemoPeoplePage.Line> lines = Arrays.stream(Persona.values())
                .map(persona -> new DemoPeoplePage.Line(
                        persona.code(),
                        persona.personName(),
                        persona.email().value(),
                        role(frame, persona),
                        mayDo(frame, persona)))
                .toList();
        return Pages.show(frame, "directory/web/demo-people", new DemoPeoplePage(lines));
    }

    @OpenToAll
    @PostMapping("/demo/people/{persona}")
    ModelAndView be(
            @PathVariable String persona, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        var person = demo.signInAs(persona);
        door.enter(person, request, response);
        FrameResolver.notice(request, frame.t("directory.demo.entered", person.name()));
        return Pages.goTo(frame, start(person.permissions().size() > 1));
    }

    // Those who have work are shown it; the others begin where everybody does.
    private static String start(boolean hasWork) {
        return hasWork ? "/work" : "/";
    }

    private static String role(Frame frame, Persona persona) {
        return persona == Persona.ANALYST2
                ? frame.t("directory.demo.analyst2.role")
                : RoleWords.name(frame, persona.role());
    }

    private static String mayDo(Frame frame, Persona persona) {
        return persona == Persona.ANALYST2 ? frame.t("directory.demo.analyst2") : RoleWords.does(frame, persona.role());
    }
}
