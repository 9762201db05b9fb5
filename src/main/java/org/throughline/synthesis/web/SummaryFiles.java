package org.throughline.synthesis.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughline.ledger.Hash;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.PdfWriter;

/// Summaries as finished files. A file is made once, however many readers ask for it at the same time, and kept for
/// a while.
///
/// It is found again by everything that stands in it. When an input behind an edition is withdrawn, the edition's
/// document is another one, and the file that still held the input's words answers nobody any more.
@Component
class SummaryFiles {

    private static final long BYTES = 24L << 20;

    private final Cache<String, byte[]> files = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((String name, byte[] file) -> file.length)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    byte[] pdf(Document document) {
        return made("pdf", document, PdfWriter::write);
    }

    byte[] docx(Document document) {
        return made("docx", document, DocxWriter::write);
    }

    private byte[] made(String format, Document document, Function<Document, byte[]> writer) {
        String content = Hash.sha256(document.toString().getBytes(StandardCharsets.UTF_8))
                .hex();
        return files.get(format + " " + content, name -> writer.apply(document));
    }
}
