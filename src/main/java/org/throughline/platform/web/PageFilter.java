package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.web.PageStore.Recording;
import org.throughline.platform.web.PageStore.StoredPage;

/// Answers anonymous readers from the [PageStore], in front of the security filters. Whoever carries a session goes
/// past it, to be known first, and may get the same page from [KnownReaderFilter]; whoever carries a token always has
/// the page made.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PageFilter extends OncePerRequestFilter {

    private static final String SESSION_COOKIE = "throughline";
    private static final int LARGEST = 1 << 20;
    private static final Set<String> KEPT_HEADERS = Set.of(
            "Content-Security-Policy",
            "Referrer-Policy",
            "Permissions-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Content-Language",
            "Content-Disposition",
            "Link");

    private final PageStore store;

    PageFilter(PageStore store) {
        this.store = store;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reading = "GET".equals(request.getMethod()) || isHead(request);
        return !reading || request.getHeader("Authorization") != null;
    }

    private static boolean isHead(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod());
    }

    private static boolean hasSession(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return false;
        for (Cookie cookie : cookies) if (cookie.getName().equals(SESSION_COOKIE)) return true;
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyOf(request);
        boolean stranger = !hasSession(request);
        StoredPage page = stranger ? store.find(key) : null;
        if (page != null) {
            send(page, request, response);
            return;
        }
        // A handler may leave the body out for HEAD; what it writes is not kept.
        if (isHead(request)) {
            chain.doFilter(request, response);
            return;
        }
        Recording recording = store.begin(stranger);
        request.setAttribute(PageStore.RECORDING, recording);
        if (!stranger) request.setAttribute(KnownReaderFilter.KEY, key);
        var capture = new Capture(response, recording);
        chain.doFilter(request, capture);
        byte[] body = capture.body();
        if (body == null) return;
        byte[] shown = shownToStrangers(body, request, capture, recording);
        if (shown == null) {
            Gzip.send(body, request, response);
            return;
        }
        StoredPage made = made(shown, capture, recording);
        store.keep(key, made, recording);
        if (stranger) send(made, request, response);
        else Gzip.send(body, request, response);
    }

    private static byte @Nullable [] shownToStrangers(
            byte[] body, HttpServletRequest request, Capture capture, Recording recording) {
        if (capture.getStatus() != 200 || body.length > LARGEST) return null;
        if (recording.stranger) return request.getSession(false) == null ? body : null;
        return recording.strangersCorner == null ? null : ReadersCorner.exchange(body, recording.strangersCorner);
    }

    // The same address says different things in JSON and HTML only under /api, which needs no Accept header.
    private static String keyOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static StoredPage made(byte[] body, Capture capture, Recording recording) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = capture.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        String type = capture.getContentType() == null ? "text/html;charset=utf-8" : capture.getContentType();
        String etag = "\"" + StaticFiles.hash(body) + "\"";
        return new StoredPage(
                Set.copyOf(recording.tags),
                recording.sameForAll,
                type,
                etag,
                headers,
                Gzip.pack(body),
                body.length,
                recording.until);
    }

    private void send(StoredPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding, Cookie, Authorization");
        response.setHeader("ETag", page.etag());
        if (page.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(page.contentType());
        if (Gzip.accepted(request)) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(page.gzip().length);
            response.getOutputStream().write(page.gzip());
        } else {
            byte[] plain = store.plain(page);
            response.setContentLength(plain.length);
            response.getOutputStream().write(plain);
        }
    }

    /// Holds back the body of a page that asked to be kept; lets everything else through untouched.
    private static final class Capture extends HttpServletResponseWrapper {

        private final Recording recording;
        private @Nullable ByteArrayOutputStream held;
        private @Nullable ServletOutputStream stream;
        private @Nullable PrintWriter writer;

        Capture(HttpServletResponse response, Recording recording) {
            super(response);
            this.recording = recording;
        }

        byte @Nullable [] body() {
            if (writer != null) writer.flush();
            return held == null ? null : held.toByteArray();
        }

        @Override
        public void setContentLength(int length) {
            if (!recording.wanted()) super.setContentLength(length);
        }

        @Override
        public void setContentLengthLong(long length) {
            if (!recording.wanted()) super.setContentLengthLong(length);
        }

        @Override
        public void flushBuffer() throws IOException {
            if (held == null) super.flushBuffer();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (!recording.wanted() && stream == null) return super.getOutputStream();
            if (stream == null) {
                held = new ByteArrayOutputStream(16 * 1024);
                stream = new Held(held);
            }
            return stream;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (!recording.wanted() && writer == null) return super.getWriter();
            if (writer == null)
                writer = new PrintWriter(
                        new java.io.OutputStreamWriter(getOutputStream(), java.nio.charset.StandardCharsets.UTF_8));
            return writer;
        }
    }

    private static final class Held extends ServletOutputStream {
        private final ByteArrayOutputStream target;

        Held(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Pages are written in one go");
        }
    }
}
