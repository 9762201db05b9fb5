package org.throughline.synthesis;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;

/// Where analysts write a summary: mark passages, gather them under themes, write sentences and tie each to its
/// passages.
@Service
public class Workbench {

    private static final int LONGEST_SENTENCE = 4000;
    private static final int CONTEXT = 40;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final Outline outline;
    private final AuditTrail audit;
    private final Clock clock;

    Workbench(JdbcClient jdbc, Calls calls, Outline outline, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.outline = outline;
        this.audit = audit;
        this.clock = clock;
    }

    /// Begins a summary of a call, with a section for each section of the questionnaire that maps to one.
    @Transactional
    public SummaryId begin(CallId callId, String title, String language, Actor actor) {
        if (!Languages.isKnown(language) || title.isBlank()) throw Refusal.badRequest();
        Call call = calls.get(callId);
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO synthesis.summary (id, call_id, title, language, header, bands, created_at)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(
                        id,
                        callId.value(),
                        title.strip(),
                        language,
                        Json.write(SummaryHeader.EMPTY),
                        Json.write(Bands.DEFAULT),
                        Timestamp.from(clock.instant()))
                .update();
        SummaryId summary = new SummaryId(id);
        Questionnaire questionnaire = calls.newestQuestionnaire(callId);
        questionnaire
                .questions()
                .map(Questionnaire.Question::summarySection)
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> outline.addSection(summary, code, titleOf(questionnaire, code, language), actor));
        audit.record(actor, "summary-begun", "calls/" + call.slug() + "/summary", Map.of("title", title));
        return summary;
    }

    private static String titleOf(Questionnaire questionnaire, String code, String language) {
        return questionnaire
                .section(code)
                .map(section -> section.title().textFor(language))
                .orElse(code);
    }

    /// Changes title, header block and bands.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed it since
    @Transactional
    public void edit(SummaryId id, String title, SummaryHeader header, Bands bands, int version, Actor actor) {
        int changed = jdbc.sql("""
                UPDATE synthesis.summary SET title = ?, header = ?::jsonb, bands = ?::jsonb, version = version + 1
                WHERE id = ? AND version = ?""")
                .params(title.strip(), Json.write(header), Json.write(bands), id.value(), version)
                .update();
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, "summary-edited", "summaries/" + id.value(), Map.of());
    }

    /// Marks a span of an answer. Marking the same span again gives the same passage. Refuses a span outside of the
    /// text, one that cuts a character in two, and one that is only white space.
    ///
    /// @param start and `end` in UTF-16 code units of the answer's text
    @Transactional
    public PassageId mark(UUID answer, int start, int end, Actor actor) {
        record Source(UUID call, UUID input, String question, String text, byte[] hash) {}
        Source source = jdbc.sql("""
                SELECT i.call_id, i.id, a.question, a.text, a.text_hash FROM inputs.answer a JOIN inputs.input i ON i.id = a.input_id
                WHERE a.id = ? AND a.revision = i.revision""")
                .param(answer)
                .query((row, n) -> new Source(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBytes(5)))
                .optional()
                .orElseThrow(Refusal::stale);
        String text = source.text();
        if (start < 0 || end > text.length() || start >= end || cuts(text, start) || cuts(text, end)) throw badSpan();
        String exact = text.substring(start, end);
        if (exact.isBlank()) throw badSpan();
        jdbc.sql("""
                INSERT INTO synthesis.passage (id, call_id, input_id, answer_id, question, starts, ends, exact, prefix, suffix,
                    source_hash, created_at, created_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (answer_id, starts, ends) DO NOTHING""")
                .params(
                        Ids.next(),
                        source.call(),
                        source.input(),
                        answer,
                        source.question(),
                        start,
                        end,
                        exact,
                        text.substring(whole(text, Math.max(0, start - CONTEXT)), start),
                        text.substring(end, whole(text, Math.min(text.length(), end + CONTEXT))),
                        source.hash(),
                        Timestamp.from(clock.instant()),
                        actor.person())
                .update();
        return new PassageId(
                jdbc.sql("SELECT id FROM synthesis.passage WHERE answer_id = ? AND starts = ? AND ends = ?")
                        .params(answer, start, end)
                        .query(UUID.class)
                        .single());
    }

    /// Marks a quotation by its words, for those who work without script. The words must occur exactly once in the
    /// answers, as whole words; a long passage may be given by its first and last words with "…" between them.
    @Transactional
    public PassageId mark(Collection<UUID> answers, String words, Actor actor) {
        record Text(UUID answer, String text) {}
        record Held(UUID answer, Quotation quotation) {}
        List<Held> found = jdbc
                .sql("SELECT id, text FROM inputs.answer WHERE id = ANY (?)")
                .param(answers.toArray(UUID[]::new))
                .query((row, n) -> new Text(row.getObject("id", UUID.class), row.getString("text")))
                .list()
                .stream()
                .flatMap(text -> Quotation.of(words, text.text()).map(one -> new Held(text.answer(), one)).stream())
                .toList();
        if (found.isEmpty()) throw new Refusal("quote-not-found", 422, "synthesis.problem.quote-not-found");
        List<Held> held = found.stream().filter(one -> one.quotation().whole()).toList();
        if (held.isEmpty()) throw new Refusal("quote-half-word", 422, "synthesis.problem.quote-half-word");
        Held one = held.getFirst();
        if (held.size() > 1 || !one.quotation().once())
            throw new Refusal("quote-not-unique", 422, "synthesis.problem.quote-not-unique");
        return mark(one.answer(), one.quotation().start(), one.quotation().end(), actor);
    }

    private static Refusal badSpan() {
        return new Refusal("passage-span", 422, "synthesis.problem.passage-span");
    }

    private static boolean cuts(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static int whole(String text, int at) {
        return cuts(text, at) ? at - 1 : at;
    }

    @Transactional
    public void gather(PassageId passage, ThemeId theme) {
        jdbc.sql("INSERT INTO synthesis.passage_theme (passage_id, theme_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(passage.value(), theme.value())
                .update();
    }

    /// Takes passages out of a theme. They stay marked, and tied where they are tied.
    @Transactional
    public void ungather(Collection<PassageId> passages, ThemeId theme) {
        jdbc.sql("DELETE FROM synthesis.passage_theme WHERE passage_id = ANY (?) AND theme_id = ?")
                .params(ids(passages), theme.value())
                .update();
    }

    /// Moves passages from one theme to another.
    @Transactional
    public void gatherInstead(Collection<PassageId> passages, ThemeId from, ThemeId to) {
        ungather(passages, from);
        jdbc.sql(
                        "INSERT INTO synthesis.passage_theme (passage_id, theme_id) SELECT unnest(?), ? ON CONFLICT DO NOTHING")
                .params(ids(passages), to.value())
                .update();
    }

    /// Takes a mark away. Refused while a sentence rests on it or an edition used it.
    @Transactional
    public void unmark(PassageId passage) {
        jdbc.sql("DELETE FROM synthesis.passage_theme WHERE passage_id = ?")
                .param(passage.value())
                .update();
        int gone = jdbc.sql("""
                DELETE FROM synthesis.passage g WHERE g.id = ?
                AND NOT EXISTS (SELECT FROM synthesis.evidence v WHERE v.passage_id = g.id)
                AND NOT EXISTS (SELECT FROM synthesis.edition_evidence v WHERE v.passage_id = g.id)""").param(passage.value()).update();
        if (gone == 0) throw new Refusal("passage-in-use", 409, "synthesis.problem.passage-in-use");
    }

    /// Writes a sentence at the end of its section.
    @Transactional
    public SentenceId write(SectionId section, @Nullable ThemeId theme, String text, Actor actor) {
        hold(text);
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO synthesis.sentence (id, section_id, theme_id, position, text)
                SELECT ?, ?, ?, coalesce(max(position), 0) + 1, ? FROM synthesis.sentence WHERE section_id = ?""")
                .params(id, section.value(), theme == null ? null : theme.value(), text.strip(), section.value())
                .update();
        audit.record(actor, "sentence-written", "sentences/" + id, Map.of());
        return new SentenceId(id);
    }

    /// Changes a sentence, or where it stands: in another section or under another theme it comes last.
    ///
    /// @param theme one of the section's themes; absent for none
    /// @param plainWords quantity words of the sentence that do not count inputs ("all stakeholders"); shown to
    /// readers
    /// @param base the question whose answers it is measured against; empty for all published inputs. Shown to
    /// readers
    @Transactional
    public void rewrite(
            SentenceId id,
            SectionId section,
            @Nullable ThemeId theme,
            String text,
            Set<String> plainWords,
            String base,
            int version,
            Actor actor) {
        hold(text);
        if (!base.isEmpty() && questionnaireOf(section).question(base).isEmpty()) throw Refusal.badRequest();
        String[] words = plainWords.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(w -> !w.isEmpty())
                .toArray(String[]::new);
        int changed = jdbc.sql("""
                UPDATE synthesis.sentence t SET text = :text, section_id = :section, theme_id = :theme, plain_words = :words,
                    base_question = :base, version = version + 1,
                    position = CASE WHEN t.section_id = :section AND t.theme_id IS NOT DISTINCT FROM CAST(:theme AS uuid) THEN t.position
                        ELSE (SELECT coalesce(max(o.position), 0) + 1 FROM synthesis.sentence o WHERE o.section_id = :section) END
                WHERE id = :id AND version = :version""")
                .param("text", text.strip())
                .param("section", section.value())
                .param("theme", theme == null ? null : theme.value(), Types.OTHER)
                .param("words", words)
                .param("base", base)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) throw Refusal.stale();
        audit.record(
                actor,
                "sentence-rewritten",
                "sentences/" + id.value(),
                Map.of("plainWords", List.of(words), "base", base));
    }

    private Questionnaire questionnaireOf(SectionId section) {
        UUID call = jdbc.sql("""
                SELECT s.call_id FROM synthesis.summary s JOIN synthesis.section c ON c.summary_id = s.id WHERE c.id = ?""").param(section.value()).query(UUID.class).single();
        return calls.newestQuestionnaire(new CallId(call));
    }

    private static void hold(String text) {
        if (text.isBlank()) throw new Refusal("sentence-empty", 422, "synthesis.problem.sentence-empty");
        if (text.length() > LONGEST_SENTENCE)
            throw new Refusal("sentence-too-long", 422, "synthesis.problem.sentence-too-long", LONGEST_SENTENCE);
    }

    @Transactional
    public void delete(SentenceId id, Actor actor) {
        jdbc.sql("DELETE FROM synthesis.sentence WHERE id = ?")
                .param(id.value())
                .update();
        audit.record(actor, "sentence-deleted", "sentences/" + id.value(), Map.of());
    }

    /// Moves a sentence one place up or down among those of its section and theme.
    @Transactional
    public void move(SentenceId id, boolean up) {
        List<UUID> order = jdbc.sql("""
                SELECT o.id FROM synthesis.sentence o JOIN synthesis.sentence t
                    ON t.section_id = o.section_id AND t.theme_id IS NOT DISTINCT FROM o.theme_id
                WHERE t.id = ? ORDER BY o.position, o.id FOR UPDATE OF o""").param(id.value()).query(UUID.class).list();
        if (!Outline.swapped(order, id.value(), up)) return;
        jdbc.sql("""
                UPDATE synthesis.sentence t SET position = o.n FROM unnest(?) WITH ORDINALITY AS o (id, n) WHERE t.id = o.id""").param(order.toArray(UUID[]::new)).update();
    }

    /// Ties a sentence to a passage it rests on.
    @Transactional
    public void tie(SentenceId sentence, PassageId passage) {
        tie(sentence, List.of(passage));
    }

    /// Ties a sentence to several passages; those of other calls are left out.
    @Transactional
    public void tie(SentenceId sentence, Collection<PassageId> passages) {
        jdbc.sql("""
                INSERT INTO synthesis.evidence (sentence_id, passage_id)
                SELECT t.id, g.id FROM synthesis.sentence t JOIN synthesis.section c ON c.id = t.section_id
                    JOIN synthesis.summary s ON s.id = c.summary_id JOIN synthesis.passage g ON g.call_id = s.call_id
                WHERE t.id = ? AND g.id = ANY (?) ON CONFLICT DO NOTHING""").params(sentence.value(), ids(passages)).update();
    }

    private static UUID[] ids(Collection<PassageId> passages) {
        return passages.stream().map(PassageId::value).toArray(UUID[]::new);
    }

    @Transactional
    public void untie(SentenceId sentence, PassageId passage) {
        jdbc.sql("DELETE FROM synthesis.evidence WHERE sentence_id = ? AND passage_id = ?")
                .params(sentence.value(), passage.value())
                .update();
    }
}
