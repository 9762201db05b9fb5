package org.throughline.synthesis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An edition of a summary as everybody may read it: the sentences as published, each with what may be shown of its
/// sources today.
///
/// @param publishedInputs how many inputs were public when the edition was published: what its quantity words are
/// held to
/// @param quotedInputs on how many of them its sentences rested then
public record PublishedSummary(
        UUID edition,
        int number,
        boolean newest,
        Instant publishedAt,
        String title,
        String language,
        SummaryHeader header,
        Bands bands,
        long publishedInputs,
        long quotedInputs,
        String hash,
        List<Section> sections) {

    /// How a summary in work would read if it were published now: what its readers would see of it.
    public static PublishedSummary preview(Draft draft, Instant now) {
        List<Section> sections = new ArrayList<>();
        int line = 0;
        for (Draft.Section section : draft.sections()) {
            List<Sentence> sentences = new ArrayList<>();
            for (Draft.Sentence sentence : section.sentences()) sentences.add(preview(section, sentence, ++line));
            if (!sentences.isEmpty()) sections.add(new Section(section.code(), section.title(), sentences));
        }
        return new PublishedSummary(
                draft.id().value(),
                0,
                true,
                now,
                draft.title(),
                draft.language(),
                draft.header(),
                draft.bands(),
                draft.published(),
                draft.quoted(),
                "",
                sections);
    }

    private static Sentence preview(Draft.Section section, Draft.Sentence sentence, int line) {
        String theme = section.themes().stream()
                .filter(candidate -> candidate.id().equals(sentence.theme()))
                .map(Draft.Theme::title)
                .findFirst()
                .orElse("");
        List<Evidence> evidence = sentence.passages().stream()
                .filter(sentence::counts)
                .map(Evidence::of)
                .toList();
        return new Sentence(
                line,
                theme,
                sentence.text(),
                List.copyOf(sentence.plainWords()),
                sentence.base(),
                sentence.support().inputs(),
                sentence.support(),
                evidence);
    }

    public List<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    /// How many of the inputs that were public then no sentence rested on.
    public long unquotedInputs() {
        return Math.max(0, publishedInputs - quotedInputs);
    }

    /// The sentences of which words were declared not to count inputs.
    public List<Sentence> declared() {
        return sentences().stream()
                .filter(sentence -> !sentence.plainWords().isEmpty())
                .toList();
    }

    /// How many sentences are not measured against all published inputs.
    public long measuredByQuestion() {
        return sentences().stream()
                .filter(sentence -> !sentence.base().everything())
                .count();
    }

    public record Section(String code, String title, List<Sentence> sentences) {}

    /// @param line the sentence's number in the summary, from 1; with it the sentence is cited
    /// @param inputsThen how many inputs it rested on when it was published
    /// @param support what it rests on today; less than then where inputs were withdrawn
    /// @param plainWords quantity words in it that do not count inputs
    /// @param base what its share is a share of, as of publication
    public record Sentence(
            int line,
            String theme,
            String text,
            List<String> plainWords,
            Base base,
            long inputsThen,
            Support support,
            List<Evidence> evidence) {

        public long gone() {
            return Math.max(0, inputsThen - support.inputs());
        }

        /// Its share when it was published.
        public double shareThen() {
            return support.of() == 0 ? 0 : (double) inputsThen / support.of();
        }
    }

    /// A passage that may be shown: published, quotable, unchanged.
    ///
    /// @param name who said it; empty when the name may not be shown
    /// @param start and `end` in UTF-16 code units of the answer's text
    /// @param hash SHA-256 of the answer's text, hexadecimal
    public record Evidence(
            int input,
            String name,
            String stakeholderType,
            @Nullable String country,
            String region,
            String language,
            String question,
            int start,
            int end,
            String quote,
            String prefix,
            String suffix,
            String hash) {

        private static Evidence of(Draft.Passage passage) {
            return new Evidence(
                    passage.number(),
                    passage.name(),
                    passage.stakeholderType(),
                    passage.country(),
                    passage.region(),
                    passage.language(),
                    passage.question(),
                    passage.start(),
                    passage.end(),
                    passage.exact(),
                    passage.prefix(),
                    passage.suffix(),
                    "");
        }
    }

    /// A sentence that rests on an input: where the input went.
    public record Use(
            int edition, int line, String section, String text, String language, String question, int start, int end) {}
}
