package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
                case Note note -> made.tidy.add(note);
            }
        }
        made.trimEnd(last -> true);
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
        String text = words.text();
        if (text.isEmpty()) return;
        Span last = tidy.isEmpty() ? null : tidy.getLast();
        if (words.isPlain() && (last == null || last instanceof Break)) {
            text = text.stripLeading();
            while (!text.isEmpty() && isBlank(text.charAt(0))) text = text.substring(1);
            if (text.isEmpty()) return;
        }
        if (last instanceof Words before && before.bold() == words.bold() && before.italic() == words.italic()) {
            if (before.text().endsWith(" ") && text.startsWith(" ")) text = text.substring(1);
            tidy.set(tidy.size() - 1, before.with(before.text() + text));
        } else {
            tidy.add(words.with(text));
        }
    }

    private void link(Link link) {
        if (!tidy.isEmpty()
                && tidy.getLast() instanceof Link before
                && before.address().equals(link.address())
                && before.words().bold() == link.words().bold()
                && before.words().italic() == link.words().italic()) {
            String both = before.words().text() + link.words().text();
            tidy.set(tidy.size() - 1, new Link(link.words().with(both), link.address()));
        } else {
            tidy.add(link);
        }
    }

    private void lineBreak() {
        trimEnd(last -> true);
        if (!tidy.isEmpty()) tidy.add(new Break());
    }

    private void trimEnd(Predicate<Span> any) {
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
