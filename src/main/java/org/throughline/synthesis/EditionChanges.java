package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;

/// What became of the sentences of a summary from one edition to the next, as their words say it.
@Service
public class EditionChanges {

    private final Published published;

    EditionChanges(Published published) {
        this.published = published;
    }

    /// @param line its number in the edition that has it
    /// @param inputs how many inputs it rested on when that was published
    public record Line(int line, String text, long inputs) {}

    /// @param before how many inputs the sentence rested on in the edition before
    public record Counted(Line line, long before) {}

    /// @param since the number of the edition before, and `before` its id
    /// @param same how many sentences stand word for word as before, on as many inputs
    /// @param added sentences that are new or reworded
    /// @param gone sentences of the edition before that are no longer there
    /// @param counted sentences that rest on more or fewer inputs than before
    public record Changes(
            int since, UUID before, long same, List<Line> added, List<Line> gone, List<Counted> counted) {}

    private record Edition(UUID id, int number) {}

    /// How an edition differs from the one before; empty for the first of its summary.
    public Optional<Changes> of(UUID edition) {
        return published
                .sql("""
                SELECT b.id, b.number FROM synthesis.published_edition e
                JOIN synthesis.published_edition b ON b.summary_id = e.summary_id AND b.number = e.number - 1
                WHERE e.id = ?""")
                .param(edition)
                .query((row, n) -> new Edition(row.getObject("id", UUID.class), row.getInt("number")))
                .optional()
                .map(before -> compare(before, lines(before.id()), lines(edition)));
    }

    private static Changes compare(Edition edition, Map<String, Line> before, Map<String, Line> now) {
        List<Line> added = new ArrayList<>();
        List<Counted> counted = new ArrayList<>();
        now.forEach((key, line) -> {
            Line then = before.get(key);
            if (then == null) added.add(line);
            else if (then.inputs() != line.inputs()) counted.add(new Counted(line, then.inputs()));
        });
        List<Line> gone = before.entrySet().stream()
                .filter(entry -> !now.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Changes(
                edition.number(), edition.id(), now.size() - added.size() - counted.size(), added, gone, counted);
    }

    // By their words; measured against something else, the same words say something else.
    private Map<String, Line> lines(UUID edition) {
        Map<String, Line> lines = new LinkedHashMap<>();
        published.sql("""
                SELECT line, text, inputs_then, coalesce(base ->> 'question', '') AS question
                FROM synthesis.published_sentence WHERE edition_id = ? ORDER BY line""").param(edition).query(row -> {
            String text = row.getString("text");
            lines.putIfAbsent(
                    text + '\n' + row.getString("question"),
                    new Line(row.getInt("line"), text, row.getLong("inputs_then")));
        });
        return lines;
    }
}
