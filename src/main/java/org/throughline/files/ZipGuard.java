package org.throughline.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens an office document's ZIP for the checks, never trusting what the archive says of itself: every entry is
/// really inflated and counted. Archives inside the archive are counted like any other bytes and never opened.
final class ZipGuard implements AutoCloseable {

    private static final int MOST_ENTRIES = 4_000;
    private static final long MOST_BYTES = 200L << 20;
    private static final long MOST_BYTES_OF_A_PART = 8L << 20;
    // Deflate reaches 1032 to 1; text of real documents rarely 40 to 1. Small entries may do better without harm.
    private static final long MOST_RATIO = 120;
    private static final long RATIO_COUNTS_FROM = 8L << 20;

    private final ZipFile zip;
    private final Set<String> names = new HashSet<>();

    private ZipGuard(ZipFile zip) {
        this.zip = zip;
    }

    /// Reads the whole archive once. Refuses too many entries, too many bytes, doubled and outward names,
    /// passwords.
    static ZipGuard open(Path content) throws UnacceptableFile, IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(content.toFile());
        } catch (ZipException e) {
            String said = String.valueOf(e.getMessage());
            throw new UnacceptableFile(said.contains("encrypted") ? FileProblem.ENCRYPTED : FileProblem.DAMAGED, said);
        }
        var guard = new ZipGuard(zip);
        try {
            guard.countAll();
            return guard;
        } catch (UnacceptableFile | IOException | RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    /// Whether a whole ZIP archive can be found in the file, by the table at its end.
    static boolean isAlsoZip(Path content) {
        try (var zip = new ZipFile(content.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void countAll() throws UnacceptableFile, IOException {
        if (zip.size() > MOST_ENTRIES)
            throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, zip.size() + " entries");
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            checkName(entry.getName());
            total += count(entry, MOST_BYTES - total);
        }
    }

    private void checkName(String name) throws UnacceptableFile {
        boolean outward = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || List.of(name.split("/")).contains("..");
        // Word finds parts without regard to case, so two names that differ in case only are one part twice.
        if (outward || !names.add(FileNames.lower(name)))
            throw new UnacceptableFile(FileProblem.DAMAGED, "entry name " + name);
    }

    private long count(ZipEntry entry, long room) throws UnacceptableFile, IOException {
        byte[] buffer = new byte[1 << 16];
        long inflated = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                inflated += n;
                boolean tooDense =
                        inflated > RATIO_COUNTS_FROM && inflated > MOST_RATIO * Math.max(1, entry.getCompressedSize());
                if (inflated > room || tooDense)
                    throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, entry.getName());
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new UnacceptableFile(FileProblem.DAMAGED, entry.getName() + ": " + e.getMessage());
        }
        return inflated;
    }

    /// The names of all entries in lower case.
    Set<String> names() {
        return names;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    List<String> entriesEndingIn(String ending) {
        var found = new ArrayList<String>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> FileNames.lower(name).endsWith(ending))
                .forEach(found::add);
        return found;
    }

    /// A part for the checks to read, found without regard to case; nothing where it is missing. Refuses very large
    /// ones.
    InputStream small(String name) throws UnacceptableFile, IOException {
        var out = new ByteArrayOutputStream();
        try (InputStream in = stream(name)) {
            byte[] buffer = new byte[1 << 13];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                out.write(buffer, 0, n);
                if (out.size() > MOST_BYTES_OF_A_PART) throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, name);
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    /// A part of any size, for a reader that keeps nothing; empty where it is missing.
    InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
