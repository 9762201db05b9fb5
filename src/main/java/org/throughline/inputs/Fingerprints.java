package org.throughline.inputs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Dossier.Attachment;
import org.throughline.inputs.Dossier.Given;
import org.throughline.platform.Json;
import org.throughline.platform.MinHash;

/// Keeps for each input what the checks read out of its text. [Intake] has it kept with what comes in a file,
/// [LateReading] soon after what is sent; what is missing, or was read by older rules, is read when the desk is
/// opened.
@Component
class Fingerprints {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Calls calls;

    Fingerprints(JdbcClient jdbc, JdbcTemplate template, Calls calls) {
        this.jdbc = jdbc;
        this.template = template;
        this.calls = calls;
    }

    /// @param language the one the text seems to be in, or the empty string when that is the declared one or
    /// unclear
    record Fingerprint(
            UUID input,
            int words,
            byte[] textHash,
            int[] signature,
            Set<Long> longAnswers,
            boolean hardly,
            String language,
            int personal,
            int missing) {}

    private record Waiting(
            UUID input,
            int revision,
            String language,
            @Nullable String country,
            int questionnaire) {}

    /// Makes what is missing, some hundred inputs at a time. After an update with new rules that is every input
    /// once.
    void fill(CallId call) {
        while (fill(call, PAGE)) {}
    }

    /// The same for at most so many; answers whether there were any.
    boolean fill(CallId call, int most) {
        List<Waiting> waiting = waiting(call, most);
        if (waiting.isEmpty()) return false;
        Map<Integer, Questionnaire> questionnaires = new HashMap<>();
        List<UUID> ids = waiting.stream().map(Waiting::input).toList();
        Map<UUID, List<Given>> answers = answers(ids);
        Map<UUID, List<Attachment>> files = files(ids);
        List<Read> read = waiting.stream()
                .map(one -> new Read(
                        new InputId(one.input()),
                        one.revision(),
                        Reading.of(
                                questionnaires.computeIfAbsent(
                                        one.questionnaire(), version -> calls.questionnaire(call, version)),
                                one.language(),
                                one.country(),
                                answers.getOrDefault(one.input(), List.of()),
                                files.getOrDefault(one.input(), List.of()))))
                .toList();
        keep(read);
        return true;
    }

    /// What was read out of one revision of an input.
    record Read(InputId input, int revision, Reading reading) {}

    void keep(List<Read> read) {
        template.batchUpdate(
                """
                INSERT INTO inputs.fingerprint (input_id, revision, rules, words, text_hash, signature, language, personal, missing,
                    long_answers, hardly)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (input_id) DO UPDATE SET revision = excluded.revision, rules = excluded.rules,
                    words = excluded.words, text_hash = excluded.text_hash, signature = excluded.signature,
                    language = excluded.language, personal = excluded.personal, missing = excluded.missing,
                    long_answers = excluded.long_answers, hardly = excluded.hardly""", read, PAGE, (statement, one) -> one.reading().fill(statement, one.input(), one.revision()));
    }

    private List<Waiting> waiting(CallId call, int most) {
        return jdbc.sql("""
                SELECT i.id, i.revision, i.language, i.country, r.questionnaire_version
                FROM inputs.input i
                JOIN inputs.revision r ON r.input_id = i.id AND r.number = i.revision
                LEFT JOIN inputs.fingerprint f ON f.input_id = i.id AND f.revision = i.revision AND f.rules = ?
                WHERE i.call_id = ? AND f.input_id IS NULL ORDER BY i.number LIMIT ?""")
                .params(Reading.RULES, call.value(), most)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        row.getString("language"),
                        row.getString("country"),
                        row.getInt("questionnaire_version")))
                .list();
    }

    Map<UUID, List<Given>> answers(List<UUID> inputs) {
        Map<UUID, List<Given>> answers = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT a.input_id, a.question, a.kind, a.value, a.text FROM inputs.answer a
                JOIN inputs.input i ON i.id = a.input_id AND i.revision = a.revision
                WHERE a.input_id = ANY (?) ORDER BY a.input_id, a.position""").param(inputs.toArray(UUID[]::new)).query(row -> {
            answers.computeIfAbsent(row.getObject("input_id", UUID.class), id -> new ArrayList<>())
                    .add(new Given(
                            row.getString("question"),
                            Questionnaire.Kind.of(row.getString("kind")),
                            Json.tree(row.getString("value")),
                            row.getString("text")));
        });
        return answers;
    }

    Map<UUID, List<Attachment>> files(List<UUID> inputs) {
        Map<UUID, List<Attachment>> files = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT t.input_id, t.file_id, t.question, t.title FROM inputs.attachment t
                JOIN inputs.input i ON i.id = t.input_id AND i.revision = t.revision
                WHERE t.input_id = ANY (?) ORDER BY t.input_id, t.position""").param(inputs.toArray(UUID[]::new)).query(row -> {
            files.computeIfAbsent(row.getObject("input_id", UUID.class), id -> new ArrayList<>())
                    .add(new Attachment(
                            row.getObject("file_id", UUID.class), row.getString("question"), row.getString("title")));
        });
        return files;
    }

    Map<UUID, Fingerprint> ofCall(CallId call) {
        Map<UUID, Fingerprint> all = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT f.* FROM inputs.fingerprint f JOIN inputs.input i ON i.id = f.input_id
                WHERE i.call_id = ? ORDER BY i.number""").param(call.value()).query(row -> {
            UUID id = row.getObject("input_id", UUID.class);
            all.put(
                    id,
                    new Fingerprint(
                            id,
                            row.getInt("words"),
                            row.getBytes("text_hash"),
                            MinHash.of(row.getBytes("signature")),
                            Set.copyOf(List.of(
                                    (Long[]) row.getArray("long_answers").getArray())),
                            row.getBoolean("hardly"),
                            row.getString("language"),
                            row.getInt("personal"),
                            row.getInt("missing")));
        });
        return all;
    }
}
