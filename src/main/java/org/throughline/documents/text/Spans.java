package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.Span.Break;
import org.throughline.documents.text.Span.Link;
import org.throughline.documents.text.Span.Note;
import org.throughline.documents.text.Span.Words;
import org.throughline.platform.document.Inline;
import org.throughline.platform.markup.Xml;

/// Brings running text into its one form: blanks are single and stand in plain words, runs of one style are one
/// run, no blank and no line break at the ends.
final class Spans {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\u000B\\f\\r\\u0085\\u2028\\u2029]+");
    private static final Pattern OTHER_CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\u000B\\f\\r\\u0085]]");
    private static final Pattern NOT_IN_ADDRESS = Pattern.compile("[<>\\\\\"`{}|^]");

    private final List<Span> tidy = new ArrayList<>();
    // The run or the link that goes on, and its words so far: a file may have them in many thousand pieces.
    private @Nullable Span open;
    private final StringBuilder text = new StringBuilder();

    private Spans() {}

    static boolean isAddress(String address) {
        return address.length() <= 2_000
                && !NOT_IN_ADDRESS.matcher(address).find()
                && new Inline.Link(new Inline.Text("", null, false, false), address).isAllowed();
    }

    static List<Span> tidy(List<Span> spans) {
        var made = new Spans();
        for (Span span : spans) {
            switch (span) {
                case Words words -> made.add(words, text -> made.words(words.with(text)));
                case Link link ->
                    made.add(
                            link.words(),
                            text -> made.link(new Link(link.words().with(text), link.address())));
                case Break _ -> made.lineBreak();
                case Note note -> made.note(note);
            }
        }
        made.close();
        made.trimEnd();
        return List.copyOf(made.tidy);
    }

    /// The same in one line, for headings, captions, cells of a head.
    static List<Span> oneLine(List<Span> spans) {
        return tidy(spans.stream()
                .map(span -> span instanceof Break ? Span.text(" ") : span)
                .toList());
    }

    private interface Inner {
        void add(String text);
    }

    // Blanks at the ends of a run go out of it: no reader sees that a blank is bold.
    private void add(Words words, Inner inner) {
        String text =
                Xml.clean(BLANKS.matcher(OTHER_CONTROLS.matcher(words.text()).replaceAll(""))
                        .replaceAll(" "));
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (to > from && isBlank(text.charAt(to - 1))) to--;
        words(Span.text(text.substring(0, from)));
        if (to > from) inner.add(text.substring(from, to));
        if (to >= from) words(Span.text(text.substring(to)));
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void words(Words words) {
        String more = words.text();
        boolean begins = open == null && (tidy.isEmpty() || tidy.getLast() instanceof Break);
        int from = 0;
        if (words.isPlain() && begins) while (from < more.length() && isBlank(more.charAt(from))) from++;
        if (from == more.length()) return;
        if (open instanceof Words before && isAlike(before, words)) {
            boolean doubled = text.charAt(text.length() - 1) == ' ' && more.startsWith(" ");
            text.append(more, doubled ? 1 : 0, more.length());
        } else {
            open(words, more.substring(from));
        }
    }

    private static boolean isAlike(Words one, Words other) {
        return one.bold() == other.bold() && one.italic() == other.italic();
    }

    private void open(Span one, String words) {
        close();
        open = one;
        text.append(words);
    }

    private void close() {
        if (open instanceof Words words) tidy.add(words.with(text.toString()));
        if (open instanceof Link link) tidy.add(new Link(link.words().with(text.toString()), link.address()));
        open = null;
        text.setLength(0);
    }

    private void note(Note note) {
        close();
        tidy.add(note);
    }

    private void link(Link link) {
        boolean goesOn = open instanceof Link before
                && before.address().equals(link.address())
                && isAlike(before.words(), link.words());
        if (goesOn) text.append(link.words().text());
        else open(link, link.words().text());
    }

    private void lineBreak() {
        close();
        trimEnd();
        if (!tidy.isEmpty()) tidy.add(new Break());
    }

    private void trimEnd() {
        while (!tidy.isEmpty()) {
            Span last = tidy.getLast();
            if (last instanceof Break) {
                tidy.removeLast();
                continue;
            }
            if (!(last instanceof Words words)) return;
            String text = words.text();
            int to = text.length();
            while (to > 0 && isBlank(text.charAt(to - 1))) to--;
            if (to == text.length()) return;
            tidy.removeLast();
            if (to > 0) {
                tidy.add(words.with(text.substring(0, to)));
                return;
            }
        }
    }
}
