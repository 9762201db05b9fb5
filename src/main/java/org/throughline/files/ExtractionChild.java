package org.throughline.files;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// The program of the child process: reads one document and writes its text to standard output, then ends. Whatever
/// the document does to it (memory, endless loop, crash) happens to the child alone.
final class ExtractionChild {

    /// Exit status, apart from those the virtual machine itself uses (1 for an exception, 3 for no memory).
    static final int TEXT_IS_CUT = 33;

    private ExtractionChild() {}

    /// Arguments: media type, path of the content, the largest number of characters to write.
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        // Libraries that print to standard output would be taken for the document's text.
        System.setOut(System.err);
        silence();
        NoNetwork.install();
        endWithParent();
        boolean cut;
        try (Writer text = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            cut = extract(FileType.ofMediaType(args[0]), Path.of(args[1]), text, Integer.parseInt(args[2]));
        }
        Runtime.getRuntime().halt(cut ? TEXT_IS_CUT : 0);
    }

    /// Nobody reads what the parsers have to say, and they have a lot to say: every character of a page at debug
    /// level.
    private static void silence() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    /// Standard input closes when the server is gone, even after it was killed; then nobody waits for the text.
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) continue;
            } catch (IOException e) {
                // The same as the end: no parent any more.
            }
            Runtime.getRuntime().halt(34);
        });
    }

    /// Whether the text was cut at the limit.
    static boolean extract(FileType type, Path content, Writer text, int limit)
            throws IOException, SAXException, TikaException {
        if (type == FileType.TEXT) return plain(PlainText.decode(Files.readAllBytes(content)), text, limit);
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        context.set(OfficeParserConfig.class, officeConfig());
        context.set(PDFParserConfig.class, pdfConfig());
        ContentHandler handler = new BodyContentHandler(new WriteOutContentHandler(text, limit));
        try (TikaInputStream in = TikaInputStream.get(Files.newInputStream(content))) {
            parserFor(type).parse(in, handler, new Metadata(), context);
            return false;
        } catch (SAXException | TikaException e) {
            if (WriteLimitReachedException.isWriteLimitReached(e)) return true;
            throw e;
        }
    }

    private static boolean plain(String said, Writer text, int limit) throws IOException {
        text.write(said, 0, Math.min(limit, said.length()));
        return said.length() > limit;
    }

    private static Parser parserFor(FileType type) {
        return switch (type) {
            case PDF -> new PDFParser();
            case DOCX -> new OOXMLParser();
            case ODT -> new OpenDocumentParser();
            case TEXT, PNG, JPEG, WEBP -> throw new IllegalArgumentException("There is no parser for " + type);
        };
    }

    private static OfficeParserConfig officeConfig() {
        var config = new OfficeParserConfig();
        // Event by event: the other reader builds the whole document in memory, several times its size.
        config.setUseSAXDocxExtractor(true);
        config.setIncludeDeletedContent(false);
        config.setExtractMacros(false);
        return config;
    }

    private static PDFParserConfig pdfConfig() {
        var config = new PDFParserConfig();
        config.setExtractInlineImages(false);
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setSortByPosition(false);
        return config;
    }

    /// Documents inside the document stay shut.
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
