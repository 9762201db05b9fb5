package org.throughline.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The only way public surfaces read the database: a connection whose role can select from the `published_…` views
/// and from nothing else. A forgotten WHERE cannot reach a private row through it.
public final class Published {

    private final JdbcClient reader;

    Published(JdbcClient reader) {
        this.reader = reader;
    }

    public JdbcClient.StatementSpec sql(String sql) {
        return reader.sql(sql);
    }
}
