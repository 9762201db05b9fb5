package org.throughline.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.platform.Json;

/// Writes a whole installation into one zip file while it runs: the rows of all tables as of one moment, the
/// documents, the settings and the secrets, the log's signing key included. The database's own passwords stay out,
/// a restored folder makes new ones; so does the search index, which is built anew.
public final class Backup {

    private static final Set<String> OWN_SECRETS = Set.of("postgres-owner", "postgres-reader");
    private static final Set<String> FOLDERS = Set.of("files", "secrets");

    private final Path data;
    private final PrintStream out;
    private final List<Manifest.Part> parts = new ArrayList<>();

    public Backup(Path data, PrintStream out) {
        this.data = data.toAbsolutePath().normalize();
        this.out = out;
    }

    /// Refuses to overwrite a file; a backup that could not be finished leaves none behind.
    public void writeTo(Path file) {
        Path target = file.toAbsolutePath();
        if (!Files.isDirectory(data))
            throw new BackupFailed("There is no data folder " + data + ". Name it with --data.");
        if (Files.exists(target)) throw new BackupFailed("The file " + target + " exists already. Name another one.");
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try (var database = DataDatabase.open(data);
                Connection connection = database.connect()) {
            try (OutputStream raw = create(draft);
                    var zip = new ZipOutputStream(raw)) {
                zip.setLevel(Deflater.BEST_SPEED);
                write(connection, zip);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            out.println("Wrote " + target + " (" + (Files.size(target) >> 10)
                    + " KB). It holds secrets: keep it where only operators can read it.");
        } catch (FileAlreadyExistsException e) {
            throw new BackupFailed(
                    "Another backup is being written to " + draft + ". If that is not so, delete this file.", e);
        } catch (IOException | SQLException e) {
            discard(draft);
            throw new BackupFailed("The backup could not be written: " + e.getMessage(), e);
        }
    }

    private static OutputStream create(Path draft) throws IOException {
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        else Files.createFile(draft);
        return Files.newOutputStream(draft, StandardOpenOption.WRITE);
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new BackupFailed("The unfinished file " + draft + " could not be deleted", e);
        }
    }

    private void write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var database = new Tables(connection);
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> migrations = database.migrations();
        List<Manifest.Table> tables = new ArrayList<>();
        for (Manifest.Table table : database.list()) {
            long rows = part(zip, table.part(), to -> database.write(table, to));
            tables.add(new Manifest.Table(table.schema(), table.name(), table.columns(), rows, table.part()));
            out.println(table.schema() + "." + table.name() + ": " + rows + " rows");
        }
        List<Manifest.Sequence> sequences = database.sequences();
        connection.rollback();
        // Documents are only ever added, so those of the snapshot are all there after it.
        long files = files(zip);
        out.println(files + " files");
        var manifest = new Manifest(
                Manifest.FORMAT,
                Release.version(),
                moment.toString(),
                migrations,
                tables,
                sequences,
                List.copyOf(parts));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(Json.bytes(manifest));
        zip.closeEntry();
    }

    private long files(ZipOutputStream zip) throws IOException, SQLException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(data)) {
            found = walk.filter(Files::isRegularFile)
                    .filter(this::belongs)
                    .sorted()
                    .toList();
        }
        for (Path file : found)
            part(zip, "data/" + data.relativize(file).toString().replace('\\', '/'), to -> Files.copy(file, to));
        return found.size();
    }

    private boolean belongs(Path file) {
        Path inside = data.relativize(file);
        if (inside.getNameCount() == 1) return true;
        String folder = inside.getName(0).toString();
        return FOLDERS.contains(folder)
                && !(folder.equals("secrets")
                        && OWN_SECRETS.contains(inside.getFileName().toString()));
    }

    private interface Content {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    private long part(ZipOutputStream zip, String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var hashed = new HashingOutput(zip);
        long result = content.writeTo(hashed);
        zip.closeEntry();
        parts.add(new Manifest.Part(name, hashed.length(), hashed.sha256()));
        return result;
    }
}
