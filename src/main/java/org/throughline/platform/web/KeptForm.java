package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.throughline.platform.access.FormOrigin;

/// A form that came after its session was over, handed back whole: the reader signs in in another window and sends
/// it once more, and has not typed for nothing. Only what this site's own pages sent can be sent on, so that no
/// other site can have its words sent by a reader; where the browser does not say whose page it was, the texts
/// stand there to be copied, without a button. What has secrets or files in it is not handed back.
///
/// @param action where the form goes
/// @param back the page it stood on
/// @param signIn where to sign in, with the way back
/// @param sendable whether it may be sent on from here; else its texts can be copied only
public record KeptForm(String action, String back, String signIn, List<Field> fields, boolean sendable) {

    public record Field(String name, String value) {}

    private static final int WORTH_SHOWING = 20;

    /// The form of this request; null when it must not or cannot be handed back.
    static @Nullable KeptForm of(Frame frame, HttpServletRequest request) {
        String type = request.getContentType();
        boolean plain = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        FormOrigin origin = FormOrigin.of(request);
        if (!plain
                || !"POST".equals(request.getMethod())
                || request.getQueryString() != null
                || origin == FormOrigin.ANOTHER) return null;
        List<Field> fields = new ArrayList<>();
        for (var parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("password") || name.contains("secret")) return null;
            if (name.equals("_csrf") || name.equals(FormOrigin.HANDED_BACK)) continue;
            for (String value : parameter.getValue()) fields.add(new Field(parameter.getKey(), value));
        }
        String from = cameFrom(request);
        String back = from == null ? frame.url("/") : from;
        String signIn = frame.url("/sign-in") + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        var kept = new KeptForm(frame.url(frame.path()), back, signIn, fields, origin == FormOrigin.OURS);
        return kept.sendable || !kept.texts().isEmpty() ? kept : null;
    }

    /// What the reader may want to see or copy: texts, not the names of buttons and choices.
    public List<String> texts() {
        return fields.stream()
                .map(Field::value)
                .filter(value -> value.length() >= WORTH_SHOWING)
                .toList();
    }

    /// The page of this site from which a request came, with its query; null when the browser does not say.
    static @Nullable String cameFrom(HttpServletRequest request) {
        return FormOrigin.pathHere(request.getHeader(HttpHeaders.REFERER), request);
    }
}
