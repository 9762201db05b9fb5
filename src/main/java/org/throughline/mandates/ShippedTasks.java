package org.throughline.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.mandates.ShippedInstruments.SourceFact;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The tasks that every installation begins with (`mandates/tasks.json`): in our words, with their sources, and
/// silent where the sources are. Those that a later release adds are added at the next start; what is there is left
/// as it is.
@Component
class ShippedTasks implements SmartInitializingSingleton {

    private static final String FILE = "/mandates/tasks.json";

    private final ShippedInstruments instruments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CitationUses uses;
    private final InstrumentSearch search;
    private final Clock clock;

    ShippedTasks(
            ShippedInstruments instruments,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CitationUses uses,
            InstrumentSearch search,
            Clock clock) {
        this.instruments = instruments;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.uses = uses;
        this.search = search;
        this.clock = clock;
    }

    record ActorFact(String code, LocalizedText name) {}

    record EvidenceFact(String kind, String thing, String title, String url, String date, String source) {}

    record TaskFact(
            String instrument,
            int number,
            String paragraph,
            LocalizedText words,
            LocalizedText note,
            String verb,
            List<String> responsible,
            List<String> invited,
            List<String> actionLines,
            List<String> sdgs,
            List<String> gdc,
            String due,
            String every,
            LocalizedText dueWords,
            String certainty,
            String source,
            List<EvidenceFact> evidence) {}

    record Facts(Map<String, SourceFact> sources, List<ActorFact> actors, List<TaskFact> tasks) {}

    static Facts read() {
        try (InputStream in = ShippedTasks.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, Facts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        // Tasks stand on instruments, whichever of the two the container calls first.
        instruments.afterSingletonsInstantiated();
        Facts facts = read();
        transaction.executeWithoutResult(status -> {
            if (isThere(facts)) return;
            // Two programs that start at once on one database.
            jdbc.sql("LOCK TABLE mandates.task IN SHARE ROW EXCLUSIVE MODE").update();
            int position = 0;
            for (ActorFact actor : facts.actors())
                jdbc.sql(
                                "INSERT INTO mandates.actor (code, name, position) VALUES (?, ?::jsonb, ?) ON CONFLICT DO NOTHING")
                        .params(actor.code(), Json.write(actor.name()), position++)
                        .update();
            facts.tasks().forEach(task -> add(task, facts.sources()));
            uses.readAtNextStart(Citing.Kind.TASK);
            search.putAll();
        });
    }

    private boolean isThere(Facts facts) {
        String[] names = facts.tasks().stream().map(ShippedTasks::fact).toArray(String[]::new);
        return jdbc.sql("SELECT count(*) FROM mandates.task WHERE fact = ANY (?)")
                        .param(names)
                        .query(Integer.class)
                        .single()
                == names.length;
    }

    private static String fact(TaskFact one) {
        return one.instrument() + "/" + one.number();
    }

    // Where people have used its number meanwhile it gets the next one.
    private void add(TaskFact one, Map<String, SourceFact> sources) {
        SourceFact source = sources.get(one.source());
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                INSERT INTO mandates.task (id, instrument_id, revision_id, fact, number, paragraph, words, note, verb, action_lines,
                    sdgs, gdc, due, every, due_words, certainty, source, source_url, added_at, changed_at)
                SELECT ?, i.id, r.id, ?, (SELECT CASE WHEN bool_or(t.number = ?) THEN max(t.number) + 1 ELSE ? END FROM mandates.task t
                    WHERE t.instrument_id = i.id), ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?
                FROM mandates.instrument i JOIN mandates.revision r ON r.instrument_id = i.id
                WHERE i.slug = ? AND i.retired_at IS NULL AND r.retired_at IS NULL
                ORDER BY r.position DESC LIMIT 1 ON CONFLICT DO NOTHING RETURNING id""")
                .params(
                        Ids.next(),
                        fact(one),
                        one.number(),
                        one.number(),
                        one.paragraph(),
                        Json.write(one.words()),
                        Json.write(one.note()),
                        one.verb(),
                        one.actionLines().toArray(String[]::new),
                        one.sdgs().toArray(String[]::new),
                        one.gdc().toArray(String[]::new),
                        one.due(),
                        one.every(),
                        Json.write(one.dueWords()),
                        one.certainty(),
                        source.title(),
                        source.url(),
                        now,
                        now,
                        one.instrument())
                .query(UUID.class)
                .optional()
                .ifPresent(id -> {
                    actors(id, "responsible", one.responsible());
                    actors(id, "invited", one.invited());
                    one.evidence().forEach(each -> evidence(id, each, sources.get(each.source()), now));
                });
    }

    private void actors(UUID task, String role, List<String> actors) {
        int position = role.equals("invited") ? 100 : 0;
        for (String actor : actors)
            jdbc.sql("INSERT INTO mandates.task_actor (task_id, actor, role, position) VALUES (?, ?, ?, ?)")
                    .params(task, actor, role, position++)
                    .update();
    }

    private void evidence(UUID task, EvidenceFact one, SourceFact source, Timestamp now) {
        jdbc.sql("""
                INSERT INTO mandates.evidence (id, task_id, kind, thing, title, language, url, happened, source, source_url, added_at)
                VALUES (?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        task,
                        one.kind(),
                        one.thing(),
                        one.title(),
                        one.url(),
                        one.date(),
                        source.title(),
                        source.url(),
                        now)
                .update();
    }
}
