package org.throughline.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Which site's page sent a form, by what the browser says of it. No page can write these headers itself, so
/// another site may keep them back but never pass for ours.
public enum FormOrigin {
    OURS,
    ANOTHER,
    /// The browser says nothing: an old one, or one that keeps to itself where it comes from.
    UNKNOWN;

    /// The field by which a form that was handed back says so. Its reader has seen it and pressed the button since,
    /// and signed in meanwhile, so it cannot carry the token of the session that it will arrive in.
    public static final String HANDED_BACK = "_handed_back";

    public static FormOrigin of(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin") ? OURS : ANOTHER;
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String address = origin != null ? origin : request.getHeader(HttpHeaders.REFERER);
        if (address == null) return UNKNOWN;
        return pathHere(address, request) != null ? OURS : ANOTHER;
    }

    /// Whether this form was handed back by us and comes from that very page.
    static boolean isHandedBack(HttpServletRequest request) {
        return of(request) == OURS && request.getParameter(HANDED_BACK) != null;
    }

    /// Path and query of an address of this site; null for every other one.
    public static @Nullable String pathHere(@Nullable String address, HttpServletRequest request) {
        if (address == null) return null;
        try {
            URI uri = URI.create(address);
            if (uri.getRawAuthority() == null
                    || !uri.getRawAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))) return null;
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            if (path.startsWith("//")) return null;
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
