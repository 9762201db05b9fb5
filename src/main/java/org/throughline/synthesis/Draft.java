package org.throughline.synthesis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;

/// A summary in work with everything the workbench shows: sections, themes, sentences, the passages each sentence
/// rests on and what they add up to. For analysts; it quotes inputs that may not be public.
///
/// @param published how many inputs of the call are published: what shares are shares of
/// @param quotable how many of those may be quoted
public record Draft(
        SummaryId id,
        CallId call,
        String slug,
        String title,
        String language,
        SummaryHeader header,
        Bands bands,
        int version,
        long published,
        long quotable,
        List<Section> sections) {

    public List<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    /// On how many inputs its sentences rest.
    public long quoted() {
        return sentences().stream()
                .flatMap(sentence -> sentence.passages().stream())
                .filter(Passage::counts)
                .map(Passage::input)
                .distinct()
                .count();
    }

    /// Stands for everything this draft says: another draft, another fingerprint.
    public String fingerprint() {
        return Hash.sha256(Json.bytes(this)).hex();
    }

    /// @param sentences first those under no theme, then theme by theme
    public record Section(SectionId id, String code, String title, List<Theme> themes, List<Sentence> sentences) {

        /// The sentences under a theme, or under none.
        public List<Sentence> under(@Nullable ThemeId theme) {
            return sentences.stream()
                    .filter(sentence -> Objects.equals(sentence.theme(), theme))
                    .toList();
        }
    }

    /// @param passages how many are gathered under it, `untied` of them tied to no sentence of the summary
    public record Theme(ThemeId id, String title, int passages, int untied) {}

    /// @param plainWords quantity words of this sentence that a person declared not to count inputs
    /// @param base what its share is a share of
    /// @param outside inputs it rests on that do not belong to its base
    public record Sentence(
            SentenceId id,
            @Nullable ThemeId theme,
            String text,
            Set<String> plainWords,
            int version,
            Base base,
            List<Passage> passages,
            Set<UUID> outside,
            Support support) {

        /// Whether a passage counts among those that support it.
        public boolean counts(Passage passage) {
            return passage.counts() && !outside.contains(passage.input());
        }
    }

    /// What a list of passages adds up to.
    public Support support(List<Passage> passages) {
        return Drafts.support(passages, published);
    }

    /// A marked span of an answer.
    ///
    /// @param name who said it; empty when the name may not be shown
    /// @param stands whether the answer still says the same and is the input's current one
    /// @param visible whether its input is published
    /// @param quotable whether its owner allows quotation
    /// @param withdrawnAt when its owner withdrew it; then there are no words of it here
    public record Passage(
            PassageId id,
            UUID input,
            int number,
            String name,
            String stakeholderType,
            @Nullable String country,
            String region,
            String language,
            UUID answer,
            String question,
            int start,
            int end,
            String exact,
            String prefix,
            String suffix,
            boolean stands,
            boolean visible,
            boolean quotable,
            @Nullable Instant withdrawnAt) {

        /// Whether it may support a published sentence.
        public boolean counts() {
            return stands && visible && quotable;
        }
    }
}
