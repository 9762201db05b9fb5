package org.throughline.synthesis;

import java.sql.Timestamp;
import java.time.Clock;
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

/// Where analysts write a summary: mark passages, gather them under themes, write sentences and tie each to its passages.
@Service
public class Workbench {

    private static final int LONGEST_SENTENCE = 4000;
    private static final int CONTEXT = 40;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final AuditTrail audit;
    private final Clock clock;

    Workbench(JdbcClient jdbc, Calls calls, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
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
                        id, callId.value(), title.strip(), language, Json.write(SummaryHeader.EMPTY), Json.write(Bands.DEFAULT),
                        Timestamp.from(clock.instant()))
                .update();
        SummaryId summary = new SummaryId(id);
        Questionnaire questionnaire = calls.newestQuestionnaire(callId);
        questionnaire.questions()
                .map(Questionnaire.Question::summarySection)
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> addSection(summary, code, titleOf(questionnaire, code, language)));
        audit.record(actor, "summary-begun", "calls/" + call.slug() + "/summary", Map.of("title", title));
        return summary;
    }

    private static String titleOf(Questionnaire questionnaire, String code, String language) {
        return questionnaire.section(code).map(section -> section.title().textFor(language)).orElse(code);
    }

    @Transactional
    public SectionId addSection(SummaryId summary, String code, String title) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO synthesis.section (id, summary_id, position, code, title)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ? FROM synthesis.section WHERE summary_id = ?""")
                .params(id, summary.value(), code.strip(), title.strip(), summary.value())
                .update();
        return new SectionId(id);
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

    @Transactional
    public ThemeId addTheme(SectionId section, String title) {
        if (title.isBlank()) throw Refusal.badRequest();
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO synthesis.theme (id, section_id, position, title)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ? FROM synthesis.theme WHERE section_id = ?""")
                .params(id, section.value(), title.strip(), section.value())
                .update();
        return new ThemeId(id);
    }

    /// Marks a span of an answer. Marking the same span again gives the same passage. Refuses a span outside of the text,
    /// one that cuts a character in two, and one that is only white space.
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
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getBytes(5)))
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
                        Ids.next(), source.call(), source.input(), answer, source.question(), start, end, exact,
                        text.substring(whole(text, Math.max(0, start - CONTEXT)), start),
                        text.substring(end, whole(text, Math.min(text.length(), end + CONTEXT))),
                        source.hash(), Timestamp.from(clock.instant()), actor.name())
                .update();
        return new PassageId(jdbc.sql("SELECT id FROM synthesis.passage WHERE answer_id = ? AND starts = ? AND ends = ?")
                .params(answer, start, end)
                .query(UUID.class)
                .single());
    }

    /// Marks a quotation by its words, which must occur exactly once in the answer; for those who work without script.
    @Transactional
    public PassageId mark(UUID answer, String words, Actor actor) {
        String text = jdbc.sql("SELECT text FROM inputs.answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        String wanted = words.strip().replace("\r\n", "\n");
        int start = wanted.isEmpty() ? -1 : text.indexOf(wanted);
        if (start < 0) throw new Refusal("quote-not-found", 422, "synthesis.problem.quote-not-found");
        if (text.indexOf(wanted, start + 1) >= 0) throw new Refusal("quote-not-unique", 422, "synthesis.problem.quote-not-unique");
        return mark(answer, start, start + wanted.length(), actor);
    }

    private static Refusal badSpan() {
        return new Refusal("passage-span", 422, "synthesis.problem.passage-span");
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
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

    @Transactional
    public void ungather(PassageId passage, ThemeId theme) {
        jdbc.sql("DELETE FROM synthesis.passage_theme WHERE passage_id = ? AND theme_id = ?")
                .params(passage.value(), theme.value())
                .update();
    }

    /// Takes a mark away. Refused while a sentence rests on it or an edition used it.
    @Transactional
    public void unmark(PassageId passage) {
        jdbc.sql("DELETE FROM synthesis.passage_theme WHERE passage_id = ?").param(passage.value()).update();
        int gone = jdbc.sql("""
                DELETE FROM synthesis.passage g WHERE g.id = ?
                AND NOT EXISTS (SELECT FROM synthesis.evidence v WHERE v.passage_id = g.id)
                AND NOT EXISTS (SELECT FROM synthesis.edition_evidence v WHERE v.passage_id = g.id)""")
                .param(passage.value())
                .update();
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

    /// Changes a sentence.
    ///
    /// @param plainWords quantity words of the sentence that do not count inputs ("all stakeholders"); shown to readers
    @Transactional
    public void rewrite(SentenceId id, @Nullable ThemeId theme, String text, Set<String> plainWords, int version, Actor actor) {
        hold(text);
        String[] words = plainWords.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toArray(String[]::new);
        int changed = jdbc.sql("""
                UPDATE synthesis.sentence SET text = ?, theme_id = ?, plain_words = ?, version = version + 1
                WHERE id = ? AND version = ?""")
                .params(text.strip(), theme == null ? null : theme.value(), words, id.value(), version)
                .update();
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, "sentence-rewritten", "sentences/" + id.value(), Map.of("plainWords", List.of(words)));
    }

    private static void hold(String text) {
        if (text.isBlank()) throw new Refusal("sentence-empty", 422, "synthesis.problem.sentence-empty");
        if (text.length() > LONGEST_SENTENCE)
            throw new Refusal("sentence-too-long", 422, "synthesis.problem.sentence-too-long", LONGEST_SENTENCE);
    }

    @Transactional
    public void delete(SentenceId id, Actor actor) {
        jdbc.sql("DELETE FROM synthesis.sentence WHERE id = ?").param(id.value()).update();
        audit.record(actor, "sentence-deleted", "sentences/" + id.value(), Map.of());
    }

    /// Moves a sentence one place up or down within its section.
    @Transactional
    public void move(SentenceId id, boolean up) {
        List<UUID> order = jdbc.sql("""
                SELECT id FROM synthesis.sentence WHERE section_id = (SELECT section_id FROM synthesis.sentence WHERE id = ?)
                ORDER BY position, id FOR UPDATE""")
                .param(id.value())
                .query(UUID.class)
                .list();
        int at = order.indexOf(id.value());
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= order.size()) return;
        java.util.Collections.swap(order, at, to);
        for (int i = 0; i < order.size(); i++)
            jdbc.sql("UPDATE synthesis.sentence SET position = ? WHERE id = ?").params(i + 1, order.get(i)).update();
    }

    /// Ties a sentence to a passage it rests on.
    @Transactional
    public void tie(SentenceId sentence, PassageId passage) {
        jdbc.sql("INSERT INTO synthesis.evidence (sentence_id, passage_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(sentence.value(), passage.value())
                .update();
    }

    @Transactional
    public void untie(SentenceId sentence, PassageId passage) {
        jdbc.sql("DELETE FROM synthesis.evidence WHERE sentence_id = ? AND passage_id = ?")
                .params(sentence.value(), passage.value())
                .update();
    }
}
