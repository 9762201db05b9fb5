package org.throughline.platform.markup;

/// Writes XML as text. Every text goes through [#clean], so what contributors typed can neither break the document
/// nor become part of its markup.
public final class Xml {

    private final StringBuilder out = new StringBuilder(16_384);
    private boolean tagOpen;

    /// Replaces what XML 1.0 cannot carry (control characters, lone surrogates, non-characters) by U+FFFD, so that
    /// a reader sees that something stood there.
    public static String clean(String text) {
        int first = firstIllegal(text);
        if (first < 0) return text;
        var cleaned = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int code = text.codePointAt(i);
            cleaned.appendCodePoint(isLegal(code) ? code : 0xFFFD);
            i += Character.charCount(code);
        }
        return cleaned.toString();
    }

    private static int firstIllegal(String text) {
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            if (!isLegal(code)) return i;
            i += Character.charCount(code);
        }
        return -1;
    }

    private static boolean isLegal(int code) {
        if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
        if (code >= 0x7F && code <= 0x9F) return false;
        if (code >= 0xD800 && code <= 0xDFFF) return false;
        return (code & 0xFFFE) != 0xFFFE && (code < 0xFDD0 || code > 0xFDEF);
    }

    public Xml open(String name, String... attributes) {
        closeTag();
        out.append('<').append(name);
        attributes(attributes);
        tagOpen = true;
        return this;
    }

    /// More attributes for the element opened last, before anything is written into it.
    public Xml attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
        return this;
    }

    public Xml close(String name) {
        if (tagOpen) {
            out.append("/>");
            tagOpen = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /// An element without content.
    public Xml empty(String name, String... attributes) {
        return open(name, attributes).close(name);
    }

    /// An element with text only, never written in the short form, which HTML would misread.
    public Xml element(String name, String text, String... attributes) {
        open(name, attributes).text(text);
        return close(name);
    }

    public Xml text(String text) {
        closeTag();
        escape(text, false);
        return this;
    }

    /// Markup that this program made itself.
    public Xml raw(String markup) {
        closeTag();
        out.append(markup);
        return this;
    }

    private void closeTag() {
        if (tagOpen) out.append('>');
        tagOpen = false;
    }

    private void escape(String text, boolean attribute) {
        String clean = clean(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        closeTag();
        return out.toString();
    }
}
