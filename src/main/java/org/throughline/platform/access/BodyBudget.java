package org.throughline.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.Refusal;

/// Lets in only as many bodies at once as the memory bears. The container sets the room for a form aside as soon as
/// its length is announced, so a few hundred connections that announce much and send nothing would take all of it.
///
/// Whoever has not signed in has a room of their own, so that strangers cannot shut out people, and smaller forms.
/// A form with files that belongs to no session is refused before any of it is written to the disk.
final class BodyBudget extends OncePerRequestFilter {

    private static final int SMALL = 64 << 10;
    private static final int LARGEST_OF_STRANGERS = 1 << 20;
    // The container takes no longer forms; of a body with parts it holds the texts only, files go to the disk.
    private static final int LARGEST = 4 << 20;
    private static final int WITH_FILES = 1 << 20;
    // Whole registers are brought in by people only.
    private static final long FILES_OF_STRANGERS = 40 << 20;

    private final Semaphore people;
    private final Semaphore strangers;
    private final RefusalAnswer answer;

    BodyBudget(int bytes, RefusalAnswer answer) {
        this.people = new Semaphore(bytes);
        this.strangers = new Semaphore(bytes);
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stranger = SecurityContextHolder.getContext().getAuthentication() == null;
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean withFiles = type.startsWith("multipart/");
        boolean form = type.startsWith("application/x-www-form-urlencoded");
        int room = roomFor(request, withFiles);
        if (stranger && withFiles && !isProgram(request) && request.getSession(false) == null) {
            answer.give(new FormExpired(), request, response);
        } else if (stranger && (withFiles ? isHuge(request) : form && room > LARGEST_OF_STRANGERS)) {
            answer.give(Refusal.tooLarge(), request, response);
        } else {
            takeIn(stranger ? strangers : people, room, request, response, chain);
        }
    }

    // A length that is not announced may become anything.
    private static boolean isHuge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 ? request.getHeader("Transfer-Encoding") != null : length > FILES_OF_STRANGERS;
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    // A length that is not announced may become the largest.
    private static int roomFor(HttpServletRequest request, boolean withFiles) {
        if (withFiles) return WITH_FILES;
        long length = request.getContentLengthLong();
        if (length < 0) return request.getHeader("Transfer-Encoding") == null ? 0 : LARGEST;
        return length <= SMALL ? 0 : (int) Math.min(length, LARGEST);
    }

    private void takeIn(
            Semaphore budget, int room, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!budget.tryAcquire(room)) {
            answer.give(Refusal.busy(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            budget.release(room);
        }
    }
}
