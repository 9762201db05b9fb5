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
import org.throughline.directory.OneTimeLinks;
import org.throughline.directory.OneTimeLinks.Entered;
import org.throughline.directory.OneTimeLinks.Waiting;
import org.throughline.directory.PersonName;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// The page that a one-time link opens. Only its button uses the link up.
@Controller
class LinkPages {

    static final int GONE = 410;

    private final OneTimeLinks links;
    private final Door door;

    LinkPages(OneTimeLinks links, Door door) {
        this.links = links;
        this.door = door;
    }

    @OpenToAll
    @GetMapping("/sign-in/link/{secret}")
    ModelAndView look(@PathVariable String secret, Frame frame, HttpServletRequest request) {
        return links.look(secret, request.getRemoteAddr())
                .map(waiting -> show(frame, secret, waiting, "", FormErrors.NONE, 200))
                .orElseGet(() -> over(frame));
    }

    @OpenToAll
    @PostMapping("/sign-in/link/{secret}")
    ModelAndView use(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Waiting> waiting = links.look(secret, request.getRemoteAddr());
        if (waiting.isEmpty()) return over(frame);
        PersonName called = null;
        if (waiting.get().needsName()) {
            var errors = FormErrors.collector();
            called = Forms.name(frame, "name", name, errors).orElse(null);
            if (called == null) return show(frame, secret, waiting.get(), name, errors.done(), Forms.UNPROCESSABLE);
        }
        return links.use(secret, called, request.getRemoteAddr())
                .map(entered -> enter(entered, frame, request, response))
                .orElseGet(() -> over(frame));
    }

    private ModelAndView enter(Entered entered, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        door.enter(entered.person(), request, response);
        return Pages.goToAddress(OwnPath.of(entered.next(), frame.url("/work")).value());
    }

    private static ModelAndView show(
            Frame frame, String secret, Waiting waiting, String name, FormErrors errors, int status) {
        var page = new LinkPage(secret, waiting.email().value(), waiting.needsName(), name, errors);
        return Pages.show(frame, "directory/web/link", page, status);
    }

    /// The answer to every link that cannot be used, whatever the reason.
    static ModelAndView over(Frame frame) {
        return Pages.show(frame, "directory/web/link-over", new LinkOverPage(), GONE);
    }
}
