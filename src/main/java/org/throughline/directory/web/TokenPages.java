package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.PersonName;
import org.throughline.directory.Tokens;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Making and revoking keys for programs, on the account page.
@Controller
class TokenPages {

    private final Tokens tokens;
    private final AccountView view;

    TokenPages(Tokens tokens, AccountView view) {
        this.tokens = tokens;
        this.view = view;
    }

    @SignedIn
    @PostMapping("/account/tokens")
    ModelAndView create(
            Frame frame,
            @RequestParam(name = "token-name", defaultValue = "") String name,
            @RequestParam(name = "token-days", defaultValue = "90") int days,
            HttpServletRequest request) {
        if (PersonName.parse(name).isEmpty()) {
            var errors = FormErrors.collector().add("token-name", frame.t("directory.account.tokens.name.wrong"));
            return view.show(frame, new AccountView.Typed(null, null, name), errors.done(), request);
        }
        String token = tokens.create(AccountView.self(), name.strip(), Duration.ofDays(days));
        request.getSession().setAttribute(AccountView.FRESH_TOKEN, token);
        return Pages.goToAddress(frame.url("/account") + "#tokens");
    }

    @SignedIn
    @PostMapping("/account/tokens/{id}/revocation")
    ModelAndView revoke(@PathVariable UUID id, Frame frame, HttpServletRequest request) {
        tokens.revoke(AccountView.self(), id);
        FrameResolver.notice(request, frame.t("directory.account.tokens.revoked"));
        return Pages.goTo(frame, "/account");
    }
}
