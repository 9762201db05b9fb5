package org.throughline.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.throughline.platform.DataFolder;
import org.throughline.platform.postgres.EmbeddedPostgres;

/// The database of a data folder without the rest of the program: the one inside, joined when a server runs on it,
/// or the operator's own server that the folder's settings name.
public record DataDatabase(String url, String user, String password, AutoCloseable stop) implements AutoCloseable {

    public static DataDatabase open(Path data) throws IOException {
        var settings = new Properties();
        Path file = data.resolve("throughline.properties");
        if (Files.isRegularFile(file)) {
            try (var in = Files.newBufferedReader(file)) {
                settings.load(in);
            }
        }
        String url = settings.getProperty("throughline.database.url");
        if (url != null)
            return new DataDatabase(
                    url,
                    settings.getProperty("throughline.database.username", "throughline"),
                    settings.getProperty("throughline.database.password", ""),
                    () -> {});
        return embedded(new DataFolder(data));
    }

    static DataDatabase embedded(DataFolder folder) {
        boolean first = folder.lock();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true, first);
        return new DataDatabase(postgres.url(), EmbeddedPostgres.OWNER, postgres.ownerPassword(), () -> {
            postgres.close();
            folder.close();
        });
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void close() {
        try {
            stop.close();
        } catch (Exception e) {
            throw new BackupFailed("The database could not be stopped: " + e.getMessage(), e);
        }
    }
}
