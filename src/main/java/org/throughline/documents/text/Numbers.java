package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbers of paragraphs as United Nations bodies write them, and how deep each stands. The depth is never
/// written: it follows from the numbers before it, because "(i)" is a letter after "(h)" and a Roman one after "(a)".
final class Numbers {

    static final int DEEPEST = 4;

    private static final String COUNTED = "\\p{Nd}{1,4}(?:\\.\\p{Nd}{1,3}){0,4}(?: (?:bis|ter|quater))?\\.";
    private static final String DOTTED = "\\p{Nd}{1,4}(?:\\.\\p{Nd}{1,3}){1,4}";
    private static final String IN_BRACKETS =
            "\\((?:(?<letter>\\p{L})\\k<letter>?|[ivxlc]{2,7}|\\p{Nd}{1,3}|[\u4e00-\u9fff]{1,3})\\)";
    private static final String ONE_BRACKET = "(?:\\p{L}|[ivx]{2,5})\\)";
    private static final String HAN = "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}\u3001";

    private static final Pattern NUMBER =
            Pattern.compile("(?:" + COUNTED + "|" + DOTTED + "|" + IN_BRACKETS + "|" + ONE_BRACKET + "|" + HAN + ")");
    // The parser of the markup looks for no blocks where a line begins with a letter, so these are found in its text.
    private static final Pattern BY_LETTER =
            Pattern.compile("(" + ONE_BRACKET + "(?= )|" + HAN + ")[ \\t]*(?=[^ \\t])");
    // "2.1 billion people" begins with no number, so one without a full stop at its end needs two blanks after it.
    private static final Pattern AT_START = Pattern.compile("(?:(?<dotted>" + DOTTED + ")(?:  |\\t)|(?<other>" + COUNTED
            + "|" + IN_BRACKETS + ")(?: |\\t))[ \\t]*(?=[^ \\t])");
    private static final Pattern ROMAN = Pattern.compile("[ivxlc]+");

    private Numbers() {}

    static boolean isNumber(String number) {
        return number.length() <= 24 && NUMBER.matcher(number).matches();
    }

    record Start(String number, int end) {}

    /// The number that a line begins with, and where the text after it begins.
    static @Nullable Start at(CharSequence line) {
        Matcher found = AT_START.matcher(line);
        if (!found.lookingAt()) return null;
        String number = found.group("dotted") != null ? found.group("dotted") : found.group("other");
        return isNumber(number) ? new Start(number, found.end()) : null;
    }

    /// The same for a number that begins with a letter, in the text of a paragraph.
    static @Nullable Start letterAt(String text) {
        // The words after the number may stand in the next run.
        Matcher found = BY_LETTER.matcher(text + "x");
        return found.lookingAt() ? new Start(found.group(1), Math.min(found.end(), text.length())) : null;
    }

    /// The blanks between a number and its text.
    static String gap(String number) {
        return Character.isDigit(number.codePointBefore(number.length())) ? "  " : " ";
    }

    private enum Kind {
        COUNTED,
        LETTER,
        ROMAN,
        OTHER
    }

    /// How deep each paragraph stands, 0 for the outermost; null stands for blocks without a number. A heading begins
    /// anew, and whoever asks gives null for it as for all others.
    static List<Integer> depths(List<@Nullable String> numbers) {
        var depths = new ArrayList<Integer>();
        var open = new ArrayList<Kind>();
        String before = "";
        for (String number : numbers) {
            if (number == null) {
                depths.add(0);
                continue;
            }
            String core = core(number);
            Kind kind = kind(number, core, before, open);
            int level = open.indexOf(kind);
            if (kind == Kind.COUNTED) level = 0;
            if (level < 0) level = Math.min(open.size(), DEEPEST - 1);
            while (open.size() > level) open.removeLast();
            open.add(kind);
            int dots = kind == Kind.COUNTED
                    ? (int) core.chars().filter(c -> c == '.').count()
                    : 0;
            depths.add(Math.min(level + dots, DEEPEST - 1));
            before = core;
        }
        return depths;
    }

    /// The number without its brackets and last full stop.
    static String core(String number) {
        return number.replaceAll("[().\u3001]+$|^\\(", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Kind kind(String number, String core, String before, List<Kind> open) {
        if (Character.isDigit(core.codePointAt(0))) return number.startsWith("(") ? Kind.OTHER : Kind.COUNTED;
        if (!ROMAN.matcher(core).matches() || isDouble(core) && !core.equals("ii")) return Kind.LETTER;
        if (core.length() > 1) return Kind.ROMAN;
        // Nobody counts to (l) or (c) in Roman numbers, but lists of letters get there.
        if ("lc".contains(core)) return Kind.LETTER;
        boolean nextLetter = before.length() == 1 && before.charAt(0) + 1 == core.charAt(0);
        boolean inRoman = !open.isEmpty() && open.getLast() == Kind.ROMAN;
        if (core.equals("i") && !nextLetter) return Kind.ROMAN;
        return inRoman && !nextLetter ? Kind.ROMAN : Kind.LETTER;
    }

    private static boolean isDouble(String core) {
        return core.length() == 2 && core.charAt(0) == core.charAt(1);
    }
}
