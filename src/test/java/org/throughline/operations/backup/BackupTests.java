package org.throughline.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.DataFolder;
import org.throughline.world.ThroughlineTest;

/// What is backed up comes back, row for row and byte for byte, into a new folder and nowhere else.
@ThroughlineTest
class BackupTests {

    @Autowired
    DataFolder data;

    @Autowired
    AuditTrail audit;

    @TempDir
    Path scratch;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void everythingComesBackIntoANewFolder() throws Exception {
        String subject = "things/" + UUID.randomUUID();
        audit.record(
                Actor.system("test"),
                "thing-made",
                subject,
                Map.of("text", "tab\t, newline\n, back\\slash, ноль, صفر"));
        Path document =
                data.folder("files").resolve("some").resolve(UUID.randomUUID().toString());
        Files.createDirectories(document.getParent());
        Files.write(document, new byte[] {0, 1, 2, (byte) 0xff});

        Path file = scratch.resolve("all.zip");
        new Backup(data.root(), out).writeTo(file);
        Path fresh = scratch.resolve("fresh");
        new Restore(file, out).into(fresh);

        assertThat(fresh.resolve(data.root().relativize(document))).hasSameBinaryContentAs(document);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        assertThat(permissions(fresh.resolve(data.root().relativize(document)))).isEqualTo("rw-------");
        assertThat(permissions(fresh.resolve("files"))).isEqualTo("rwx------");
        assertThat(fresh.resolve("secrets/ledger.key")).hasSameBinaryContentAs(data.file("secrets/ledger.key"));
        assertThat(Files.readAllBytes(fresh.resolve("secrets/postgres-owner")))
                .isNotEqualTo(Files.readAllBytes(data.file("secrets/postgres-owner")));
        try (var database = DataDatabase.open(fresh);
                var connection = database.connect();
                var select =
                        connection.prepareStatement("SELECT details->>'text' FROM audit.entry WHERE subject = ?")) {
            select.setString(1, subject);
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("tab\t, newline\n, back\\slash, ноль, صفر");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aDamagedBackupRestoresNothing() throws Exception {
        Path file = scratch.resolve("damaged.zip");
        new Backup(data.root(), out).writeTo(file);
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("database/audit.entry.copy"), "something else\n");
        }
        Path fresh = scratch.resolve("fresh");
        assertThatThrownBy(() -> new Restore(file, out).into(fresh)).hasMessageContaining("is damaged");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aBackupIsNeverRestoredOverAnInstallationNorWrittenOverAFile() throws Exception {
        Path file = Files.writeString(scratch.resolve("taken.zip"), "kept");
        assertThatThrownBy(() -> new Restore(file, out).into(data.root())).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> new Backup(data.root(), out).writeTo(file)).hasMessageContaining("exists already");
        assertThat(file).hasContent("kept");
    }
}
