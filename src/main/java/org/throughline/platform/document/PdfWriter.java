package org.throughline.platform.document;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.markup.Xml;

/// Writes a document as a tagged PDF that meets PDF/UA-1: structure, language, title, bookmarks, embedded fonts,
/// page numbers. A long one is written in parts, see [LongPdf]. The same document gives the same bytes. Nothing is
/// fetched while writing.
public final class PdfWriter {

    private static final String PRODUCER = "Throughline";
    private static final String STYLE = style();
    /// Of our own few fonts, so that those that a text does not need are not read to see whether it does.
    private static final FSDefaultCacheStore METRICS = new FSDefaultCacheStore();

    static {
        XRLog.setLoggerImpl(new PrintLog());
    }

    private PdfWriter() {}

    public static byte[] write(Document document) {
        var out = new ByteArrayOutputStream(256 * 1024);
        write(document, out, () -> {});
        return out.toByteArray();
    }

    /// Writes a document that may be too long to be in memory as a whole more than once.
    ///
    /// @param between called before each part of a long one; may end the writing by an exception
    public static void write(Document document, OutputStream out, Runnable between) {
        write(document, 2 * PrintedPart.LIMIT, PrintedPart.LIMIT, out, between);
    }

    /// @param whole what a document may weigh to be laid out at once
    /// @param part what a part of a longer one may weigh
    static void write(Document document, long whole, int part, OutputStream out, Runnable between) {
        try {
            List<List<Block>> parts = PrintedPart.weight(document.blocks()) <= whole
                    ? List.of()
                    : PrintedPart.of(document.blocks(), part);
            if (parts.size() > 1) LongPdf.write(document, parts, out, between);
            else atOnce(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atOnce(Document document, OutputStream out) throws IOException {
        String html = page(document, null);
        try (PdfBoxRenderer renderer = builder(document, html).buildPdfRenderer()) {
            renderer.layout();
            MirroredTables.under(renderer.getRootBox());
            try (PDDocument pdf = renderer.createPDFKeepOpen()) {
                pdf.setDocumentId((long) html.hashCode());
                date(pdf, document.dated());
                // This pass makes the embedded fonts' tables, which have to be put right before the file is written.
                pdf.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
                PlainLetters.in(pdf);
                pdf.save(out);
            }
        }
    }

    static void date(PDDocument pdf, Instant dated) {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(dated.toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
    }

    private static PdfRendererBuilder builder(Document document, String html) {
        PdfRendererBuilder builder = plainBuilder(document, html);
        for (Fonts font : Fonts.neededFor(html)) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes()), font.family, font.weight, FontStyle.NORMAL, true);
        }
        return builder;
    }

    static PdfRendererBuilder builder(Document document, String html, PrintedPart part, PrintedFonts fonts) {
        PdfRendererBuilder builder =
                plainBuilder(document, html).usePDDocument(fonts.pdf()).useInitialPageNumber(part.firstPage());
        for (Fonts font : Fonts.neededFor(html))
            builder.useFont(fonts.of(font), font.family, font.weight, FontStyle.NORMAL, true);
        return builder;
    }

    private static PdfRendererBuilder plainBuilder(Document document, String html) {
        Locale locale = Locale.forLanguageTag(document.language());
        boolean rightToLeft = document.direction().equals("rtl");
        return new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfVersion(1.7f)
                .withProducer(PRODUCER)
                .useSVGDrawer(new PrintedPictures())
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new JoinedLetters())
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(locale))
                .useUnicodeCharacterBreaker(new ICUBreakers.ICUCharacterBreaker(locale))
                .defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR)
                .useReplacementText("\uFFFD")
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, METRICS)
                .withHtmlContent(html, null);
    }

    static String page(Document document, @Nullable PrintedPart part) {
        String title = Fonts.printable(document.title());
        var xml = new Xml();
        xml.open("html", "lang", document.language(), "dir", document.direction())
                .open("head");
        xml.element("title", title);
        String description = document.description().isBlank() ? title : Fonts.printable(document.description());
        xml.empty("meta", "name", "subject", "content", description);
        xml.empty("meta", "name", "description", "content", description);
        xml.open("style").raw(STYLE + foot(document) + ofPart(part)).close("style");
        if (part != null) bookmarks(xml, part);
        else if (!document.headings().isEmpty()) bookmarks(xml, document);
        xml.close("head").open("body", "dir", document.direction());
        String symbol = Fonts.printable(document.symbol());
        xml.element(
                "div",
                symbol.isBlank() ? title : symbol + " – " + title,
                "class",
                "doc-running",
                "dir",
                document.direction());
        xml.element(
                "div", Fonts.printable(document.footer()), "class", "doc-running-foot", "dir", document.direction());
        xml.element("div", "", "class", "doc-running-pages", "dir", "ltr");
        xml.raw(
                part == null
                        ? HtmlWriter.printed(document, Fonts::printable)
                        : HtmlWriter.printed(document, Fonts::printable, part));
        return xml.close("body").close("html").toString();
    }

    /// The page number stands where lines end, the footer where they begin.
    private static String foot(Document document) {
        boolean rightToLeft = document.direction().equals("rtl");
        return """
                @page {
                    @bottom-%s { content: element(foot); width: 80%%; vertical-align: top; }
                    @bottom-%s { content: element(pages); width: 20%%; vertical-align: top; }
                }
                .doc-running-pages { text-align: %2$s; }
                """.formatted(rightToLeft ? "right" : "left", rightToLeft ? "left" : "right");
    }

    /// How many pages there are is not known while the parts of a long document are written.
    private static String ofPart(@Nullable PrintedPart part) {
        if (part == null) return "";
        String number = ".doc-running-pages:after { content: counter(page); }\n";
        return part.isFirst() ? number : number + "@page :first { @top-left { content: element(running); } }\n";
    }

    /// All on one level: that they stand below each other is known when all parts are written.
    private static void bookmarks(Xml xml, PrintedPart part) {
        List<Block.Heading> headings = Document.headings(part.blocks());
        if (headings.isEmpty()) return;
        xml.open("bookmarks");
        for (Block.Heading heading : headings) bookmark(xml, heading).close("bookmark");
        xml.close("bookmarks");
    }

    private static Xml bookmark(Xml xml, Block.Heading heading) {
        return xml.open("bookmark", "name", Fonts.printable(Inline.plain(heading.text())), "href", "#" + heading.id());
    }

    private static void bookmarks(Xml xml, Document document) {
        xml.open("bookmarks");
        int depth = 0;
        for (Block.Heading heading : document.headings()) {
            for (; depth >= heading.level(); depth--) xml.close("bookmark");
            bookmark(xml, heading);
            depth++;
        }
        for (; depth > 0; depth--) xml.close("bookmark");
        xml.close("bookmarks");
    }

    private static String style() {
        try (InputStream in = PdfWriter.class.getResourceAsStream("print.css")) {
            if (in == null) throw new IllegalStateException("print.css is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<", "")
                    .replace("&", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
