package org.throughline.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads a zip file from a stranger. It counts what really comes out, not what the file says of itself, and stops
/// at a limit; so a small file that unpacks to a huge one costs neither memory nor time.
final class BoundedZip implements Closeable {

    private static final int MAX_ENTRIES = 500_000;
    private static final long MAX_TOTAL = 2L * 1024 * 1024 * 1024;

    private final ZipFile zip;
    private long total;

    BoundedZip(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable("This is not a zip file that can be read", e);
        }
        if (zip.size() > MAX_ENTRIES) {
            zip.close();
            throw new Unreadable("The archive has more than " + MAX_ENTRIES + " files");
        }
    }

    List<String> namesIn(String folder) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                .toList();
    }

    byte[] bytes(String name, int limit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = open(name)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count(n);
                bytes.write(buffer, 0, n);
                if (bytes.size() > limit) throw new Unreadable("The file " + name + " in the archive is too long");
            }
        } catch (ZipException e) {
            throw new Unreadable("The file " + name + " in the archive is damaged", e);
        }
        return bytes.toByteArray();
    }

    /// Gives the lines one by one, without their line feeds; nothing when there is no such file.
    void lines(String name, int limit, Consumer<byte[]> line) throws IOException {
        if (zip.getEntry(name) == null) return;
        var current = new ByteArrayOutputStream();
        try (InputStream in = open(name)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count(n);
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        line.accept(current.toByteArray());
                        current.reset();
                    } else {
                        current.write(buffer[i]);
                        if (current.size() > limit) throw new Unreadable("A line in " + name + " is too long");
                    }
                }
            }
        } catch (ZipException e) {
            throw new Unreadable("The file " + name + " in the archive is damaged", e);
        }
        if (current.size() > 0) line.accept(current.toByteArray());
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new Unreadable("The archive has no " + name);
        return zip.getInputStream(entry);
    }

    private void count(int bytes) {
        total += bytes;
        if (total > MAX_TOTAL) throw new Unreadable("The archive unpacks to more than 2 GB");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
