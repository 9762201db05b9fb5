package org.throughline.platform.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Guesses how wide text is, to break it into lines without knowing the reader's fonts. The guess errs to the wide
/// side.
final class Letters {

    private Letters() {}

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Letters::em).sum() * size;
    }

    private static double em(int code) {
        if (Character.getType(code) == Character.NON_SPACING_MARK) return 0;
        if (Character.isIdeographic(code) || (code >= 0x3000 && code <= 0x30FF) || (code >= 0xFF00 && code < 0xFF61))
            return 1;
        if (Character.isWhitespace(code)) return 0.3;
        if (Character.isUpperCase(code)) return 0.7;
        if (Character.UnicodeScript.of(code) == Character.UnicodeScript.CYRILLIC) return 0.62;
        if (code > 0xFFFF) return 1.2;
        return 0.58;
    }

    /// The size at which a short text is at most this wide, never larger than wanted.
    static double fitting(String text, double size, double width) {
        double wide = width(text, size);
        return wide <= width ? size : size * width / wide;
    }

    /// Breaks text into lines of at most this width, where the language allows it.
    static List<String> wrap(String text, double size, double width, String language) {
        var lines = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        var line = new StringBuilder();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String piece = text.substring(from, to);
            if (!line.isEmpty() && width(line + piece.strip(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) lines.add(line.toString().strip());
        return lines;
    }
}
