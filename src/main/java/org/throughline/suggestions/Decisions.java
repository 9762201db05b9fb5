package org.throughline.suggestions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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
    /// @param subject what the text belongs to, such as `projects/17`
    /// @param person who decided; absent for the program itself
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

    /// A text is public and people gave it these codes: models may learn from it. Called again, it replaces what
    /// the subject taught before; without codes it only takes that away.
    ///
    /// @param language the text's own, or `und`
    @Transactional
    public void teach(String subject, String vocabulary, String text, String language, List<String> codes) {
        if (codes.isEmpty() || text.isBlank()) {
            unteach(subject, vocabulary);
            return;
        }
        var features = new LinkedHashMap<String, Double>();
        for (var feature : engine.reader().read(text, language).features())
            features.put(feature.key(), feature.value());
        jdbc.sql("""
                INSERT INTO suggestions.lesson (subject, vocabulary, codes, features, taught_at)
                VALUES (:subject, :vocabulary, :codes, :features::jsonb, :now)
                ON CONFLICT (subject, vocabulary) DO UPDATE
                SET codes = EXCLUDED.codes, features = EXCLUDED.features, taught_at = EXCLUDED.taught_at""")
                .param("subject", subject)
                .param("vocabulary", vocabulary)
                .param("codes", codes.toArray(String[]::new))
                .param("features", Json.write(features))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        changed();
    }

    /// The subject's text is no longer public: nothing more is learnt from it.
    @Transactional
    public void forget(String subject) {
        int gone = jdbc.sql("DELETE FROM suggestions.lesson WHERE subject = ?")
                .param(subject)
                .update();
        if (gone > 0) changed();
    }

    private void unteach(String subject, String vocabulary) {
        int gone = jdbc.sql("DELETE FROM suggestions.lesson WHERE subject = ? AND vocabulary = ?")
                .params(subject, vocabulary)
                .update();
        if (gone > 0) changed();
    }

    private void changed() {
        jdbc.sql("SELECT nextval('suggestions.lesson_change')")
                .query(Long.class)
                .single();
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
