package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.Languages;

/// Takes the language off the front of the address (`/fr/calls` is `/calls` in French), so that handlers know one
/// address and every language has its own, which caches, links and can be crawled. No prefix is English.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class LanguageFilter extends OncePerRequestFilter {

    private static final String LANGUAGE = LanguageFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String uri = request.getRequestURI();
        String prefix = prefixOf(uri);
        if (prefix.isEmpty()) {
            request.setAttribute(LANGUAGE, Languages.DEFAULT);
            chain.doFilter(new Unprefixed(request, uri, Locale.ENGLISH), response);
            return;
        }
        if (prefix.equals(Languages.DEFAULT)) {
            // Two slashes at the start would be the address of another site.
            String rest = uri.substring(3).replaceFirst("^/+", "/");
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    "Location",
                    (rest.isEmpty() ? "/" : rest)
                            + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
            return;
        }
        request.setAttribute(LANGUAGE, prefix);
        String rest = uri.substring(prefix.length() + 1);
        chain.doFilter(new Unprefixed(request, rest.isEmpty() ? "/" : rest, Locale.forLanguageTag(prefix)), response);
    }

    static String prefixOf(String uri) {
        if (uri.length() < 3 || uri.charAt(0) != '/' || (uri.length() > 3 && uri.charAt(3) != '/')) return "";
        String candidate = uri.substring(1, 3);
        return Languages.isKnown(candidate) ? candidate : "";
    }

    /// The language of the request's address.
    public static String languageOf(HttpServletRequest request) {
        return request.getAttribute(LANGUAGE) instanceof String language ? language : Languages.DEFAULT;
    }

    private static final class Unprefixed extends HttpServletRequestWrapper {
        private final String uri;
        private final Locale locale;

        Unprefixed(HttpServletRequest request, String uri, Locale locale) {
            super(request);
            this.uri = uri;
            this.locale = locale;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            int start = url.indexOf("/", url.indexOf("//") + 2);
            return new StringBuffer(start < 0 ? url : url.substring(0, start)).append(uri);
        }

        @Override
        public String getServletPath() {
            return java.net.URLDecoder.decode(uri.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public Locale getLocale() {
            return locale;
        }
    }
}
