package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.ApplicationModule;
import org.throughline.world.ThroughlineTest;

/// Databases out there were made by earlier releases: what they ran stays as it was, and what is added brings them
/// to the same tables that a new installation gets.
@ThroughlineTest
class MigrationTests {

    /// Each migration that was released, with its checksum. Lines are added, never changed.
    private static final String RELEASED = "/migrations-released.txt";

    /// Everything that makes up the tables, one line each, whatever the order in which it was made.
    private static final String SCHEMA = """
            SELECT format('%s.%s.%s %s%s default %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, pg_get_expr(d.adbin, d.adrelid))
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p') AND %1$s
            UNION ALL SELECT format('%s constraint %s %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE %1$s
            UNION ALL SELECT pg_get_indexdef(indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1$s
            UNION ALL SELECT format('view %s.%s %s', n.nspname, c.relname, pg_get_viewdef(c.oid))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND %1$s
            UNION ALL SELECT format('may %s.%s %s', n.nspname, c.relname, unnest(c.relacl))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1$s
            UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE %1$s
            UNION ALL SELECT pg_get_triggerdef(t.oid)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND %1$s
            ORDER BY 1""".replace(
            "%1$s", "n.nspname NOT IN ('pg_catalog', 'information_schema', 'public') AND n.nspname NOT LIKE 'pg\\_%'");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    HikariDataSource owner;

    @Test
    void aReleasedMigrationStaysAsItWas() throws IOException {
        Map<String, String> now = new TreeMap<>();
        for (var migration : flyway(owner).load().info().all())
            now.put(migration.getVersion().getVersion(), String.valueOf(migration.getChecksum()));
        assertThat(released())
                .isNotEmpty()
                .allSatisfy((version, checksum) -> assertThat(now).containsEntry(version, checksum));
    }

    @Test
    void anUpgradeAndANewInstallationGiveTheSameTables(@TempDir Path folder) throws IOException {
        List<String> fresh = inNewDatabase(
                "schema_fresh", database -> flyway(database).load().migrate());
        List<String> upgraded = inNewDatabase("schema_upgraded", database -> {
            copyReleased(folder);
            var released = Flyway.configure().dataSource(database).locations("filesystem:" + folder);
            // Keepers as they were before a nominator could no longer speak beside an owner.
            released.target("202611231109?").load().migrate();
            keepersOfBefore(JdbcClient.create(database));
            released.target(MigrationVersion.LATEST).load().migrate();
            assertThat(keepers(JdbcClient.create(database)))
                    .containsExactlyInAnyOrder("owned owner", "owned keeper", "owned keeper", "waiting nominator");
            flyway(database).load().migrate();
        });
        assertThat(fresh).hasSizeGreaterThan(100);
        assertThat(upgraded).isEqualTo(fresh);
    }

    private static void keepersOfBefore(JdbcClient old) {
        old.sql("ALTER TABLE stocktaking.keeper DROP CONSTRAINT keeper_project_id_fkey")
                .update();
        UUID owned = new UUID(0, 1);
        UUID waiting = new UUID(0, 2);
        keeper(old, owned, 1, "owner");
        keeper(old, owned, 2, "nominator");
        keeper(old, owned, 3, "keeper");
        keeper(old, waiting, 1, "nominator");
    }

    private static void keeper(JdbcClient old, UUID project, int person, String role) {
        old.sql("INSERT INTO stocktaking.keeper (project_id, person, role, since) VALUES (?, ?, ?, now())")
                .params(project, new UUID(1, person), role)
                .update();
    }

    // Read and taken away again, so that the tables become those of a new installation.
    private static List<String> keepers(JdbcClient upgraded) {
        List<String> all = upgraded.sql("""
                DELETE FROM stocktaking.keeper RETURNING project_id, person, role""")
                .query((row, n) -> (row.getObject(1, UUID.class).equals(new UUID(0, 1)) ? "owned " : "waiting ")
                        + row.getString(3))
                .list();
        upgraded.sql("ALTER TABLE stocktaking.keeper ADD FOREIGN KEY (project_id) REFERENCES stocktaking.project")
                .update();
        return all;
    }

    @Test
    void foreignKeysFollowTheModules() {
        List<Map.Entry<String, String>> keys = jdbc.sql("""
                SELECT DISTINCT n.nspname, m.nspname FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class d ON d.oid = k.confrelid JOIN pg_namespace m ON m.oid = d.relnamespace
                WHERE k.contype = 'f' AND n.nspname <> m.nspname""")
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        assertThat(keys).isNotEmpty();
        assertThat(keys)
                .allSatisfy(key -> assertThat(declared(key.getKey()))
                        .as("what %s may lean on", key.getKey())
                        .contains(key.getValue()));
    }

    private static List<String> declared(String module) throws ClassNotFoundException {
        return List.of(Class.forName("org.throughline." + module + ".package-info")
                .getAnnotation(ApplicationModule.class)
                .allowedDependencies());
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true);
    }

    private interface Making {
        void in(DataSource database) throws IOException;
    }

    private List<String> inNewDatabase(String name, Making making) throws IOException {
        jdbc.sql("CREATE DATABASE " + name).update();
        String url = owner.getJdbcUrl();
        var database = new DriverManagerDataSource(
                url.substring(0, url.lastIndexOf('/') + 1) + name, owner.getUsername(), owner.getPassword());
        making.in(database);
        List<String> schema =
                JdbcClient.create(database).sql(SCHEMA).query(String.class).list();
        jdbc.sql("DROP DATABASE " + name + " WITH (FORCE)").update();
        return schema;
    }

    private static Map<String, String> released() throws IOException {
        try (InputStream in = Objects.requireNonNull(MigrationTests.class.getResourceAsStream(RELEASED))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> b, TreeMap::new));
        }
    }

    private static void copyReleased(Path folder) throws IOException {
        Map<String, String> released = released();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/**/V*.sql")) {
            String name = Objects.requireNonNull(file.getFilename());
            if (!released.containsKey(name.substring(1, name.indexOf("__")))) continue;
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }
}
