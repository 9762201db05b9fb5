package org.throughline.suggestions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;

/// Keeps what people decided about suggestions, and what public texts teach. Of a text itself nothing is kept: a
/// decision has its hash only, and a lesson, which is taken from public texts only, how often which stems and
/// concepts stand in it.
@Service
public class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EngineInUse engine;

    Decisions(JdbcClient jdbc, Clock clock, EngineInUse engine) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.engine = engine;
    }

    /// Records decisions about one text, taken together.
    ///
    /// @param subject what the text belongs to, such as `stocktaking/17`
    /// @param person who decided; absent for the program itself, from which nothing is learnt
    @Transactional
    public void record(String subject, String text, List<Decision> decisions, @Nullable UUID person) {
        String hash = hash(text);
        Timestamp now = Timestamp.from(clock.instant());
        for (var decision : decisions)
            jdbc.sql("""
                    INSERT INTO suggestions.acceptance
                        (id, subject, text_hash, vocabulary, code, rank, accepted, decided_by, decided_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.next(),
                            subject,
                            hash,
                            decision.vocabulary(),
                            decision.code(),
                            decision.rank(),
                            decision.accepted(),
                            person,
                            now)
                    .update();
    }

    /// Those of the subjects whose texts can teach, or have taught: people decided about them.
    @Transactional(readOnly = true)
    public Set<String> about(Collection<String> subjects) {
        return new HashSet<>(jdbc.sql("""
                        SELECT DISTINCT subject FROM suggestions.acceptance WHERE subject = ANY (:subjects)
                        UNION SELECT subject FROM suggestions.lesson WHERE subject = ANY (:subjects)""")
                .param("subjects", subjects.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /// A text is public and has these codes: models may learn those that a person decided for since the secretariat
    /// last began anew. Called again, it replaces what the subject taught before; what nobody
    /// decided teaches nothing.
    ///
    /// @param language the text's own, or `und`
    /// @param codes that the public sees, by vocabulary
    @Transactional
    public void teach(String subject, String text, String language, Map<String, List<String>> codes) {
        Map<String, Set<String>> wanted = accepted(subject);
        String features = null;
        for (var vocabulary : Suggestions.VOCABULARIES) {
            var some = new HashSet<>(codes.getOrDefault(vocabulary, List.of()));
            some.retainAll(wanted.getOrDefault(vocabulary, Set.of()));
            List<String> taught = some.stream().sorted().toList();
            if (taught.isEmpty() || text.isBlank()) {
                unteach(subject, vocabulary);
                continue;
            }
            if (features == null) features = features(text, language);
            teach(subject, vocabulary, taught, features);
        }
    }

    // The last word about a code counts.
    private Map<String, Set<String>> accepted(String subject) {
        var codes = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        SELECT DISTINCT ON (a.vocabulary, a.code) a.vocabulary, a.code, a.accepted
                        FROM suggestions.acceptance a
                        LEFT JOIN suggestions.fresh_start f ON f.vocabulary = a.vocabulary
                        WHERE a.subject = ? AND a.decided_by IS NOT NULL AND (f.since IS NULL OR a.decided_at > f.since)
                        ORDER BY a.vocabulary, a.code, a.decided_at DESC, a.id DESC""").param(subject).query(row -> {
            if (row.getBoolean("accepted"))
                codes.computeIfAbsent(row.getString("vocabulary"), any -> new HashSet<>())
                        .add(row.getString("code"));
        });
        return codes;
    }

    private String features(String text, String language) {
        var features = new LinkedHashMap<String, Double>();
        for (var feature : engine.reader().read(text, language).features())
            features.put(feature.key(), feature.value());
        return Json.write(features);
    }

    // The same lesson again is no new one, so that nothing is learnt anew because of it.
    private void teach(String subject, String vocabulary, List<String> codes, String features) {
        jdbc.sql("""
                INSERT INTO suggestions.lesson AS l (subject, vocabulary, codes, features, taught_at)
                VALUES (:subject, :vocabulary, :codes, :features::jsonb, :now)
                ON CONFLICT (subject, vocabulary) DO UPDATE
                SET codes = EXCLUDED.codes, features = EXCLUDED.features, taught_at = EXCLUDED.taught_at
                WHERE (l.codes, l.features) IS DISTINCT FROM (EXCLUDED.codes, EXCLUDED.features)""")
                .param("subject", subject)
                .param("vocabulary", vocabulary)
                .param("codes", codes.toArray(String[]::new))
                .param("features", features)
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    /// The subject's text is no longer public: nothing more is learnt from it.
    @Transactional
    public void forget(String subject) {
        jdbc.sql("DELETE FROM suggestions.lesson WHERE subject = ?")
                .param(subject)
                .update();
    }

    private void unteach(String subject, String vocabulary) {
        jdbc.sql("DELETE FROM suggestions.lesson WHERE subject = ? AND vocabulary = ?")
                .params(subject, vocabulary)
                .update();
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
