package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.inputs.CallEditions;
import org.throughline.ledger.ArchivedEdition;
import org.throughline.ledger.EntryId;
import org.throughline.platform.Json;

/// Gives the archive of a call the editions of its summaries, put together from what the pages show now; so a change
/// behind the program's back is found.
@Component
class EditionArchive implements CallEditions {

    private final JdbcClient jdbc;

    EditionArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(UUID edition, int number) {}

    @Override
    public List<ArchivedEdition> of(CallId call) {
        Map<UUID, List<EditionContent.Sentence>> sentences = sentences(call, evidence(call));
        return jdbc.sql("""
                SELECT e.id, e.ledger_entry, k.slug, e.number, e.title, e.language, e.counts
                FROM synthesis.edition e JOIN calls.call k ON k.id = e.call_id
                WHERE e.call_id = ? ORDER BY e.published_at, e.id""")
                .param(call.value())
                .query((row, n) -> new ArchivedEdition(
                        new EntryId(row.getObject("ledger_entry", UUID.class)),
                        new EditionContent(
                                        row.getString("slug"),
                                        row.getInt("number"),
                                        row.getString("title"),
                                        row.getString("language"),
                                        Json.tree(row.getString("counts"))
                                                .path("published")
                                                .asLong(),
                                        sentences.getOrDefault(row.getObject("id", UUID.class), List.of()))
                                .canonical()))
                .list();
    }

    private Map<UUID, List<EditionContent.Sentence>> sentences(
            CallId call, Map<Line, List<EditionContent.Evidence>> evidence) {
        Map<UUID, List<EditionContent.Sentence>> sentences = new HashMap<>();
        jdbc.sql("""
                SELECT s.edition_id, s.line, s.section_code, s.text, s.base
                FROM synthesis.edition_sentence s JOIN synthesis.edition e ON e.id = s.edition_id
                WHERE e.call_id = ? ORDER BY s.edition_id, s.line""").param(call.value()).query(row -> {
            UUID edition = row.getObject("edition_id", UUID.class);
            var line = new Line(edition, row.getInt("line"));
            sentences
                    .computeIfAbsent(edition, id -> new ArrayList<>())
                    .add(new EditionContent.Sentence(
                            row.getString("section_code"),
                            row.getString("text"),
                            Base.kept(row.getString("base"), 0),
                            evidence.getOrDefault(line, List.of())));
        });
        return sentences;
    }

    // In the order in which drafts have it.
    private Map<Line, List<EditionContent.Evidence>> evidence(CallId call) {
        Map<Line, List<EditionContent.Evidence>> evidence = new HashMap<>();
        jdbc.sql("""
                SELECT v.edition_id, v.line, i.number, g.question, g.starts, g.ends, g.exact
                FROM synthesis.edition_evidence v JOIN synthesis.edition e ON e.id = v.edition_id
                JOIN synthesis.passage g ON g.id = v.passage_id JOIN inputs.input i ON i.id = g.input_id
                WHERE e.call_id = ? ORDER BY i.number, g.question, g.starts, g.ends, g.id""").param(call.value()).query(row -> {
            evidence.computeIfAbsent(
                            new Line(row.getObject("edition_id", UUID.class), row.getInt("line")),
                            line -> new ArrayList<>())
                    .add(new EditionContent.Evidence(
                            row.getInt("number"),
                            row.getString("question"),
                            row.getInt("starts"),
                            row.getInt("ends"),
                            row.getString("exact")));
        });
        return evidence;
    }
}
