package org.throughline.suggestions;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import tools.jackson.core.type.TypeReference;

/// Lessons and learnt models as they lie in the database.
@Component
class LessonRows {

    /// The newest lessons are enough, and bound what a rebuild takes.
    private static final int MOST = 5000;

    private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;

    LessonRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A learnt model without its weights.
    record Head(UUID id, long change, int lessons, Instant madeAt) {}

    /// Another number after every lesson that came, changed or went. From the rows themselves, for a counter would
    /// be seen to move before what it counts; `xmin` is another for each version of a row.
    long change(String vocabulary) {
        return jdbc.sql("""
                        SELECT coalesce(bit_xor(hashtextextended(subject || ' ' || xmin::text, 0)), 0)
                        FROM suggestions.lesson WHERE vocabulary = ?""").param(vocabulary).query(Long.class).single();
    }

    int count(String vocabulary) {
        return jdbc.sql("SELECT count(*) FROM suggestions.lesson WHERE vocabulary = ?")
                .param(vocabulary)
                .query(Integer.class)
                .single();
    }

    List<Lesson> lessons(String vocabulary) {
        return jdbc.sql("""
                        SELECT codes, features::text AS features FROM suggestions.lesson
                        WHERE vocabulary = ? ORDER BY taught_at DESC, subject LIMIT ?""")
                .params(vocabulary, MOST)
                .query((row, number) -> new Lesson(
                        features(row.getString("features")),
                        List.of((String[]) row.getArray("codes").getArray()),
                        1))
                .list();
    }

    private static List<Feature> features(String json) {
        var features = new ArrayList<Feature>();
        Json.read(json, FEATURES).forEach((key, value) -> features.add(new Feature(key, value, List.of())));
        return features;
    }

    Optional<Head> newest(String vocabulary) {
        return jdbc.sql("""
                        SELECT id, change, lessons, made_at FROM suggestions.model
                        WHERE vocabulary = ? ORDER BY made_at DESC LIMIT 1""")
                .param(vocabulary)
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getLong("change"),
                        row.getInt("lessons"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    List<String> weights(UUID model) {
        return jdbc.sql("SELECT weights FROM suggestions.model WHERE id = ?")
                .param(model)
                .query(String.class)
                .optional()
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    /// Keeps a model in place of those before it.
    UUID keep(String vocabulary, int lessons, long change, List<String> weights) {
        UUID id = Ids.next();
        jdbc.sql("""
                        INSERT INTO suggestions.model (id, vocabulary, lessons, change, weights, made_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(id, vocabulary, lessons, change, String.join("\n", weights), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("DELETE FROM suggestions.model WHERE vocabulary = ? AND id <> ?")
                .params(vocabulary, id)
                .update();
        return id;
    }

    /// Forgets what was taught about a vocabulary, and teaches nothing more that was decided until now.
    void beginAnew(String vocabulary) {
        jdbc.sql("""
                        INSERT INTO suggestions.fresh_start (vocabulary, since) VALUES (?, ?)
                        ON CONFLICT (vocabulary) DO UPDATE SET since = EXCLUDED.since""").params(vocabulary, Timestamp.from(clock.instant())).update();
        jdbc.sql("DELETE FROM suggestions.lesson WHERE vocabulary = ?")
                .param(vocabulary)
                .update();
        dropModels(vocabulary);
    }

    Optional<Instant> freshStart(String vocabulary) {
        return jdbc.sql("SELECT since FROM suggestions.fresh_start WHERE vocabulary = ?")
                .param(vocabulary)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// How often people decided: for what was suggested, against it, and for what was not.
    record Tally(int taken, int refused, int own) {}

    Tally tally(String vocabulary) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE accepted AND rank IS NOT NULL) AS taken,
                               count(*) FILTER (WHERE NOT accepted) AS refused,
                               count(*) FILTER (WHERE accepted AND rank IS NULL) AS own
                        FROM suggestions.acceptance WHERE vocabulary = ?""")
                .param(vocabulary)
                .query((row, number) -> new Tally(row.getInt("taken"), row.getInt("refused"), row.getInt("own")))
                .single();
    }

    void dropModels(String vocabulary) {
        jdbc.sql("DELETE FROM suggestions.model WHERE vocabulary = ?")
                .param(vocabulary)
                .update();
    }
}
