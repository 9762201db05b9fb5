package org.throughline.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.postgres.EmbeddedPostgres;
import org.throughline.platform.postgres.PostgresUnavailable;

/// One database, two doors: the owner's, for writing and for the secretariat's pages, and the public's, which sees
/// the published views only.
@Configuration(proxyBeanMethods = false)
class Databases {

    /// Where the database is and how each role gets in.
    record Doors(String url, String owner, String ownerPassword, String reader, String readerPassword, Runnable stop)
            implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    @Bean
    static DataFolder dataFolder(Settings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    static Doors doors(Settings settings, DataFolder data) {
        Settings.Database chosen = settings.database();
        if (chosen.url() != null) {
            return new Doors(
                    chosen.url(),
                    chosen.username(),
                    Objects.requireNonNullElse(chosen.password(), ""),
                    chosen.readerUsername(),
                    Objects.requireNonNullElse(chosen.readerPassword(), ""),
                    () -> {});
        }
        boolean first = data.lock();
        if (!first && !Boolean.getBoolean("throughline.join"))
            throw new PostgresUnavailable("Another Throughline already runs on the data folder " + data.root()
                    + ". Stop it, or give this one a folder of its own with --data.");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, chosen.durable(), first);
        return new Doors(
                postgres.url(),
                EmbeddedPostgres.OWNER,
                postgres.ownerPassword(),
                EmbeddedPostgres.READER,
                postgres.readerPassword(),
                postgres::close);
    }

    @Bean
    @Primary
    static HikariDataSource ownerDataSource(Doors doors, Settings settings) {
        return pool(
                "owner",
                doors.url(),
                doors.owner(),
                doors.ownerPassword(),
                settings.database().connections(),
                false);
    }

    @Bean(defaultCandidate = false)
    static HikariDataSource readerDataSource(Doors doors, Settings settings) {
        return pool(
                "reader",
                doors.url(),
                doors.reader(),
                doors.readerPassword(),
                settings.database().connections(),
                true);
    }

    @Bean
    @Primary
    static JdbcClient jdbcClient(HikariDataSource ownerDataSource) {
        return JdbcClient.create(ownerDataSource);
    }

    @Bean
    static Published published(
            @org.springframework.beans.factory.annotation.Qualifier("readerDataSource")
                    HikariDataSource readerDataSource) {
        return new Published(JdbcClient.create(readerDataSource));
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    private static HikariDataSource pool(
            String name, String url, String user, String password, int size, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setReadOnly(readOnly);
        config.setAutoCommit(true);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(readOnly ? -1 : 30_000);
        // What anybody may ask ends by itself; each batch of an export is a statement of its own.
        if (readOnly) config.setConnectionInitSql("SET statement_timeout = '10s'");
        config.addDataSourceProperty("ApplicationName", "throughline-" + name);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
