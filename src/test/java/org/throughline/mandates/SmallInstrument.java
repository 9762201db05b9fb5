package org.throughline.mandates;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.citations.Citations;
import org.throughline.platform.web.PageStore;

/// Instruments of a test's own, so that what is done to them is not what other tests look at.
public record SmallInstrument(JdbcClient jdbc, Citations citations, PageStore pages) {

    private static final AtomicInteger NUMBERS = new AtomicInteger(50_000);

    public static SmallInstrument in(ApplicationContext program) {
        return new SmallInstrument(
                program.getBean(JdbcClient.class), program.getBean(Citations.class), program.getBean(PageStore.class));
    }

    /// A resolution of the Plenipotentiary Conference with these revisions, each `place year`, oldest first.
    ///
    /// @return its number, which no other has; its slug is `pp-` and the number
    public String resolution(String... revisions) {
        int number = NUMBERS.getAndIncrement();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO mandates.instrument (id, slug, body, kind, number, topic, position)
                VALUES (?, ?, 'pp', 'resolution', ?, '{"en": "Of a test"}', 9000)""").params(id, "pp-" + number, String.valueOf(number)).update();
        int position = 1;
        for (String revision : revisions) {
            String[] parts = revision.split(" (?=\\d{4}$)");
            jdbc.sql("""
                    INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source,
                        source_url) VALUES (?, ?, ?, ?, '', ?, ?, 'confirmed', 'A test', '')""")
                    .params(UUID.randomUUID(), id, position++, "Rev. " + parts[0] + ", " + parts[1], parts[0], parts[1])
                    .update();
        }
        pages.changed("mandates");
        citations.forget();
        return String.valueOf(number);
    }

    /// What a resolution of a test's own asks of the shipped bodies, one of them each time, in paragraphs 1, 2 and so
    /// on.
    public void tasks(String number, int many) {
        jdbc.sql("""
                INSERT INTO mandates.task (id, instrument_id, revision_id, number, paragraph, words, note, verb, action_lines, sdgs,
                    gdc, due, due_words, certainty, source, source_url, added_at, changed_at)
                SELECT gen_random_uuid(), i.id, r.id, n, n::text, '{"en": "A task for tests"}', '{}', 'request', '{C2}', '{4}', '{}',
                    '2031', '{}', 'confirmed', 'A test', '', now(), now()
                FROM generate_series(1, ?) n, mandates.instrument i JOIN LATERAL (
                    SELECT id FROM mandates.revision WHERE instrument_id = i.id ORDER BY position DESC LIMIT 1) r ON true
                WHERE i.slug = ?""").params(many, "pp-" + number).update();
        jdbc.sql("""
                INSERT INTO mandates.task_actor (task_id, actor, role, position)
                SELECT t.id, (SELECT code FROM mandates.actor ORDER BY position OFFSET t.number LIMIT 1), 'responsible', 1
                FROM mandates.task t JOIN mandates.instrument i ON i.id = t.instrument_id WHERE i.slug = ?""").param("pp-" + number).update();
        pages.changed("mandates");
        pages.changed(TaskTags.TASKS);
    }
}
