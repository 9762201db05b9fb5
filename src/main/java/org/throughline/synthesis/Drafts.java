package org.throughline.synthesis;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.Draft.Theme;

/// Reads summaries in work. Everything is counted as it stands now, so that what an analyst sees is what the gate
/// sees.
@Service
public class Drafts {

    private static final String PASSAGE = """
            SELECT g.id, g.input_id, i.number, i.stakeholder_type, i.country, i.region,
                   CASE WHEN NOT i.consent_name OR i.withdrawn_at IS NOT NULL THEN '' WHEN i.behalf = 'self' THEN i.respondent ELSE i.organisation END AS name,
                   i.language, g.answer_id, g.question, g.starts, g.ends,
                   CASE WHEN i.withdrawn_at IS NULL THEN g.exact ELSE '' END AS exact,
                   CASE WHEN i.withdrawn_at IS NULL THEN g.prefix ELSE '' END AS prefix,
                   CASE WHEN i.withdrawn_at IS NULL THEN g.suffix ELSE '' END AS suffix, i.withdrawn_at,
                   (a.text_hash = g.source_hash AND a.revision = i.revision) AS stands,
                   (i.published_at IS NOT NULL) AS visible, i.consent_quotation AS quotable
            """;
    private static final String PASSAGE_FROM = """
             FROM synthesis.passage g JOIN inputs.answer a ON a.id = g.answer_id JOIN inputs.input i ON i.id = g.input_id
            """;

    private final JdbcClient jdbc;
    private final Calls calls;

    Drafts(JdbcClient jdbc, Calls calls) {
        this.jdbc = jdbc;
        this.calls = calls;
    }

    /// A summary of a call, in a list.
    public record Line(SummaryId id, String title, String language, int sentences, int editions) {}

    @Transactional(readOnly = true)
    public List<Line> of(CallId call) {
        return jdbc.sql("""
                SELECT s.id, s.title, s.language,
                       (SELECT count(*) FROM synthesis.sentence t JOIN synthesis.section c ON c.id = t.section_id
                        WHERE c.summary_id = s.id) AS sentences,
                       (SELECT count(*) FROM synthesis.edition e WHERE e.summary_id = s.id) AS editions
                FROM synthesis.summary s WHERE s.call_id = ? ORDER BY s.created_at""")
                .param(call.value())
                .query((row, n) -> new Line(
                        new SummaryId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("language"),
                        row.getInt("sentences"),
                        row.getInt("editions")))
                .list();
    }

    /// A summary that no edition was published of, with the call it belongs to.
    public record Begun(SummaryId id, String slug, String title, int sentences) {}

    /// The summaries of all calls of which nothing is published yet, newest first.
    @Transactional(readOnly = true)
    public List<Begun> unpublished() {
        return jdbc.sql("""
                SELECT s.id, k.slug, s.title,
                       (SELECT count(*) FROM synthesis.sentence t JOIN synthesis.section c ON c.id = t.section_id
                        WHERE c.summary_id = s.id) AS sentences
                FROM synthesis.summary s JOIN calls.call k ON k.id = s.call_id
                WHERE NOT EXISTS (SELECT FROM synthesis.edition e WHERE e.summary_id = s.id)
                ORDER BY s.created_at DESC LIMIT 50""")
                .query((row, n) -> new Begun(
                        new SummaryId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getInt("sentences")))
                .list();
    }

    /// The whole summary in work.
    @Transactional(readOnly = true)
    public Draft get(SummaryId id) {
        Head head = jdbc.sql("""
                SELECT s.id, s.call_id, c.slug, s.title, s.language, s.header, s.bands, s.version,
                       (SELECT count(*) FROM inputs.published_input i WHERE i.call_id = s.call_id) AS published,
                       (SELECT count(*) FROM inputs.published_input i WHERE i.call_id = s.call_id AND i.quotable) AS quotable
                FROM synthesis.summary s JOIN calls.call c ON c.id = s.call_id WHERE s.id = ?""")
                .param(id.value())
                .query((row, n) -> new Head(
                        new CallId(row.getObject("call_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("language"),
                        Json.read(row.getString("header"), SummaryHeader.class),
                        Json.read(row.getString("bands"), Bands.class),
                        row.getInt("version"),
                        row.getLong("published"),
                        row.getLong("quotable")))
                .optional()
                .orElseThrow(Refusal::notFound);
        Map<UUID, List<Sentence>> sentences = sentences(id, evidence(id), bases(id, head));
        Map<UUID, List<Theme>> themes = themes(id);
        List<Section> sections = jdbc.sql(
                        "SELECT id, code, title FROM synthesis.section WHERE summary_id = ? ORDER BY position")
                .param(id.value())
                .query((row, n) -> {
                    UUID section = row.getObject("id", UUID.class);
                    return new Section(
                            new SectionId(section),
                            row.getString("code"),
                            row.getString("title"),
                            themes.getOrDefault(section, List.of()),
                            sentences.getOrDefault(section, List.of()));
                })
                .list();
        return new Draft(
                id,
                head.call(),
                head.slug(),
                head.title(),
                head.language(),
                head.header(),
                head.bands(),
                head.version(),
                head.published(),
                head.quotable(),
                sections);
    }

    private record Head(
            CallId call,
            String slug,
            String title,
            String language,
            SummaryHeader header,
            Bands bands,
            int version,
            long published,
            long quotable) {}

    /// How many published inputs answered each question of a call.
    @Transactional(readOnly = true)
    public Map<String, Long> answered(CallId call) {
        Map<String, Long> answered = new HashMap<>();
        jdbc.sql("""
                SELECT a.question, count(DISTINCT a.input_id) AS inputs FROM inputs.published_answer a
                WHERE a.call_id = ? AND a.text <> '' GROUP BY a.question""").param(call.value()).query(row -> {
            answered.put(row.getString("question"), row.getLong("inputs"));
        });
        return answered;
    }

    // What the sentences of a summary are measured against, by the question; all published inputs for none.
    private Map<String, Base> bases(SummaryId id, Head head) {
        Map<String, Base> bases = new HashMap<>();
        bases.put("", Base.all(head.published()));
        List<String> questions =
                jdbc.sql("""
                SELECT DISTINCT t.base_question FROM synthesis.sentence t JOIN synthesis.section c ON c.id = t.section_id
                WHERE c.summary_id = ? AND t.base_question <> ''""").param(id.value()).query(String.class).list();
        if (questions.isEmpty()) return bases;
        Questionnaire questionnaire = calls.newestQuestionnaire(head.call());
        Map<String, Long> answered = answered(head.call());
        for (String question : questions)
            bases.put(
                    question, new Base(question, questionnaire.labelOf(question), answered.getOrDefault(question, 0L)));
        return bases;
    }

    /// @param outside the inputs among them that do not belong to what the sentence is measured against
    private record Evidence(List<Passage> passages, Set<UUID> outside) {
        static final Evidence NONE = new Evidence(List.of(), Set.of());
    }

    private Map<UUID, Evidence> evidence(SummaryId id) {
        Map<UUID, Evidence> evidence = new HashMap<>();
        jdbc.sql(PASSAGE + """
                , v.sentence_id, (t.base_question = '' OR EXISTS (SELECT FROM inputs.published_answer b
                    WHERE b.input_id = g.input_id AND b.question = t.base_question AND b.text <> '')) AS inside
                """ + PASSAGE_FROM + """
                 JOIN synthesis.evidence v ON v.passage_id = g.id
                 JOIN synthesis.sentence t ON t.id = v.sentence_id JOIN synthesis.section c ON c.id = t.section_id
                WHERE c.summary_id = ? ORDER BY i.number, g.question, g.starts, g.ends, g.id""").param(id.value()).query(row -> {
            Evidence one = evidence.computeIfAbsent(
                    row.getObject("sentence_id", UUID.class),
                    sentence -> new Evidence(new ArrayList<>(), new TreeSet<>()));
            Passage passage = passage(row);
            one.passages().add(passage);
            if (!row.getBoolean("inside")) one.outside().add(passage.input());
        });
        return evidence;
    }

    private Map<UUID, List<Sentence>> sentences(SummaryId id, Map<UUID, Evidence> evidence, Map<String, Base> bases) {
        Map<UUID, List<Sentence>> sentences = new HashMap<>();
        jdbc.sql("""
                SELECT t.id, t.section_id, t.theme_id, t.text, t.plain_words, t.base_question, t.version
                FROM synthesis.sentence t JOIN synthesis.section c ON c.id = t.section_id
                LEFT JOIN synthesis.theme h ON h.id = t.theme_id
                WHERE c.summary_id = ? ORDER BY h.position NULLS FIRST, h.id, t.position, t.id""").param(id.value()).query(row -> {
            UUID sentence = row.getObject("id", UUID.class);
            Evidence found = evidence.getOrDefault(sentence, Evidence.NONE);
            Base base = Objects.requireNonNull(bases.get(row.getString("base_question")));
            UUID theme = row.getObject("theme_id", UUID.class);
            sentences
                    .computeIfAbsent(row.getObject("section_id", UUID.class), s -> new ArrayList<>())
                    .add(new Sentence(
                            new SentenceId(sentence),
                            theme == null ? null : new ThemeId(theme),
                            row.getString("text"),
                            words(row.getArray("plain_words")),
                            row.getInt("version"),
                            base,
                            found.passages(),
                            found.outside(),
                            support(found, base)));
        });
        return sentences;
    }

    private Map<UUID, List<Theme>> themes(SummaryId id) {
        Map<UUID, List<Theme>> themes = new HashMap<>();
        jdbc.sql("""
                SELECT h.id, h.section_id, h.title, (SELECT count(*) FROM synthesis.passage_theme p WHERE p.theme_id = h.id) AS passages,
                       (SELECT count(*) FROM synthesis.passage_theme p WHERE p.theme_id = h.id AND NOT EXISTS (
                            SELECT FROM synthesis.evidence v JOIN synthesis.sentence t ON t.id = v.sentence_id
                            JOIN synthesis.section o ON o.id = t.section_id
                            WHERE v.passage_id = p.passage_id AND o.summary_id = c.summary_id)) AS untied
                FROM synthesis.theme h JOIN synthesis.section c ON c.id = h.section_id
                WHERE c.summary_id = ? ORDER BY h.position, h.id""").param(id.value()).query(row -> {
            themes.computeIfAbsent(row.getObject("section_id", UUID.class), s -> new ArrayList<>())
                    .add(new Theme(
                            new ThemeId(row.getObject("id", UUID.class)),
                            row.getString("title"),
                            row.getInt("passages"),
                            row.getInt("untied")));
        });
        return themes;
    }

    /// The passages gathered under a theme.
    @Transactional(readOnly = true)
    public List<Passage> gathered(ThemeId theme) {
        return jdbc.sql(PASSAGE + PASSAGE_FROM + """
                 JOIN synthesis.passage_theme p ON p.passage_id = g.id WHERE p.theme_id = ? ORDER BY i.number, g.starts""")
                .param(theme.value())
                .query((row, n) -> passage(row))
                .list();
    }

    /// Passages that a sentence might be tied to: the first of them, and how many there are.
    ///
    /// @param leftOut how many more are marked that could not support a published sentence as they stand today
    public record Candidates(List<Passage> first, int found, int leftOut) {}

    /// The passages of a call that a sentence does not rest on yet, and might: where it is measured against those who
    /// answered one question, theirs only.
    ///
    /// @param theme only those gathered under it; absent for all
    /// @param words words of the passage or of the name, or the number of the input; empty for no restriction
    @Transactional(readOnly = true)
    public Candidates candidates(CallId call, SentenceId sentence, @Nullable ThemeId theme, String words, int limit) {
        String wanted = words.strip();
        var found = new java.util.concurrent.atomic.AtomicInteger();
        var leftOut = new java.util.concurrent.atomic.AtomicInteger();
        List<Passage> first = jdbc.sql("""
                SELECT c.*, count(*) OVER () AS marked,
                       count(*) FILTER (WHERE c.stands AND c.visible AND c.quotable) OVER () AS found FROM (""" + PASSAGE + PASSAGE_FROM + """
                 WHERE g.call_id = :call AND i.withdrawn_at IS NULL
                    AND NOT EXISTS (SELECT FROM synthesis.evidence v WHERE v.passage_id = g.id AND v.sentence_id = :sentence)
                    AND NOT EXISTS (SELECT FROM synthesis.sentence t WHERE t.id = :sentence AND t.base_question <> ''
                        AND NOT EXISTS (SELECT FROM inputs.published_answer b
                            WHERE b.input_id = g.input_id AND b.question = t.base_question AND b.text <> ''))
                    AND (CAST(:theme AS uuid) IS NULL
                        OR EXISTS (SELECT FROM synthesis.passage_theme p WHERE p.passage_id = g.id AND p.theme_id = :theme))) c
                WHERE :words = '' OR c.exact ILIKE :pattern OR c.name ILIKE :pattern OR c.number::text = :words
                ORDER BY NOT (c.stands AND c.visible AND c.quotable), c.number, c.question, c.starts LIMIT :limit""")
                .param("call", call.value())
                .param("sentence", sentence.value())
                .param("theme", theme == null ? null : theme.value(), Types.OTHER)
                .param("words", wanted)
                .param(
                        "pattern",
                        "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("limit", limit)
                .query((row, n) -> {
                    found.set(row.getInt("found"));
                    leftOut.set(row.getInt("marked") - row.getInt("found"));
                    return passage(row);
                })
                .list();
        return new Candidates(first.stream().filter(Passage::counts).toList(), found.get(), leftOut.get());
    }

    /// The passages marked in one input.
    @Transactional(readOnly = true)
    public List<Passage> passagesOf(UUID input) {
        return jdbc.sql(PASSAGE + PASSAGE_FROM + " WHERE g.input_id = ? ORDER BY g.question, g.starts")
                .param(input)
                .query((row, n) -> passage(row))
                .list();
    }

    /// The numbers of published, quotable inputs on which no sentence of the summary rests yet.
    @Transactional(readOnly = true)
    public List<Integer> unused(SummaryId id) {
        return jdbc.sql("""
                SELECT i.number FROM inputs.published_input i JOIN synthesis.summary s ON s.call_id = i.call_id
                WHERE s.id = ? AND i.quotable AND NOT EXISTS (
                    SELECT FROM synthesis.evidence v JOIN synthesis.passage g ON g.id = v.passage_id
                    JOIN synthesis.sentence t ON t.id = v.sentence_id JOIN synthesis.section c ON c.id = t.section_id
                    WHERE c.summary_id = s.id AND g.input_id = i.id)
                ORDER BY i.number""").param(id.value()).query(Integer.class).list();
    }

    private static Support support(Evidence evidence, Base base) {
        List<Passage> inside = evidence.passages().stream()
                .filter(passage -> !evidence.outside().contains(passage.input()))
                .toList();
        return support(inside, base.inputs());
    }

    /// What passages add up to: the inputs behind those that may support a published sentence.
    static Support support(List<Passage> passages, long published) {
        return Support.count(
                passages.stream()
                        .filter(Passage::counts)
                        .map(passage ->
                                new Support.Source(passage.input(), passage.stakeholderType(), passage.region()))
                        .toList(),
                published);
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                new PassageId(row.getObject("id", UUID.class)),
                row.getObject("input_id", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                row.getString("stakeholder_type"),
                row.getString("country"),
                row.getString("region"),
                row.getString("language"),
                row.getObject("answer_id", UUID.class),
                row.getString("question"),
                row.getInt("starts"),
                row.getInt("ends"),
                row.getString("exact"),
                row.getString("prefix"),
                row.getString("suffix"),
                row.getBoolean("stands"),
                row.getBoolean("visible"),
                row.getBoolean("quotable"),
                row.getTimestamp("withdrawn_at") == null
                        ? null
                        : row.getTimestamp("withdrawn_at").toInstant());
    }

    private static Set<String> words(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }
}
