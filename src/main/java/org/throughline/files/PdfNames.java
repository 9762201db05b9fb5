package org.throughline.files;

import java.util.HashSet;
import java.util.Set;

/// Finds PDF names in bytes that arrive in pieces, with their `#xx` escapes undone, so that `/J#61vaScript` is
/// seen.
final class PdfNames {

    private static final int LONGEST = 32;

    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();
    private final StringBuilder name = new StringBuilder(LONGEST);
    private boolean inName;

    PdfNames(Set<String> wanted) {
        this.wanted = wanted;
    }

    void accept(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = bytes[i] & 0xFF;
            if (inName && isRegular(c)) {
                // Longer names (with every character escaped at most) cannot be wanted ones.
                if (name.length() < LONGEST * 3) name.append((char) c);
            } else {
                if (inName) finish();
                inName = c == '/';
            }
        }
    }

    Set<String> found() {
        if (inName) finish();
        return found;
    }

    private void finish() {
        String plain = name.indexOf("#") < 0 ? name.toString() : unescaped();
        if (wanted.contains(plain)) found.add(plain);
        name.setLength(0);
        inName = false;
    }

    private String unescaped() {
        var plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int high = c == '#' && i + 2 < name.length() ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(name.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                plain.append((char) (high * 16 + low));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isRegular(int c) {
        return c > ' ' && "()<>[]{}/%".indexOf(c) < 0;
    }
}
