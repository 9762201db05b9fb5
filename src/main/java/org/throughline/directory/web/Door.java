package org.throughline.directory.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.throughline.directory.SignedInPerson;

/// Begins and ends the session of a person. A session that existed before signing in gets another number and
/// another form token, so that nobody who knew the old ones is inside.
@Component
class Door {

    private static final String COOKIE = "throughline";

    private final SecurityContextRepository contexts;
    private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();

    private final AnonymousSessions anonymous;
    private final PeopleSessions people;

    Door(SecurityContextRepository contexts, AnonymousSessions anonymous, PeopleSessions people) {
        this.contexts = contexts;
        this.anonymous = anonymous;
        this.people = people;
    }

    void enter(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        anonymous.signedIn(request.getSession());
        request.changeSessionId();
        people.entered(person.id(), request.getSession());
        formTokens.saveToken(null, request, response);
        contexts.saveContext(use(person), request, response);
    }

    /// Makes a person the one of this request only.
    static SecurityContext use(SignedInPerson person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        SecurityContextHolder.setContext(context);
        return context;
    }

    /// Without a session cookie the reader is served from the store of whole pages again.
    static void leave(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
        var cookie = new Cookie(COOKIE, "");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }
}
