package org.throughline.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.calls.CallId;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.synthesis.PublishedSummary.Evidence;
import org.throughline.synthesis.PublishedSummary.Section;
import org.throughline.synthesis.PublishedSummary.Sentence;
import org.throughline.synthesis.PublishedSummary.Use;

/// Published editions of summaries, read through the public's own door.
@Service
public class PublishedSummaries {

    private static final String EDITION = """
            SELECT id, number, newest, published_at, title, language, header, bands, counts, hash FROM synthesis.published_edition
            """;

    private final Published published;

    PublishedSummaries(Published published) {
        this.published = published;
    }

    /// The edition of a call that was published last.
    public Optional<PublishedSummary> newest(CallId call) {
        return published
                .sql(EDITION + "WHERE call_id = ? ORDER BY published_at DESC, number DESC LIMIT 1")
                .param(call.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /// Every edition of a call, newest first, without its sentences.
    public List<PublishedSummary> editions(CallId call) {
        return published
                .sql(EDITION + "WHERE call_id = ? ORDER BY published_at DESC, number DESC")
                .param(call.value())
                .query((row, n) -> head(row, List.of()))
                .list();
    }

    public boolean exists(CallId call) {
        return published
                .sql("SELECT EXISTS (SELECT FROM synthesis.published_edition WHERE call_id = ?)")
                .param(call.value())
                .query(Boolean.class)
                .single();
    }

    /// An edition by its number, or by its id where a call has several summaries; of two with the same number the one
    /// that was published last.
    public Optional<PublishedSummary> edition(CallId call, String which) {
        if (which.matches("[1-9]\\d{0,8}"))
            return published
                    .sql(EDITION + "WHERE call_id = ? AND number = ? ORDER BY published_at DESC, id DESC LIMIT 1")
                    .params(call.value(), Integer.parseInt(which))
                    .query((row, n) -> read(row))
                    .optional();
        try {
            return edition(call, UUID.fromString(which));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<PublishedSummary> edition(CallId call, UUID edition) {
        return published
                .sql(EDITION + "WHERE call_id = ? AND id = ?")
                .params(call.value(), edition)
                .query((row, n) -> read(row))
                .optional();
    }

    /// Where an input went: the sentences of the newest editions that rest on it, with the passage each uses.
    public List<Use> usesOf(CallId call, int number) {
        return published
                .sql("""
                SELECT e.number AS edition, e.language, s.line, s.section_code, s.text, v.question, v.starts, v.ends
                FROM synthesis.published_evidence v
                JOIN synthesis.published_edition e ON e.id = v.edition_id AND e.newest
                JOIN synthesis.published_sentence s ON s.edition_id = v.edition_id AND s.line = v.line
                WHERE v.call_id = ? AND v.number = ? ORDER BY e.published_at DESC, s.line, v.starts""")
                .params(call.value(), number)
                .query((row, n) -> new Use(
                        row.getInt("edition"),
                        row.getInt("line"),
                        row.getString("section_code"),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("question"),
                        row.getInt("starts"),
                        row.getInt("ends")))
                .list();
    }

    /// On how many sentences of the newest editions each input is quoted, by its number.
    public Map<Integer, Integer> useCounts(CallId call) {
        Map<Integer, Integer> counts = new HashMap<>();
        published.sql("""
                SELECT v.number, count(DISTINCT (v.edition_id, v.line)) AS sentences FROM synthesis.published_evidence v
                JOIN synthesis.published_edition e ON e.id = v.edition_id AND e.newest
                WHERE v.call_id = ? GROUP BY v.number""").param(call.value()).query(row -> {
            counts.put(row.getInt("number"), row.getInt("sentences"));
        });
        return counts;
    }

    private PublishedSummary read(ResultSet row) throws SQLException {
        UUID edition = row.getObject("id", UUID.class);
        long of = Json.tree(row.getString("counts")).path("published").asLong(0);
        Map<Integer, List<Evidence>> evidence = new HashMap<>();
        Map<Integer, List<Support.Source>> sources = new HashMap<>();
        published.sql("""
                SELECT line, question, starts, ends, exact, prefix, suffix, source_hash, input_id, number, language, name,
                       stakeholder_type, country, region
                FROM synthesis.published_evidence WHERE edition_id = ? ORDER BY line, number, question, starts, ends""").param(edition).query(one -> {
            int line = one.getInt("line");
            evidence.computeIfAbsent(line, l -> new ArrayList<>()).add(evidence(one));
            sources.computeIfAbsent(line, l -> new ArrayList<>())
                    .add(new Support.Source(
                            one.getObject("input_id", UUID.class),
                            one.getString("stakeholder_type"),
                            one.getString("region")));
        });
        Map<String, List<Sentence>> bySection = new LinkedHashMap<>();
        Map<String, String> titles = new HashMap<>();
        published.sql("""
                SELECT line, section_code, section_title, theme, text, plain_words, base, inputs_then
                FROM synthesis.published_sentence WHERE edition_id = ? ORDER BY line""").param(edition).query(one -> {
            int line = one.getInt("line");
            Base base = Base.kept(one.getString("base"), of);
            titles.put(one.getString("section_code"), one.getString("section_title"));
            bySection
                    .computeIfAbsent(one.getString("section_code"), code -> new ArrayList<>())
                    .add(new Sentence(
                            line,
                            one.getString("theme"),
                            one.getString("text"),
                            List.of((String[]) one.getArray("plain_words").getArray()),
                            base,
                            one.getLong("inputs_then"),
                            Support.count(sources.getOrDefault(line, List.of()), base.inputs()),
                            evidence.getOrDefault(line, List.of())));
        });
        List<Section> sections = bySection.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), titles.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
        return head(row, sections);
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getInt("number"),
                row.getString("name"),
                row.getString("stakeholder_type"),
                row.getString("country"),
                row.getString("region"),
                row.getString("language"),
                row.getString("question"),
                row.getInt("starts"),
                row.getInt("ends"),
                row.getString("exact"),
                row.getString("prefix"),
                row.getString("suffix"),
                HexFormat.of().formatHex(row.getBytes("source_hash")));
    }

    private static PublishedSummary head(ResultSet row, List<Section> sections) throws SQLException {
        return new PublishedSummary(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getBoolean("newest"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("title"),
                row.getString("language"),
                Json.read(row.getString("header"), SummaryHeader.class),
                Json.read(row.getString("bands"), Bands.class),
                Json.tree(row.getString("counts")).path("published").asLong(0),
                Json.tree(row.getString("counts")).path("quoted").asLong(0),
                Hash.of(row.getBytes("hash")).base64Url(),
                sections);
    }
}
