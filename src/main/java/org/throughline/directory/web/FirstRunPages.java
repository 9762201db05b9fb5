package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.FirstRun;
import org.throughline.directory.PersonName;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Where the first operator makes their account, at the address that the start has shown.
@Controller
class FirstRunPages {

    private final FirstRun firstRun;
    private final Door door;

    FirstRunPages(FirstRun firstRun, Door door) {
        this.firstRun = firstRun;
        this.door = door;
    }

    @OpenToAll
    @GetMapping("/first-run/{secret}")
    ModelAndView form(@PathVariable String secret, Frame frame) {
        if (!firstRun.isOpen(secret)) throw Refusal.notFound();
        return Pages.show(frame, "directory/web/first-run", new FirstRunPage(secret, "", "", FormErrors.NONE));
    }

    @OpenToAll
    @PostMapping("/first-run/{secret}")
    ModelAndView make(
            @PathVariable String secret,
            Frame frame,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!firstRun.isOpen(secret)) throw Refusal.notFound();
        var errors = FormErrors.collector();
        Optional<PersonName> called = Forms.name(frame, "name", name, errors);
        Optional<EmailAddress> address = Forms.email(frame, "email", email, errors);
        address.ifPresent(known -> Forms.newPassword(frame, "password", password, known, errors));
        if (!errors.isEmpty()) {
            var page = new FirstRunPage(secret, name, email, errors.done());
            return Pages.show(frame, "directory/web/first-run", page, Forms.UNPROCESSABLE);
        }
        var operator = firstRun.make(secret, address.orElseThrow(), called.orElseThrow(), password, frame.language())
                .orElseThrow(Refusal::notFound);
        door.enter(operator, request, response);
        FrameResolver.notice(request, frame.t("directory.first-run.done"));
        return Pages.goTo(frame, "/people");
    }
}
