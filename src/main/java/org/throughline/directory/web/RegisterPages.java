package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.OneTimeLinks.Entered;
import org.throughline.directory.PersonName;
import org.throughline.directory.Registrations;
import org.throughline.directory.Registrations.Registration;
import org.throughline.directory.Registrations.Waiting;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Making an account with a password, and confirming its address.
@Controller
class RegisterPages {

    private static final String FORM = "directory/web/register";
    private static final String OWN = "throughline.registration";

    private final Registrations registrations;
    private final Door door;

    RegisterPages(Registrations registrations, Door door) {
        this.registrations = registrations;
        this.door = door;
    }

    @OpenToAll
    @GetMapping("/register")
    ModelAndView form(Frame frame, @RequestParam(required = false) @Nullable String next) {
        OwnPath back = OwnPath.of(next, frame.url("/work"));
        if (frame.signedIn()) return Pages.goToAddress(back.value());
        return Pages.show(frame, FORM, new RegisterPage("", "", back.value(), FormErrors.NONE));
    }

    @OpenToAll
    @PostMapping("/register")
    ModelAndView register(
            Frame frame,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request) {
        OwnPath back = OwnPath.of(next, frame.url("/work"));
        var errors = FormErrors.collector();
        Optional<PersonName> called = Forms.name(frame, "name", name, errors);
        Optional<EmailAddress> address = Forms.email(frame, "email", email, errors);
        address.ifPresent(known -> Forms.newPassword(frame, "password", password, known, errors));
        if (!errors.isEmpty())
            return Pages.show(
                    frame, FORM, new RegisterPage(name, email, back.value(), errors.done()), Forms.UNPROCESSABLE);
        var wish =
                new Registration(address.orElseThrow(), called.orElseThrow(), password, frame.language(), back.value());
        UUID own = registrations.register(wish, request.getRemoteAddr());
        request.getSession().setAttribute(OWN, own);
        return MailSent.go(frame, wish.email(), request);
    }

    @OpenToAll
    @GetMapping("/register/{secret}")
    ModelAndView look(@PathVariable String secret, Frame frame, HttpServletRequest request) {
        return registrations
                .look(secret, request.getRemoteAddr())
                .map(waiting -> show(frame, secret, waiting, request, FormErrors.NONE, 200))
                .orElseGet(() -> LinkPages.over(frame));
    }

    @OpenToAll
    @PostMapping("/register/{secret}")
    ModelAndView confirm(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Waiting> waiting = registrations.look(secret, request.getRemoteAddr());
        if (waiting.isEmpty()) return LinkPages.over(frame);
        if (!isOwn(waiting.get(), request) && !registrations.matches(secret, password, request.getRemoteAddr())) {
            var errors = FormErrors.collector().add("password", frame.t("directory.confirm.password.wrong"));
            return show(frame, secret, waiting.get(), request, errors.done(), Forms.UNPROCESSABLE);
        }
        return registrations
                .confirm(secret)
                .map(entered -> enter(entered, frame, request, response))
                .orElseGet(() -> LinkPages.over(frame));
    }

    private ModelAndView enter(Entered entered, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        door.enter(entered.person(), request, response);
        return Pages.goToAddress(OwnPath.of(entered.next(), frame.url("/work")).value());
    }

    private static ModelAndView show(
            Frame frame, String secret, Waiting waiting, HttpServletRequest request, FormErrors errors, int status) {
        var page = new ConfirmPage(secret, waiting.email().value(), !isOwn(waiting, request), errors);
        return Pages.show(frame, "directory/web/confirm", page, status);
    }

    private static boolean isOwn(Waiting waiting, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && waiting.id().equals(session.getAttribute(OWN));
    }
}
