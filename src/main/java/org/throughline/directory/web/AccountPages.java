package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.Accounts;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.Person;
import org.throughline.directory.PersonName;
import org.throughline.directory.SignedInPerson;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// One's own account: who one is, how one signs in, and the end of it.
@Controller
class AccountPages {

    private final Accounts accounts;
    private final AccountView view;
    private final Door door;

    AccountPages(Accounts accounts, AccountView view, Door door) {
        this.accounts = accounts;
        this.view = view;
        this.door = door;
    }

    @SignedIn
    @GetMapping("/account")
    ModelAndView account(Frame frame, HttpServletRequest request) {
        return view.show(frame, AccountView.Typed.NOTHING, FormErrors.NONE, request);
    }

    @SignedIn
    @PostMapping("/account/details")
    ModelAndView describe(
            Frame frame,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request) {
        var errors = FormErrors.collector();
        Optional<PersonName> called = Forms.name(frame, "name", name, errors);
        if (called.isEmpty())
            return view.show(frame, new AccountView.Typed(name, language, ""), errors.done(), request);
        accounts.describe(AccountView.self(), called.get(), language);
        FrameResolver.notice(request, frame.t("directory.account.details.saved"));
        return Pages.goTo(frame, "/account");
    }

    @SignedIn
    @PostMapping("/account/password")
    ModelAndView password(
            Frame frame,
            @RequestParam(name = "current-password", defaultValue = "") String current,
            @RequestParam(name = "new-password", defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInPerson self = AccountView.self();
        var errors = FormErrors.collector();
        Forms.newPassword(frame, "new-password", chosen, view.person().email(), errors);
        if (errors.isEmpty()) {
            Optional<SignedInPerson> after = accounts.changePassword(self, current, chosen, frame.language());
            if (after.isPresent()) {
                door.enter(after.get(), request, response);
                FrameResolver.notice(request, frame.t("directory.account.password.saved"));
                return Pages.goTo(frame, "/account");
            }
            errors.add("current-password", frame.t("directory.account.password.wrong"));
        }
        return view.show(frame, AccountView.Typed.NOTHING, errors.done(), request);
    }

    @SignedIn
    @PostMapping("/account/sessions-end")
    ModelAndView endSessions(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        accounts.endOtherSessions(AccountView.self()).ifPresent(self -> door.enter(self, request, response));
        FrameResolver.notice(request, frame.t("directory.account.sessions.done"));
        return Pages.goTo(frame, "/account");
    }

    @SignedIn
    @GetMapping("/account/deletion")
    ModelAndView askDeletion(Frame frame) {
        return deletion(frame, "", FormErrors.NONE, 200);
    }

    @SignedIn
    @PostMapping("/account/deletion")
    ModelAndView delete(
            Frame frame,
            @RequestParam(name = "email", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person person = view.person();
        if (!EmailAddress.parse(typed).equals(Optional.of(person.email()))) {
            var errors = FormErrors.collector().add("email", frame.t("directory.deletion.wrong"));
            return deletion(frame, typed, errors.done(), Forms.UNPROCESSABLE);
        }
        accounts.delete(AccountView.self());
        Door.leave(request, response);
        return Pages.goTo(frame, "/account/deleted");
    }

    @OpenToAll
    @GetMapping("/account/deleted")
    ModelAndView deleted(Frame frame) {
        return Pages.show(frame, "directory/web/deleted", new DeletionPage("", "", FormErrors.NONE));
    }

    private ModelAndView deletion(Frame frame, String typed, FormErrors errors, int status) {
        var page = new DeletionPage(view.person().email().value(), typed, errors);
        return Pages.show(frame, "directory/web/deletion", page, status);
    }
}
