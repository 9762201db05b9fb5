package org.throughline.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.platform.DataFolder;

class EmbeddedPostgresTests {

    @Test
    void aKilledServerIsStartedAgainWithWhatWasAcknowledged(@TempDir Path folder) throws Exception {
        try (var data = new DataFolder(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, true, true)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 17 AS number");
            String pid = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                    .getFirst();
            List<ProcessHandle> all = ProcessHandle.of(Long.parseLong(pid.strip()))
                    .orElseThrow()
                    .descendants()
                    .toList();

            new ProcessBuilder("kill", "-9", pid.strip()).start().waitFor();
            for (ProcessHandle each : all) each.destroyForcibly();

            assertThat(countAfterwards(postgres)).isEqualTo(17);
        }
    }

    private static int countAfterwards(EmbeddedPostgres postgres) throws InterruptedException, SQLException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (Connection connection = connect(postgres);
                    var rows = connection.createStatement().executeQuery("SELECT number FROM kept")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException notYet) {
                if (System.nanoTime() > until) throw notYet;
                Thread.sleep(200);
            }
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
    }
}
