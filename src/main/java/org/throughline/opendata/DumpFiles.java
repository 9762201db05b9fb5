package org.throughline.opendata;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.throughline.opendata.DumpState.DumpFile;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Settings;

/// Writes the files of dumps, compressed, below the data folder: one pass over the lines for all formats, in memory
/// only a few hundred lines. The same revision gives the same bytes on every node, so each node writes its own. A file
/// is only ever served for the revision that holds now; those of earlier revisions are never looked at again and thrown
/// away.
@Component
class DumpFiles {

    private static final String JSON_LINES = JsonLinesDump.FILE;
    private static final int TRIES = 4;

    private final DumpRows rows;
    private final DumpReader reader;
    private final Settings settings;
    private final Clock clock;
    private final Path folder;
    private final List<DumpFormat> formats;
    private final ReentrantLock writing = new ReentrantLock();

    DumpFiles(
            DumpRows rows,
            DumpReader reader,
            IatiActivities activities,
            Settings settings,
            DataFolder data,
            Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
        this.folder = data.folder("dumps");
        this.formats = List.of(new CsvDump(), new JsonLinesDump(), new IatiDump(activities));
    }

    List<DumpFormat> formats() {
        return formats;
    }

    /// The compressed file of the present revision, where this node has it.
    Optional<Path> find(DumpEdition edition, String file) {
        return Optional.of(folder(edition).resolve(file + ".gz")).filter(Files::exists);
    }

    boolean isThere(DumpEdition edition) {
        return Files.exists(folder(edition));
    }

    private Path folder(DumpEdition edition) {
        return folder.resolve(edition.name() + "-r" + edition.revision());
    }

    /// Writes the files of a dump as it stands now, unless they are there; what is withdrawn meanwhile is left out, by
    /// beginning again. The dump as it stood when its files were complete.
    DumpEdition write(DumpEdition asked) {
        writing.lock();
        try {
            for (int i = 0; i < TRIES; i++) {
                DumpEdition edition = rows.find(asked.name()).orElse(asked);
                if (!edition.isKept() || isThere(edition) || written(edition)) return edition;
            }
            throw new IllegalStateException("The dump " + asked.name() + " changed each time it was written");
        } catch (IOException e) {
            throw new UncheckedIOException("The dump " + asked.name() + " could not be written", e);
        } finally {
            writing.unlock();
        }
    }

    private boolean written(DumpEdition edition) throws IOException {
        Path draft = Files.createTempDirectory(folder, "draft-");
        try {
            DumpState state = write(edition, draft);
            if (rows.find(edition.name()).orElse(edition).revision() != edition.revision()) return false;
            if (!rows.keep(edition, state)) {
                rows.revise(edition, clock.instant());
                return false;
            }
            Files.move(draft, folder(edition), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            remove(draft);
        }
    }

    private DumpState write(DumpEdition edition, Path into) throws IOException {
        List<Output> outputs = new ArrayList<>();
        var counter = new DumpFacts.Counter();
        try {
            for (DumpFormat format : formats) outputs.add(new Output(format, into));
            for (Output output : outputs) output.format.begin(output.writer, edition);
            reader.read(edition.id(), line -> {
                Map<String, Object> row = DumpRow.of(line, settings.publicUrl(), edition.takenAt());
                counter.count(line, row);
                for (Output output : outputs) output.format.line(output.writer, line, row);
            });
            for (Output output : outputs) output.format.end(output.writer);
        } finally {
            for (Output output : outputs) output.writer.close();
        }
        List<DumpFile> files = new ArrayList<>();
        for (Output output : outputs) files.add(output.done());
        String fingerprint = files.stream()
                .filter(file -> file.name().equals(JSON_LINES))
                .findFirst()
                .orElseThrow()
                .sha256();
        return new DumpState(
                edition.revision(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                fingerprint,
                counter.facts(),
                files);
    }

    /// Writes one file of a dump straight to a reader, for those who come before the files are ready.
    void stream(DumpEdition edition, DumpFormat format, Writer out) throws IOException {
        format.begin(out, edition);
        reader.read(
                edition.id(),
                line -> format.line(out, line, DumpRow.of(line, settings.publicUrl(), edition.takenAt())));
        format.end(out);
    }

    /// Throws away everything but the files of these dumps in their present revisions.
    void keepOnly(List<DumpEdition> editions) {
        if (!writing.tryLock()) return;
        try (Stream<Path> found = Files.list(folder)) {
            Set<Path> kept = editions.stream().map(this::folder).collect(Collectors.toSet());
            for (Path one : found.toList()) if (!kept.contains(one)) remove(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
        }
    }

    /// A file while it is written: counted and hashed as it is, kept compressed.
    private static final class Output {
        private final DumpFormat format;
        private final Path file;
        private final Hashed hashed;
        private final Writer writer;

        Output(DumpFormat format, Path into) throws IOException {
            this.format = format;
            this.file = into.resolve(format.file() + ".gz");
            this.hashed = new Hashed(
                    new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16));
            this.writer = new BufferedWriter(new OutputStreamWriter(hashed, StandardCharsets.UTF_8), 1 << 16);
        }

        DumpFile done() throws IOException {
            return new DumpFile(
                    format.file(),
                    format.mediaType(),
                    hashed.bytes,
                    Files.size(file),
                    HexFormat.of().formatHex(hashed.digest.digest()));
        }
    }

    private static final class Hashed extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Hashed(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            digest.update(some, offset, length);
            bytes += length;
            out.write(some, offset, length);
        }
    }
}
