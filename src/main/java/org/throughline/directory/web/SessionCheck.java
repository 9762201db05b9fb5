package org.throughline.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.directory.SignIn;
import org.throughline.directory.SignedInPerson;

/// Runs behind the security filters: replaces what a session remembers of a person by what is true now, and ends
/// the session when it is over.
@Component
@Order(-50)
class SessionCheck extends OncePerRequestFilter {

    private final SignIn signIn;

    SessionCheck(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedInPerson remembered
                && remembered.way() != SignedInPerson.Way.TOKEN)
            signIn.current(remembered).ifPresentOrElse(Door::use, () -> Door.leave(request, response));
        chain.doFilter(request, response);
    }
}
