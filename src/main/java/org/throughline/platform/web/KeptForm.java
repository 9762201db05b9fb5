package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// A form that came after its session was over, handed back whole: the reader signs in in another window and sends
/// it once more, and has not typed for nothing. Only what this site's own pages sent is handed back, so that no
/// other site can have its words sent on by a reader; what has secrets or files in it is not.
///
/// @param action where the form goes
/// @param back the page it stood on
/// @param signIn where to sign in, with the way back
public record KeptForm(String action, String back, String signIn, List<Field> fields) {

    public record Field(String name, String value) {}

    private static final int WORTH_SHOWING = 20;

    /// The form of this request; null when it must not or cannot be handed back.
    static @Nullable KeptForm of(Frame frame, HttpServletRequest request) {
        String type = request.getContentType();
        boolean plain = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (!plain || !"POST".equals(request.getMethod()) || request.getQueryString() != null || !isOurs(request))
            return null;
        List<Field> fields = new ArrayList<>();
        for (var parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("password") || name.contains("secret")) return null;
            if (name.equals("_csrf")) continue;
            for (String value : parameter.getValue()) fields.add(new Field(parameter.getKey(), value));
        }
        String from = cameFrom(request);
        String back = from == null ? frame.url("/") : from;
        String signIn = frame.url("/sign-in") + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return new KeptForm(frame.url(frame.path()), back, signIn, fields);
    }

    /// What the reader may want to see or copy: texts, not the names of buttons and choices.
    public List<String> texts() {
        return fields.stream()
                .map(Field::value)
                .filter(value -> value.length() >= WORTH_SHOWING)
                .toList();
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        return pathHere(request.getHeader(HttpHeaders.ORIGIN), request) != null;
    }

    /// The page of this site from which a request came, with its query; null when the browser does not say.
    static @Nullable String cameFrom(HttpServletRequest request) {
        return pathHere(request.getHeader(HttpHeaders.REFERER), request);
    }

    private static @Nullable String pathHere(@Nullable String address, HttpServletRequest request) {
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
