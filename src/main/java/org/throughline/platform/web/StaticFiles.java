package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Style sheets, scripts and pictures, kept in memory ready compressed, in front of everything else. Their
/// addresses carry a hash of their content, so that browsers may keep them for ever.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public class StaticFiles extends OncePerRequestFilter {

    private static final String PREFIX = "/assets/";

    /// Address below `/assets/` to class path; nothing else is served.
    private static final Map<String, String> SOURCES = Map.of(
            "bootstrap.css", "/META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.min.css",
            "bootstrap.rtl.css", "/META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.rtl.min.css",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "throughline.css", "/static/css/throughline.css",
            "throughline.js", "/static/js/throughline.js",
            "workbench.js", "/static/js/workbench.js",
            "verify.js", "/static/js/verify.js",
            "verify-page.js", "/static/js/verify-page.js",
            "favicon.svg", "/static/favicon.svg");

    private static final Map<String, Asset> ASSETS = new ConcurrentHashMap<>();

    private record Asset(byte[] plain, byte[] gzip, String hash, String type) {}

    static String versioned(String name) {
        return PREFIX + name + "?v=" + asset(name).hash();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return !uri.startsWith(PREFIX) && !uri.equals("/favicon.ico");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String uri = request.getRequestURI();
        String name = uri.equals("/favicon.ico") ? "favicon.svg" : uri.substring(PREFIX.length());
        if (!SOURCES.containsKey(name)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = asset(name);
        response.setHeader("ETag", "\"" + asset.hash() + "\"");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept-Encoding");
        if (("\"" + asset.hash() + "\"").equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        boolean gzip = Gzip.accepted(request);
        if (gzip) response.setHeader("Content-Encoding", "gzip");
        byte[] body = gzip ? asset.gzip() : asset.plain();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Asset asset(String name) {
        return ASSETS.computeIfAbsent(name, StaticFiles::load);
    }

    private static Asset load(String name) {
        String source = SOURCES.get(name);
        if (source == null) throw new IllegalArgumentException("No such asset: " + name);
        try (InputStream in = StaticFiles.class.getResourceAsStream(source)) {
            if (in == null) throw new IllegalStateException("Missing from the release: " + source);
            byte[] plain = in.readAllBytes();
            return new Asset(plain, Gzip.pack(plain), hash(plain), typeOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(String name) {
        if (name.endsWith(".css")) return "text/css;charset=utf-8";
        if (name.endsWith(".js")) return "text/javascript;charset=utf-8";
        return "image/svg+xml";
    }

    static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
