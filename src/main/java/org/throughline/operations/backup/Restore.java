package org.throughline.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Json;
import tools.jackson.core.JacksonException;

/// Brings a [Backup] into a new data folder. Every part is checked against the manifest before anything is made,
/// and every table is read back and compared after it was filled.
public final class Restore {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] OWNERS_FOLDER = owners("rwx------");
    private static final FileAttribute<?>[] OWNERS_FILE = owners("rw-------");

    private final Path file;
    private final PrintStream out;

    public Restore(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /// Refuses a folder that is not empty, a damaged file, and a backup of a newer release. A restore that fails
    /// leaves no folder behind.
    public void into(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        refuseUsed(data);
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Manifest manifest = manifest(zip);
            check(zip, manifest);
            try {
                fill(zip, manifest, data);
            } catch (IOException | SQLException | RuntimeException e) {
                discard(data);
                throw e;
            }
            out.println("Restored the state of " + manifest.createdAt() + " into " + data
                    + ". Every table and file was compared with the backup.");
        } catch (ZipException e) {
            throw new BackupFailed("The file " + file + " is damaged or no backup: " + e.getMessage(), e);
        } catch (IOException | SQLException e) {
            throw new BackupFailed("The backup could not be restored: " + e.getMessage(), e);
        }
    }

    private static void refuseUsed(Path data) {
        try (Stream<Path> inside = Files.exists(data) ? Files.list(data) : Stream.empty()) {
            if (inside.findAny().isPresent())
                throw new BackupFailed("The folder " + data
                        + " is not empty. A backup is restored into a new folder; name one with --data.");
        } catch (IOException e) {
            throw new BackupFailed("The folder " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null)
            throw new BackupFailed("The file " + file + " is no finished backup: it has no list of contents.");
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
            if (manifest.format() != Manifest.FORMAT)
                throw new BackupFailed("This backup has format " + manifest.format() + "; this release reads format "
                        + Manifest.FORMAT + ". Use the release that wrote it: " + manifest.program());
            return manifest;
        } catch (JacksonException e) {
            throw new BackupFailed("The list of contents of " + file + " is damaged.", e);
        }
    }

    private void check(ZipFile zip, Manifest manifest) throws IOException {
        for (Manifest.Part part : manifest.parts()) {
            var hashed = new HashingOutput(OutputStream.nullOutputStream());
            try (InputStream in = open(zip, part.name())) {
                in.transferTo(hashed);
            }
            if (hashed.length() != part.length() || !hashed.sha256().equals(part.sha256()))
                throw new BackupFailed(
                        "The part " + part.name() + " of " + file + " is damaged. Nothing was restored.");
        }
        out.println(manifest.parts().size() + " parts checked");
    }

    private InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null)
            throw new BackupFailed("The part " + name + " is missing in " + file + ". Nothing was restored.");
        return zip.getInputStream(entry);
    }

    private void fill(ZipFile zip, Manifest manifest, Path data) throws IOException, SQLException {
        makeFolder(data);
        for (Manifest.Part part : manifest.parts()) if (part.name().startsWith("data/")) unpack(zip, part.name(), data);
        try (var database = DataDatabase.embedded(new DataFolder(data));
                Connection connection = database.connect()) {
            migrate(database, manifest.migrations());
            load(zip, manifest, connection);
            compare(manifest, connection);
            migrate(database, List.of());
        }
    }

    private void unpack(ZipFile zip, String name, Path data) throws IOException {
        Path target = data.resolve(name.substring("data/".length())).normalize();
        if (!target.startsWith(data))
            throw new BackupFailed("The part " + name + " points outside of the data folder.");
        Files.createDirectories(target.getParent(), OWNERS_FOLDER);
        // Closed to others before there is anything in it.
        Files.createFile(target, OWNERS_FILE);
        try (InputStream in = open(zip, name);
                OutputStream to = Files.newOutputStream(target)) {
            in.transferTo(to);
        }
    }

    // One that was there already and empty may stand open.
    private static void makeFolder(Path data) throws IOException {
        Files.createDirectories(data, OWNERS_FOLDER);
        if (POSIX) Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileAttribute<?>[] owners(String permissions) {
        if (!POSIX) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    // First to where the backup's database stood, so that its rows fit; what this release added comes after the
    // rows.
    private void migrate(DataDatabase database, List<String> until) {
        var configuration = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .outOfOrder(true);
        if (!until.isEmpty()) configuration.target(MigrationVersion.fromVersion(until.getLast()));
        Flyway flyway = configuration.load();
        flyway.migrate();
        if (until.isEmpty()) return;
        List<String> applied = Stream.of(flyway.info().applied())
                .filter(migration -> migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .toList();
        if (!applied.containsAll(until))
            throw new BackupFailed(
                    "This backup was written by a newer release than this one. Use that release or a later one.");
    }

    private void load(ZipFile zip, Manifest manifest, Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var database = new Tables(connection);
        try (var statement = connection.createStatement()) {
            // Foreign keys were kept where the rows come from, and rows come table by table.
            statement.execute("SET LOCAL session_replication_role = replica");
            List<String> existing =
                    database.list().stream().map(Manifest.Table::quoted).toList();
            if (!existing.isEmpty()) statement.execute("TRUNCATE " + String.join(", ", existing));
        }
        for (Manifest.Table table : manifest.tables()) {
            try (InputStream in = open(zip, table.part())) {
                long rows = database.read(table, in);
                if (rows != table.rows())
                    throw new BackupFailed(
                            table.schema() + "." + table.name() + " has " + rows + " rows instead of " + table.rows());
            }
            out.println(table.schema() + "." + table.name() + ": " + table.rows() + " rows");
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            try (var set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
                set.setString(1, Tables.quote(sequence.schema()) + "." + Tables.quote(sequence.name()));
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
        connection.commit();
    }

    private void compare(Manifest manifest, Connection connection) throws SQLException, IOException {
        var database = new Tables(connection);
        List<String> different = new ArrayList<>();
        for (Manifest.Table table : manifest.tables()) {
            var hashed = new HashingOutput(OutputStream.nullOutputStream());
            database.write(table, hashed);
            String wanted = manifest.parts().stream()
                    .filter(part -> part.name().equals(table.part()))
                    .map(Manifest.Part::sha256)
                    .findFirst()
                    .orElse("");
            if (!hashed.sha256().equals(wanted)) different.add(table.schema() + "." + table.name());
        }
        connection.commit();
        if (!different.isEmpty())
            throw new BackupFailed(
                    "These tables differ from the backup after the restore: " + String.join(", ", different));
    }

    private static void discard(Path data) {
        try (Stream<Path> inside = Files.walk(data)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new BackupFailed("The unfinished folder " + data + " could not be deleted; delete it by hand.", e);
        }
    }
}
