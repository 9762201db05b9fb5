package org.throughline.mandates;

import java.util.List;
import java.util.Optional;

/// The kinds of facts that the register is made of, with the fields of each.
public enum Part {
    BODIES("bodies", Field.once("code", 20), Field.words("name", 300)),
    INSTRUMENTS(
            "instruments",
            Field.once("slug", 61),
            Field.choice("body"),
            Field.choice("kind"),
            Field.optional("number", 40),
            Field.words("topic", 500)),
    REVISIONS(
            "revisions",
            Field.optional("label", 100),
            Field.optional("adopted", 10),
            Field.optional("place", 100),
            Field.optional("symbol", 100),
            Field.choice("certainty"),
            Field.text("source", 300),
            Field.optional("sourceUrl", 2_000)),
    PARAGRAPHS(
            "paragraphs",
            Field.choice("revision"),
            Field.text("label", 40),
            Field.words("words", 2_000),
            Field.maybeWords("official", 20_000),
            Field.optional("officialSource", 300),
            Field.choice("certainty"),
            Field.text("source", 300),
            Field.optional("sourceUrl", 2_000)),
    REFERENCES(
            "references",
            Field.choice("revision"),
            Field.choice("kind"),
            Field.text("to", 61),
            Field.optional("toRevision", 100),
            Field.choice("certainty"),
            Field.text("source", 300),
            Field.optional("sourceUrl", 2_000));

    /// One field of a fact.
    ///
    /// @param once whether it is said when the fact is added and never changed, because addresses are made of it
    /// @param localized whether it is said in several languages
    /// @param choice whether it is one of a few
    public record Field(String name, boolean required, boolean once, boolean localized, boolean choice, int longest) {

        private static Field once(String name, int longest) {
            return new Field(name, true, true, false, false, longest);
        }

        private static Field text(String name, int longest) {
            return new Field(name, true, false, false, false, longest);
        }

        private static Field optional(String name, int longest) {
            return new Field(name, false, false, false, false, longest);
        }

        private static Field choice(String name) {
            return new Field(name, true, false, false, true, 100);
        }

        private static Field words(String name, int longest) {
            return new Field(name, true, false, true, false, longest);
        }

        private static Field maybeWords(String name, int longest) {
            return new Field(name, false, false, true, false, longest);
        }
    }

    private final String word;
    private final List<Field> fields;

    Part(String word, Field... fields) {
        this.word = word;
        this.fields = List.of(fields);
    }

    /// As addresses write it.
    public String word() {
        return word;
    }

    public List<Field> fields() {
        return fields;
    }

    public static Optional<Part> of(String word) {
        for (Part part : values()) if (part.word.equals(word)) return Optional.of(part);
        return Optional.empty();
    }

    /// Whether it belongs to an instrument.
    public boolean ofInstrument() {
        return this == REVISIONS || this == PARAGRAPHS || this == REFERENCES;
    }

    /// Whether it can be retired: a body has instruments, which stay its own.
    public boolean retires() {
        return this != BODIES;
    }
}
