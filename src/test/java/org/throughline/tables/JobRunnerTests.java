package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class JobRunnerTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String table;

    @BeforeEach
    void aTableOfJobs() {
        table = "public.job_" + UUID.randomUUID().toString().replace('-', '_');
        jdbc.sql("CREATE TABLE " + table + " (LIKE stocktaking.import_job INCLUDING DEFAULTS)")
                .update();
        for (String column : jdbc.sql("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0")
                .param(table)
                .query(String.class)
                .list())
            jdbc.sql("ALTER TABLE " + table + " ALTER COLUMN \"" + column + "\" DROP NOT NULL")
                    .update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("DROP TABLE " + table).update();
    }

    @Test
    void aJobOnAnotherNodeStopsToo() throws InterruptedException {
        var working = new JobRows(jdbc, clock, table, "one");
        UUID id = UUID.randomUUID();
        working.begun(id);
        jdbc.sql("INSERT INTO " + table + " (id, state, seen_at, node) VALUES (?, 'running', now(), 'one')")
                .param(id)
                .update();
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        new JobRunner().start(id, working, Path.of("none"), progress -> {
            try {
                for (int i = 1; i < 600; i++) {
                    progress.at(i, 600, 0);
                    begun.countDown();
                    LockSupport.parkNanos(100_000_000);
                }
            } finally {
                ended.countDown();
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        new JobRunner().stop(id, new JobRows(jdbc, clock, table, "other"));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100 && !state(id).equals("stopped"); i++) LockSupport.parkNanos(50_000_000);
        assertThat(state(id)).isEqualTo("stopped");
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM " + table + " WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
