package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.Access;
import org.throughline.directory.Accounts;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.directory.Role;
import org.throughline.directory.SignedInPerson;
import org.throughline.directory.Tokens;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.AccessGuard;
import org.throughline.platform.web.AccountLinks;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;

/// Puts the account page together, for all the forms on it.
@Component
class AccountView {

    static final String FRESH_TOKEN = "throughline.fresh-token";

    private final People people;
    private final Accounts accounts;
    private final Access access;
    private final Tokens tokens;
    private final List<AccountLinks> links;

    AccountView(People people, Accounts accounts, Access access, Tokens tokens, List<AccountLinks> links) {
        this.people = people;
        this.accounts = accounts;
        this.access = access;
        this.tokens = tokens;
        this.links = links;
    }

    /// What was typed into the form that is shown again.
    record Typed(@Nullable String name, @Nullable String language, String tokenName) {

        static final Typed NOTHING = new Typed(null, null, "");
    }

    static SignedInPerson self() {
        if (AccessGuard.viewer() instanceof SignedInPerson person) return person;
        throw Refusal.signInFirst();
    }

    Person person() {
        return people.find(self().person()).orElseThrow(Refusal::notFound);
    }

    ModelAndView show(Frame frame, Typed typed, FormErrors errors, HttpServletRequest request) {
        SignedInPerson self = self();
        Person person = person();
        String language = typed.language() == null ? person.language() : typed.language();
        var page = new AccountPage(
                typed.name() == null ? person.name() : typed.name(),
                person.email().value(),
                Forms.languages(language),
                roles(frame, self.person()),
                accounts.hasPassword(self.person()),
                accounts.mustSayPassword(self),
                typed.tokenName(),
                lives(frame),
                tokens.of(self.person()).stream()
                        .map(token -> line(frame, token))
                        .toList(),
                freshToken(request),
                links.stream().flatMap(one -> one.of(frame.language()).stream()).toList(),
                errors);
        return Pages.show(frame, "directory/web/account", page, errors.isEmpty() ? 200 : Forms.UNPROCESSABLE);
    }

    private List<String> roles(Frame frame, PersonId person) {
        return Stream.concat(Stream.of(Role.CONTRIBUTOR), access.rolesOf(person).stream())
                .map(role -> RoleWords.name(frame, role))
                .toList();
    }

    private static List<Option> lives(Frame frame) {
        return Stream.of(30, 90, 365)
                .map(days ->
                        new Option(String.valueOf(days), frame.t("directory.account.tokens.days", days), days == 90))
                .toList();
    }

    private static AccountPage.TokenLine line(Frame frame, Tokens.Token token) {
        return new AccountPage.TokenLine(
                token.id().toString(),
                token.name(),
                frame.date(token.createdAt()),
                frame.date(token.expiresAt()),
                token.usedAt() == null ? null : frame.dateTime(token.usedAt()));
    }

    // Shown once: reading it takes it out of the session.
    private static @Nullable String freshToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !"GET".equals(request.getMethod())) return null;
        Object token = session.getAttribute(FRESH_TOKEN);
        session.removeAttribute(FRESH_TOKEN);
        return (String) token;
    }
}
