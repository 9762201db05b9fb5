package org.throughline.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.Refusal;

/// Refuses what is announced as larger than anything the program takes in, before any of it is read. A body of
/// unknown length is held to the same measure while it is read: by the container where it has parts, else by its
/// handler.
final class BodyLimit extends OncePerRequestFilter {

    private final DataSize largest;
    private final RefusalAnswer answer;

    BodyLimit(DataSize largest, RefusalAnswer answer) {
        this.largest = largest;
        this.answer = answer;
    }

    boolean isExceededBy(HttpServletRequest request) {
        return request.getContentLengthLong() > largest.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isExceededBy(request)) answer.give(Refusal.tooLarge(), request, response);
        else chain.doFilter(request, response);
    }
}
