package org.throughline.platform.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.markup.Xml;

/// A piece of running text inside a block. Text may come from anybody: the writers replace characters that XML
/// forbids by U+FFFD and escape the rest, so that no text can become markup, a field code or a script.
public sealed interface Inline {

    /// Text in one language and one style; `lang` is null where the text is in the language of what surrounds it.
    record Text(String text, @Nullable String lang, boolean bold, boolean italic) implements Inline {

        public Text {
            if (lang != null) Ids.requireLanguage(lang);
        }
    }

    /// A link out of the document. Refuses nothing: an address that is not http, https or mailto is written as text
    /// only, because documents quote what contributors typed.
    record Link(Text text, String address) implements Inline {

        private static final Pattern ALLOWED =
                Pattern.compile("(?i)(https?://[^\\s/?#\\p{Cntrl}][^\\s\\p{Cntrl}]*|mailto:[^\\s\\p{Cntrl}]+)");

        /// Whether the address may be written as a link.
        public boolean isAllowed() {
            return ALLOWED.matcher(address).matches() && Xml.clean(address).equals(address);
        }
    }

    /// A link to a heading, line or form field of the same document, by its id.
    record Reference(Text text, String id) implements Inline {

        public Reference {
            Ids.require(id);
        }
    }

    /// The sign of a footnote, with its number among the document's [Block.Footnotes] and its place there.
    record NoteSign(int number, String id) implements Inline {

        public NoteSign {
            Ids.require(id);
        }
    }

    /// Words that a change took out or brought in.
    record Changed(Text text, boolean gone) implements Inline {}

    /// A line break inside a block.
    record Break() implements Inline {}

    static Inline text(String text) {
        return new Text(text, null, false, false);
    }

    static Inline text(String text, @Nullable String lang) {
        return new Text(text, lang, false, false);
    }

    static Inline bold(String text) {
        return new Text(text, null, true, false);
    }

    static Inline italic(String text) {
        return new Text(text, null, false, true);
    }

    static Inline link(String text, String address) {
        return new Link(new Text(text, null, false, false), address);
    }

    static Inline reference(String text, String id) {
        return new Reference(new Text(text, null, false, false), id);
    }

    /// The words of some running text: for bookmarks, running heads and descriptions.
    static String plain(List<Inline> inlines) {
        var words = new StringBuilder();
        for (Inline inline : inlines) {
            switch (inline) {
                case Text text -> words.append(text.text());
                case Link link -> words.append(link.text().text());
                case Reference reference -> words.append(reference.text().text());
                case Break _ -> words.append(' ');
                case NoteSign _ -> {}
                case Changed changed -> words.append(changed.text().text());
            }
        }
        return words.toString();
    }
}
