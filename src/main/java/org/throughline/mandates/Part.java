package org.throughline.mandates;

import java.util.List;
import java.util.Optional;

/// The kinds of facts that the register is made of, with the fields of each.
public enum Part {
    BODIES("bodies", Field.once("code", 20), Field.words("name", 300)),
    ACTORS("actors", Field.once("code", 41), Field.words("name", 300)),
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
            Field.optional("sourceUrl", 2_000)),
    TASKS(
            "tasks",
            Field.choice("revision"),
            Field.optional("paragraph", 40),
            Field.words("words", 1_000),
            Field.maybeWords("note", 2_000),
            Field.maybeChoice("verb"),
            Field.codes("responsible"),
            Field.codes("invited"),
            Field.codes("actionLines"),
            Field.codes("sdgs"),
            Field.codes("gdc"),
            Field.optional("due", 10),
            Field.optional("every", 3),
            Field.maybeChoice("unit"),
            Field.optional("until", 10),
            Field.maybeWords("dueWords", 300),
            Field.choice("certainty"),
            Field.text("source", 300),
            Field.optional("sourceUrl", 2_000));

    /// What a field holds.
    public enum Shape {
        LINE,
        /// In several languages.
        WORDS,
        /// One of a few.
        CHOICE,
        /// Several of a few, written as codes with a space between them.
        CODES
    }

    /// One field of a fact.
    ///
    /// @param once whether it is said when the fact is added and never changed, because addresses are made of it
    public record Field(String name, Shape shape, boolean required, boolean once, int longest) {

        private static Field once(String name, int longest) {
            return new Field(name, Shape.LINE, true, true, longest);
        }

        private static Field text(String name, int longest) {
            return new Field(name, Shape.LINE, true, false, longest);
        }

        private static Field optional(String name, int longest) {
            return new Field(name, Shape.LINE, false, false, longest);
        }

        private static Field choice(String name) {
            return new Field(name, Shape.CHOICE, true, false, 100);
        }

        private static Field maybeChoice(String name) {
            return new Field(name, Shape.CHOICE, false, false, 100);
        }

        private static Field codes(String name) {
            return new Field(name, Shape.CODES, false, false, 10_000);
        }

        private static Field words(String name, int longest) {
            return new Field(name, Shape.WORDS, true, false, longest);
        }

        private static Field maybeWords(String name, int longest) {
            return new Field(name, Shape.WORDS, false, false, longest);
        }

        /// Whether it is said in several languages.
        public boolean localized() {
            return shape == Shape.WORDS;
        }

        /// Whether it is one of a few.
        public boolean choice() {
            return shape == Shape.CHOICE;
        }

        /// Whether it is several of a few.
        public boolean codes() {
            return shape == Shape.CODES;
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
        return this == REVISIONS || this == PARAGRAPHS || this == REFERENCES || this == TASKS;
    }

    /// Whether it can be retired: a body has instruments and an actor has tasks, which stay their own.
    public boolean retires() {
        return this != BODIES && this != ACTORS;
    }
}
