package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.OneTimeLinks;
import org.throughline.directory.SignIn;
import org.throughline.directory.SignedInPerson;
import org.throughline.platform.access.AccessGuard;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// The two ways in, by password and by a link, and the way out.
@Controller
class SignInPages {

    private static final String PAGE = "directory/web/sign-in";

    private final SignIn signIn;
    private final OneTimeLinks links;
    private final Door door;

    SignInPages(SignIn signIn, OneTimeLinks links, Door door) {
        this.signIn = signIn;
        this.links = links;
        this.door = door;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    ModelAndView form(Frame frame, @RequestParam(required = false) @Nullable String next) {
        OwnPath back = OwnPath.of(next, frame.url("/work"));
        if (frame.signedIn()) return Pages.goToAddress(back.value());
        return Pages.show(frame, PAGE, new SignInPage("", "", back.value(), FormErrors.NONE));
    }

    @OpenToAll
    @PostMapping("/sign-in")
    ModelAndView enter(
            Frame frame,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnPath back = OwnPath.of(next, frame.url("/work"));
        var errors = FormErrors.collector();
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) errors.add("email", frame.t("directory.form.email.wrong"));
        if (password.isEmpty()) errors.add("password", frame.t("directory.sign-in.password.missing"));
        if (errors.isEmpty()) {
            Optional<SignedInPerson> person =
                    signIn.byPassword(address.orElseThrow(), password, request.getRemoteAddr());
            if (person.isPresent()) {
                door.enter(person.get(), request, response);
                return Pages.goToAddress(back.value());
            }
            errors.add("password", frame.t("directory.sign-in.refused"));
        }
        return Pages.show(frame, PAGE, new SignInPage(email, "", back.value(), errors.done()), Forms.UNPROCESSABLE);
    }

    @OpenToAll
    @PostMapping("/sign-in/link")
    ModelAndView sendLink(
            Frame frame,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request) {
        OwnPath back = OwnPath.of(next, frame.url("/work"));
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            var errors = FormErrors.collector().add("link-email", frame.t("directory.form.email.wrong"));
            return Pages.show(frame, PAGE, new SignInPage("", email, back.value(), errors.done()), Forms.UNPROCESSABLE);
        }
        links.send(address.get(), frame.language(), back.value(), request.getRemoteAddr());
        return MailSent.go(frame, address.get(), request);
    }

    @OpenToAll
    @PostMapping("/sign-out")
    ModelAndView leave(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        if (AccessGuard.viewer() instanceof SignedInPerson person) signIn.left(person);
        Door.leave(request, response);
        return Pages.goTo(frame, "/");
    }
}
