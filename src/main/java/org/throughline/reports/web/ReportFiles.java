package org.throughline.reports.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.HtmlWriter;
import org.throughline.platform.document.PdfWriter;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.PageStore;
import org.throughline.reports.EditionFiles;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;
import org.throughline.reports.ReportTags;

/// Editions as files in the data folder. A file carries in its name what of the edition might be shown when it was
/// written; when an entry is withdrawn, or takes words back, that is another name, and the file that still has them
/// answers nobody and is deleted. One file is written at a time, because a long one needs memory.
@Component
class ReportFiles implements EditionFiles {

    static final List<String> FORMATS = List.of("pdf", "docx", "html");

    private static final Logger log = LoggerFactory.getLogger(ReportFiles.class);
    private static final String PART = ".part";
    private static final int TRIES = 3;
    private static final int BUFFER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String STYLE = style();

    private final ReportDocuments documents;
    private final PublishedReports reports;
    private final DataFolder data;
    private final Semaphore one = new Semaphore(1, true);
    private final ConcurrentHashMap<Path, CompletableFuture<Path>> underway = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    ReportFiles(ReportDocuments documents, PublishedReports reports, DataFolder data, PageStore pages) {
        this.documents = documents;
        this.reports = reports;
        this.data = data;
        pages.watch(new PageStore.Watcher() {
            @Override
            public void changed(Set<String> tags) {
                if (tags.stream().anyMatch(ReportTags::isReport)) changes.incrementAndGet();
            }

            @Override
            public void changedSomewhere() {
                changes.incrementAndGet();
            }
        });
        sweep();
    }

    // What a process that ended in the middle of writing left behind: one process at a time has a data folder.
    private void sweep() {
        try (Stream<Path> files = Files.find(
                data.folder("reports"),
                2,
                (file, is) -> is.isRegularFile() && file.toString().endsWith(PART))) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("What was left of earlier writing could not be deleted", e);
        }
    }

    @Override
    public List<String> names(Recipe recipe) {
        List<String> names = new ArrayList<>();
        for (String language : recipe.languages()) for (String format : FORMATS) names.add(language + "." + format);
        return names;
    }

    @Override
    public void write(PublishedReport report, String name, BooleanSupplier stopped) {
        String[] parts = name.split("\\.");
        write(report, parts[0], parts[1], stopped);
    }

    @Override
    public void forget(UUID edition) {
        Path folder = data.folder("reports").resolve(edition.toString());
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            log.warn("The files of edition {} could not be deleted", edition, e);
        }
    }

    /// The file of an edition in a language. Where it has to be written first, waits for it a while; refuses to
    /// wait longer, and goes on writing.
    Path get(PublishedReport report, String language, String format) {
        if (!Languages.ALL.contains(language) || !FORMATS.contains(format)) throw Refusal.notFound();
        return get(report, language, format, () -> write(report, language, format, () -> false));
    }

    /// Writes something of an edition that is the same in every language.
    interface Writer {
        void to(OutputStream out) throws IOException;
    }

    /// All entries of an edition, as this writer writes them; needs little memory, so it waits for no other file.
    Path entries(PublishedReport report, Writer writer) {
        return get(report, "entries", "json", () -> current(report, "entries", "json", () -> writer));
    }

    private Path get(PublishedReport report, String name, String format, Supplier<Path> write) {
        Path file = path(report, name, format, reports.state(report));
        if (Files.exists(file)) return file;
        dropOutdated(report, reports.state(report));
        CompletableFuture<Path> writing = underway.computeIfAbsent(file, path -> begin(path, write));
        try {
            writing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw coming();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException("The report cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
        // What it may show can have changed while it was written; nobody gets what was right before.
        Path now = path(report, name, format, reports.state(report));
        if (!Files.exists(now)) throw coming();
        return now;
    }

    private static Refusal coming() {
        return new Refusal("report-file-coming", 503, "reports.problem.file-coming").after(Duration.ofSeconds(30));
    }

    private CompletableFuture<Path> begin(Path path, Supplier<Path> write) {
        var written = new CompletableFuture<Path>();
        Thread.ofVirtual().name("report-file").start(() -> {
            try {
                written.complete(write.get());
            } catch (Refusal e) {
                written.completeExceptionally(e);
            } catch (RuntimeException e) {
                log.error("The file {} was not written", path.getFileName(), e);
                written.completeExceptionally(e);
            } finally {
                underway.remove(path);
            }
        });
        return written;
    }

    private Path write(PublishedReport report, String language, String format, BooleanSupplier stopped) {
        one.acquireUninterruptibly();
        try {
            if (stopped.getAsBoolean()) throw new CancellationException();
            return current(report, language, format, () -> {
                Document document = documents.whole(report, language);
                return out -> write(document, format, out, stopped);
            });
        } finally {
            one.release();
        }
    }

    /// Writes a file whose name and content are of the same moment: where something left the register, or came back,
    /// while its content was gathered, it is gathered again.
    private Path current(PublishedReport report, String name, String format, Supplier<Writer> gather) {
        for (int i = 0; i < TRIES; i++) {
            long before = changes.get();
            String state = reports.stateNow(report);
            Path file = path(report, name, format, state);
            if (Files.exists(file)) return file;
            Writer writer = gather.get();
            BooleanSupplier holds =
                    () -> changes.get() == before && reports.stateNow(report).equals(state);
            if (store(file, writer, holds)) return file;
        }
        throw coming();
    }

    private static boolean store(Path file, Writer writer, BooleanSupplier holds) {
        try {
            if (!holds.getAsBoolean()) return false;
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "writing", PART);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), BUFFER)) {
                    writer.to(out);
                }
                if (!holds.getAsBoolean()) return false;
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Document document, String format, OutputStream out, BooleanSupplier stopped)
            throws IOException {
        switch (format) {
            case "pdf" ->
                PdfWriter.write(document, out, () -> {
                    if (stopped.getAsBoolean()) throw new CancellationException();
                });
            case "docx" -> DocxWriter.write(document, out);
            case "html" -> html(document, out);
            default -> throw Refusal.notFound();
        }
    }

    /// One page that needs nothing else, to keep or to send.
    private static void html(Document document, OutputStream out) throws IOException {
        var head = new Xml();
        head.open("html", "lang", document.language(), "dir", document.direction())
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.element("title", document.title()).open("style").raw(STYLE).close("style");
        head.close("head").open("body").text("");
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.append("<!doctype html>\n").append(head.toString());
        text.append(HtmlWriter.article(document)).append("</body></html>\n");
        text.flush();
    }

    private Path folder(PublishedReport report) {
        return data.folder("reports").resolve(report.edition().toString());
    }

    private Path path(PublishedReport report, String language, String format, String state) {
        return folder(report).resolve(language + "-" + state + "." + format);
    }

    // What still has words in it that were taken back.
    private void dropOutdated(PublishedReport report, String state) {
        Path folder = folder(report);
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("-" + state + ".") && !name.endsWith(PART)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        try (InputStream in = ReportFiles.class.getResourceAsStream("file.css")) {
            if (in == null) throw new IllegalStateException("file.css is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
