package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class DatabaseDoorsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Published published;

    @Test
    void thePublicDoorSelectsPublishedViewsAndNothingElse() {
        var readable = jdbc.sql("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND n.nspname NOT LIKE 'pg_toast%' AND has_schema_privilege('throughline_reader', n.oid, 'USAGE')
                  AND (has_table_privilege('throughline_reader', c.oid, 'SELECT')
                       OR has_any_column_privilege('throughline_reader', c.oid, 'SELECT'))""").query(String.class).list();
        assertThat(readable)
                .allMatch(name -> name.substring(name.indexOf('.') + 1).startsWith("published_"));
    }

    @Test
    void thePublicDoorCannotWriteAnything() {
        var writable = jdbc.sql("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND n.nspname NOT LIKE 'pg_toast%'
                  AND has_table_privilege('throughline_reader', c.oid, 'INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER')""").query(String.class).list();
        assertThat(writable).isEmpty();
    }

    @Test
    void thePublicDoorRefusesAPrivateTable() {
        assertThatThrownBy(
                        () -> published.sql("SELECT * FROM audit.entry").query().listOfRows())
                .hasStackTraceContaining("permission denied");
    }
}
