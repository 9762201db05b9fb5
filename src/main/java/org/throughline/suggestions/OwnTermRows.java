package org.throughline.suggestions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The secretariat's own terms and silent words as they lie in the database.
@Component
class OwnTermRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnTermRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static OwnTerm term(ResultSet row, int number) throws SQLException {
        return new OwnTerm(
                row.getString("vocabulary"),
                row.getString("code"),
                row.getString("language"),
                row.getString("term"),
                row.getDouble("weight"));
    }

    List<OwnTerm> all() {
        return jdbc.sql("SELECT vocabulary, code, language, term, weight FROM suggestions.own_term ORDER BY id")
                .query(OwnTermRows::term)
                .list();
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM suggestions.own_term")
                .query(Integer.class)
                .single();
    }

    List<OwnTerm> of(String vocabulary, String code, String language) {
        return jdbc.sql("""
                        SELECT vocabulary, code, language, term, weight FROM suggestions.own_term
                        WHERE vocabulary = ? AND code = ? AND language = ? ORDER BY term""")
                .params(vocabulary, code, language)
                .query(OwnTermRows::term)
                .list();
    }

    Optional<Double> weight(String vocabulary, String code, String language, String compared) {
        return jdbc.sql("""
                        SELECT weight FROM suggestions.own_term
                        WHERE vocabulary = ? AND code = ? AND language = ? AND compared = ?""")
                .params(vocabulary, code, language, compared)
                .query(Double.class)
                .optional();
    }

    void put(OwnTerm term, String compared) {
        jdbc.sql("""
                INSERT INTO suggestions.own_term (id, vocabulary, code, language, term, compared, weight, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (vocabulary, code, language, compared) DO UPDATE
                SET term = EXCLUDED.term, weight = EXCLUDED.weight, changed_at = EXCLUDED.changed_at""")
                .params(
                        Ids.next(),
                        term.vocabulary(),
                        term.code(),
                        term.language(),
                        term.term(),
                        compared,
                        term.weight(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    boolean drop(String vocabulary, String code, String language, String compared) {
        return jdbc.sql("""
                        DELETE FROM suggestions.own_term
                        WHERE vocabulary = ? AND code = ? AND language = ? AND compared = ?""").params(vocabulary, code, language, compared).update() > 0;
    }

    /// By language.
    Map<String, Set<String>> silentWords() {
        var words = new HashMap<String, Set<String>>();
        jdbc.sql("SELECT language, word FROM suggestions.silent_word").query(row -> {
            words.computeIfAbsent(row.getString("language"), key -> new HashSet<>())
                    .add(row.getString("word"));
        });
        return words;
    }

    boolean silence(String language, String word) {
        return jdbc.sql("""
                        INSERT INTO suggestions.silent_word (language, word, changed_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(language, word, Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    boolean hear(String language, String word) {
        return jdbc.sql("DELETE FROM suggestions.silent_word WHERE language = ? AND word = ?")
                        .params(language, word)
                        .update()
                > 0;
    }
}
