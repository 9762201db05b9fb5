package org.throughline.documents.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.documents.DocumentSymbol;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.documents.text.AkomaNtoso;
import org.throughline.documents.text.Body;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.PdfWriter;
import org.throughline.platform.web.Frame;

/// Posted documents as files, written when they are asked for.
@Controller
class DocumentFormats {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int KEPT_BYTES = 48 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostedDocuments documents;
    private final DocumentChanges changes;
    private final DocumentPrint print;
    // What is posted does not change. What was withdrawn is asked for first, and refused.
    private final Cache<Key, byte[]> written = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Key key, byte[] file) -> file.length)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    // A long PDF takes memory while it is laid out.
    private final Semaphore printing = new Semaphore(2, true);

    private record Key(String format, String hash, String language) {}

    DocumentFormats(PostedDocuments documents, DocumentChanges changes, DocumentPrint print) {
        this.documents = documents;
        this.changes = changes;
        this.print = print;
    }

    @OpenToAll
    @GetMapping("/documents/pdf/{*symbol}")
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String symbol, @RequestParam(defaultValue = "") String in) {
        return file(frame, symbol, in, "pdf", "application/pdf", this::pdf);
    }

    @OpenToAll
    @GetMapping("/documents/docx/{*symbol}")
    ResponseEntity<byte[]> docx(Frame frame, @PathVariable String symbol, @RequestParam(defaultValue = "") String in) {
        return file(frame, symbol, in, "docx", DOCX, DocxWriter::write);
    }

    @OpenToAll
    @GetMapping("/documents/akn/{*symbol}")
    ResponseEntity<byte[]> akn(Frame frame, @PathVariable String symbol, @RequestParam(defaultValue = "") String in) {
        PostedDocument one = find(symbol);
        Expression shown = expression(documents.expressions(one.id()), in, frame.language());
        return answer(one, shown, "xml", "application/akn+xml", akn(one, shown));
    }

    /// A revision with its changes tracked since the version before it.
    @OpenToAll
    @GetMapping("/documents/tracked/{*symbol}")
    ResponseEntity<byte[]> tracked(
            Frame frame, @PathVariable String symbol, @RequestParam(defaultValue = "") String in) {
        DocumentChanges.Compared compared = changes.of(find(symbol), in, frame.language());
        return answer(
                compared.now(), compared.shown(), "changes.docx", DOCX, DocxWriter.write(changes.document(compared)));
    }

    byte[] pdf(PostedDocument one, Expression shown) {
        return file(one, shown, "pdf", this::pdf);
    }

    byte[] docx(PostedDocument one, Expression shown) {
        return file(one, shown, "docx", DocxWriter::write);
    }

    byte[] akn(PostedDocument one, Expression shown) {
        return AkomaNtoso.write(print.identity(one, shown), Body.read(shown.body()));
    }

    private byte[] pdf(Document document) {
        try {
            if (!printing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) throw Refusal.busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
        try {
            return PdfWriter.write(document);
        } finally {
            printing.release();
        }
    }

    private ResponseEntity<byte[]> file(
            Frame frame, String symbol, String in, String ending, String type, Function<Document, byte[]> writer) {
        PostedDocument one = find(symbol);
        Expression shown = expression(documents.expressions(one.id()), in, frame.language());
        return answer(one, shown, ending, type, file(one, shown, ending, writer));
    }

    private byte[] file(PostedDocument one, Expression shown, String ending, Function<Document, byte[]> writer) {
        var key = new Key(ending, one.hash() + one.address(), shown.language());
        return written.get(key, _ -> writer.apply(print.document(one, shown)));
    }

    private static ResponseEntity<byte[]> answer(
            PostedDocument one, Expression shown, String ending, String type, byte[] file) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(one, shown.language()) + "." + ending)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, shown.language())
                .body(file);
    }

    private PostedDocument find(String symbol) {
        return documents.get(asked(symbol));
    }

    /// The symbol in an address, with or without the slash before it.
    static DocumentSymbol asked(String symbol) {
        return DocumentSymbol.read(symbol.startsWith("/") ? symbol.substring(1) : symbol)
                .orElseThrow(Refusal::notFound);
    }

    static Expression expression(List<Expression> all, String asked, String reader) {
        return all.stream()
                .filter(one -> one.language().equals(asked))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.language().equals(reader))
                        .findFirst())
                .orElseGet(all::getFirst);
    }

    /// A name that every file system takes.
    static String name(PostedDocument one, String language) {
        return one.address().replaceAll("[^A-Za-z0-9.]+", "-") + "-" + language;
    }
}
