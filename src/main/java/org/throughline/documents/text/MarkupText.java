package org.throughline.documents.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Running text as markup: escapes no more than needed, so that people can go on reading what they edit.
final class MarkupText {

    private static final String ALWAYS = "*`";
    private static final String AT_LINE_START = "#>+-=|:{~";
    private static final Pattern ENTITY = Pattern.compile("#?[A-Za-z0-9]{1,32};");
    private static final Pattern LIST_NUMBER = Pattern.compile("[0-9]{1,9}[.)]");

    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final boolean cell;
    private boolean lineStart;
    private boolean inBrackets;
    // The last character was the sign after which a letter would keep a run from ending.
    private boolean closedAfterSign;

    private MarkupText(String indent, boolean cell, boolean lineStart) {
        this.indent = indent;
        this.cell = cell;
        this.lineStart = lineStart;
    }

    /// @param indent what each further line begins with
    static String lines(List<Span> spans, String indent) {
        return new MarkupText(indent, false, true).spans(spans);
    }

    static String inline(List<Span> spans) {
        return new MarkupText("", false, false).spans(spans);
    }

    static String heading(List<Span> spans) {
        String text = new MarkupText("", false, true).spans(spans);
        // Number signs at the end belong to the mark of a heading.
        return text.endsWith("#") && !text.endsWith("\\#") ? text.substring(0, text.length() - 1) + "\\#" : text;
    }

    static String cell(List<Span> spans) {
        return new MarkupText("", true, false).spans(spans);
    }

    private String spans(List<Span> spans) {
        Span before = null;
        for (Span span : spans) {
            boolean styled = span instanceof Span.Words words && !words.isPlain();
            boolean afterStyled = before instanceof Span.Words words && !words.isPlain();
            if (styled && afterStyled) out.append("<!-- -->");
            switch (span) {
                case Span.Words words -> words(words);
                case Span.Link link -> {
                    out.append('[');
                    lineStart = false;
                    boolean outside = inBrackets;
                    inBrackets = true;
                    words(link.words());
                    inBrackets = outside;
                    out.append("](<").append(link.address().replace("&", "\\&")).append(">)");
                }
                case Span.Break _ -> {
                    out.append(cell ? "<br>" : "\\\n" + indent);
                    lineStart = !cell;
                }
                case Span.Note note -> {
                    out.append("^[");
                    inBrackets = true;
                    lineStart = false;
                    spans(note.text());
                    inBrackets = false;
                    out.append(']');
                }
            }
            if (!styled) closedAfterSign = false;
            before = span;
        }
        return out.toString();
    }

    private void words(Span.Words words) {
        if (words.isPlain()) {
            plain(words.text());
            return;
        }
        String marks = (words.bold() ? "**" : "") + (words.italic() ? "*" : "");
        String text = words.text();
        int first = text.codePointAt(0);
        if (!out.isEmpty() && isSign(first)) openAfterSign();
        out.append(marks);
        lineStart = false;
        plain(text);
        out.append(marks);
        closedAfterSign = isSign(text.codePointBefore(text.length()));
    }

    // A run that begins with a sign is seen as one only after a blank or a sign: so the letter before it is written
    // by its number, which ends in one.
    private void openAfterSign() {
        int last = out.codePointBefore(out.length());
        if (isSign(last) || last == '\n' || Spans.isBlank((char) last)) return;
        out.setLength(out.length() - Character.charCount(last));
        out.append("&#").append(last).append(';');
    }

    private void plain(String text) {
        int start = lineStart ? startMark(text) : -1;
        lineStart = false;
        int lastClose = text.lastIndexOf(']');
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean byNumber = closedAfterSign && !isSign(c) && !Spans.isBlank((char) c);
            if (byNumber || at == start && c >= 128) {
                out.append("&#").append(c).append(';');
            } else {
                if (at == start || isMark(text, at, next, c, lastClose)) out.append('\\');
                out.appendCodePoint(c);
            }
            closedAfterSign = false;
            at = next;
        }
    }

    /// Where the sign stands that would make a list, a heading or a numbered paragraph of a line; -1 for none.
    private static int startMark(String text) {
        if (AT_LINE_START.indexOf(text.charAt(0)) >= 0) return 0;
        Matcher list = LIST_NUMBER.matcher(text);
        if (list.lookingAt()) return list.end() - 1;
        // The words after the number may stand in the next run.
        Numbers.Start number = Numbers.at(text + "x");
        if (number == null) return -1;
        return text.startsWith("(") ? 0 : number.number().length() - 1;
    }

    // What CommonMark calls punctuation.
    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    private boolean isMark(String text, int at, int next, int c, int lastClose) {
        boolean last = next == text.length();
        char following = last ? 0 : text.charAt(next);
        return switch (c) {
            case '|' -> cell;
            case '\\' -> last || following < 128 && !Character.isLetterOrDigit(following) && following != ' ';
            case '_' ->
                last
                        || at == 0
                        || !Character.isLetterOrDigit(following)
                        || !Character.isLetterOrDigit(text.codePointBefore(at));
            case '[' -> inBrackets || following == '^' || at > lastClose;
            case ']' -> inBrackets || last || "([:".indexOf(following) >= 0;
            case '!', '^' -> last || following == '[';
            case '<' -> last || Character.isLetter(following) || "/!?".indexOf(following) >= 0;
            case '&' -> ENTITY.matcher(text).region(next, text.length()).lookingAt();
            case ' ' -> false;
            default -> ALWAYS.indexOf(c) >= 0;
        };
    }
}
