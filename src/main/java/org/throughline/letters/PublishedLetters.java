package org.throughline.letters;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;

/// Letters as everybody may read them.
@Service
public class PublishedLetters {

    private final Published published;

    PublishedLetters(Published published) {
        this.published = published;
    }

    /// Every public letter, the newest first.
    public List<CircularLetter> all() {
        return published
                .sql(LetterRows.PUBLISHED + " ORDER BY l.dispatched_at DESC, l.id DESC")
                .query(LetterRows::letter)
                .list();
    }

    public Optional<CircularLetter> find(String reference) {
        return published
                .sql(LetterRows.PUBLISHED + " WHERE l.reference = ?")
                .param(reference)
                .query(LetterRows::letter)
                .optional();
    }

    /// How far a letter has come. Votes are nought until its deadline.
    public LetterFigures figures(UUID letter) {
        return published
                .sql("SELECT * FROM letters.published_figures WHERE letter = ?")
                .param(letter)
                .query(LetterRows::figures)
                .optional()
                .orElse(LetterFigures.NONE);
    }

    /// The same of every public letter, by its id.
    public Map<UUID, LetterFigures> figures() {
        Map<UUID, LetterFigures> figures = new HashMap<>();
        published
                .sql("SELECT * FROM letters.published_figures")
                .query((row, n) -> Map.entry(row.getObject("letter", UUID.class), LetterRows.figures(row, n)))
                .list()
                .forEach(one -> figures.put(one.getKey(), one.getValue()));
        return figures;
    }

    /// The rules by which decisions can be taken.
    public List<MajorityRule> rules() {
        return published
                .sql("SELECT * FROM letters.published_rule ORDER BY position")
                .query(LetterRows::rule)
                .list();
    }

    public Optional<MajorityRule> rule(@Nullable String code) {
        return rules().stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /// What an addressee replied.
    ///
    /// @param name empty for a state, which the vocabulary of countries names
    public record PublishedReply(
            String addresseeClass,
            @Nullable String country,
            String name,
            ReplyChoice choice,
            String statement,
            String language,
            Instant receivedAt,
            boolean late) {}

    /// Who replied what, in the order of countries and names; nothing before the deadline, and nothing where the
    /// letter did not say that it would be public.
    public List<PublishedReply> replies(UUID letter) {
        return published
                .sql("""
                SELECT class, country, name, choice, statement, language, received_at, late FROM letters.published_reply
                WHERE letter = ? ORDER BY late, country NULLS LAST, lower(name), received_at""")
                .param(letter)
                .query((row, n) -> new PublishedReply(
                        row.getString("class"),
                        row.getString("country"),
                        row.getString("name"),
                        ReplyChoice.of(row.getString("choice")).orElseThrow(),
                        row.getString("statement"),
                        row.getString("language"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("late")))
                .list();
    }
}
