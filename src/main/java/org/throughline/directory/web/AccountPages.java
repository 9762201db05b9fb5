package org.throughline.directory.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.AccessGuard;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// One's own account.
@Controller
class AccountPages {

    private final People people;

    AccountPages(People people) {
        this.people = people;
    }

    @SignedIn
    @GetMapping("/account")
    ModelAndView account(Frame frame) {
        Person person = people.find(new PersonId(AccessGuard.viewer().id())).orElseThrow(Refusal::notFound);
        return Pages.show(frame, "directory/web/account", new AccountPage(person.name(), person.email().value()));
    }
}
