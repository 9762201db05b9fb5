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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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
import org.throughline.reports.EditionFiles;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;

/// Editions as files in the data folder. A file carries in its name what of the edition might be shown when it was
/// written; when an entry is withdrawn, or takes words back, that is another name, and the file that still has them
/// answers nobody and is deleted. One file is written at a time, because a long one needs memory.
@Component
class ReportFiles implements EditionFiles {

    static final List<String> FORMATS = List.of("pdf", "docx", "html");

    private static final Logger log = LoggerFactory.getLogger(ReportFiles.class);
    private static final int BUFFER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String STYLE = style();

    private final ReportDocuments documents;
    private final PublishedReports reports;
    private final DataFolder data;
    private final Semaphore one = new Semaphore(1, true);
    private final ConcurrentHashMap<Path, CompletableFuture<Path>> underway = new ConcurrentHashMap<>();

    ReportFiles(ReportDocuments documents, PublishedReports reports, DataFolder data) {
        this.documents = documents;
        this.reports = reports;
        this.data = data;
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
        Path file = path(report, parts[0], parts[1], reports.state(report));
        write(report, parts[0], parts[1], file, stopped);
    }

    /// The file of an edition in a language. Where it has to be written first, waits for it a while; refuses to
    /// wait longer, and goes on writing.
    Path get(PublishedReport report, String language, String format) {
        String state = reports.state(report);
        Path file = path(report, language, format, state);
        if (Files.exists(file)) return file;
        dropOutdated(report, state);
        CompletableFuture<Path> writing = underway.computeIfAbsent(file, path -> begin(report, language, format, path));
        try {
            return writing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal("report-file-coming", 503, "reports.problem.file-coming").after(Duration.ofSeconds(30));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The report cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
    }

    private CompletableFuture<Path> begin(PublishedReport report, String language, String format, Path path) {
        var written = new CompletableFuture<Path>();
        Thread.ofVirtual().name("report-file").start(() -> {
            try {
                write(report, language, format, path, () -> false);
                written.complete(path);
            } catch (RuntimeException e) {
                log.error("The file {} was not written", path.getFileName(), e);
                written.completeExceptionally(e);
            } finally {
                underway.remove(path);
            }
        });
        return written;
    }

    private void write(PublishedReport report, String language, String format, Path file, BooleanSupplier stopped) {
        one.acquireUninterruptibly();
        try {
            if (stopped.getAsBoolean()) throw new CancellationException();
            if (Files.exists(file)) return;
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "writing", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), BUFFER)) {
                    write(documents.whole(report, language), format, out);
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.release();
        }
    }

    private static void write(Document document, String format, OutputStream out) throws IOException {
        switch (format) {
            case "pdf" -> PdfWriter.write(document, out);
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
        if (!Languages.ALL.contains(language) || !FORMATS.contains(format)) throw Refusal.notFound();
        return folder(report).resolve(language + "-" + state + "." + format);
    }

    // What still has words in it that were taken back.
    private void dropOutdated(PublishedReport report, String state) {
        Path folder = folder(report);
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("-" + state + ".") && !name.endsWith(".part")) Files.deleteIfExists(file);
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
