package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/// Runs `throughline verify` on files of a sample log.
abstract class VerifyRun {

    @TempDir
    Path folder;

    final SampleLog log = SampleLog.of(20);

    /// What the last run printed.
    String printed = "";

    byte[] changed(String file, UnaryOperator<String> change) throws IOException {
        Map<String, String> files = unzip(log.archive());
        String before = files.get(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        files.put(file, after);
        return zip(files);
    }

    static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    int run(byte[] content) throws IOException {
        return run(Files.write(folder.resolve("file"), content), Optional.empty());
    }

    int run(Path file, Optional<Path> key) {
        var out = new ByteArrayOutputStream();
        int status = VerifyCommand.run(file, new PrintStream(out, true, StandardCharsets.UTF_8), key);
        printed = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}
