package org.throughline.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An address of this site to go to after signing in. Anything that a browser could read as another site is
/// refused, so that nobody can send people from our sign-in page to a copy of it.
record OwnPath(String value) {

    private static final int LONGEST = 1000;

    /// What was asked for, when it is an address of this site; else the fallback, which already carries its
    /// language.
    static OwnPath of(@Nullable String asked, String fallback) {
        return new OwnPath(asked != null && isOwn(asked) ? ascii(asked) : fallback);
    }

    static boolean isOwn(String path) {
        if (path.length() > LONGEST || !path.startsWith("/")) return false;
        // Also further inside: what stands before two slashes may be taken off on the way, as /en is.
        if (path.split("[?#]", 2)[0].contains("//")) return false;
        // Browsers read a backslash as a slash and drop tabs and line ends wherever they stand.
        return path.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 0x7f || Character.isISOControl(c));
    }

    // A Location header is ASCII; what is not is percent-encoded, as browsers do.
    private static String ascii(String path) {
        var encoded = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (c < 0x80) encoded.appendCodePoint(c);
            else encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
        });
        return encoded.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
