package org.throughline.platform.document;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
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
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.throughline.platform.markup.Xml;

/// Writes a document as a tagged PDF that meets PDF/UA-1: structure, language, title, bookmarks, embedded fonts,
/// page numbers. The same document gives the same bytes. Nothing is fetched while writing.
public final class PdfWriter {

    private static final String PRODUCER = "Throughline";
    private static final String STYLE = style();

    static {
        XRLog.setLoggerImpl(new PrintLog());
    }

    private PdfWriter() {}

    public static byte[] write(Document document) {
        String html = page(document);
        try (PdfBoxRenderer renderer = builder(document, html).buildPdfRenderer()) {
            renderer.layout();
            MirroredTables.under(renderer.getRootBox());
            try (PDDocument pdf = renderer.createPDFKeepOpen()) {
                return bytes(pdf, document.dated(), html);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(PDDocument pdf, Instant dated, String html) throws IOException {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(dated.toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
        pdf.setDocumentId((long) html.hashCode());
        // The first pass makes the embedded fonts' tables, the second writes the file with them put right.
        pdf.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
        PlainLetters.in(pdf);
        var out = new ByteArrayOutputStream(256 * 1024);
        pdf.save(out);
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder(Document document, String html) {
        Locale locale = Locale.forLanguageTag(document.language());
        boolean rightToLeft = document.direction().equals("rtl");
        var builder = new PdfRendererBuilder()
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
                .withHtmlContent(html, null);
        for (Fonts font : Fonts.neededFor(html)) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes()), font.family, font.weight, FontStyle.NORMAL, true);
        }
        return builder;
    }

    private static String page(Document document) {
        String title = Fonts.printable(document.title());
        var xml = new Xml();
        xml.open("html", "lang", document.language(), "dir", document.direction())
                .open("head");
        xml.element("title", title);
        String description = document.description().isBlank() ? title : Fonts.printable(document.description());
        xml.empty("meta", "name", "subject", "content", description);
        xml.empty("meta", "name", "description", "content", description);
        xml.open("style").raw(STYLE + foot(document)).close("style");
        if (!document.headings().isEmpty()) bookmarks(xml, document);
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
        xml.raw(HtmlWriter.printed(document, Fonts::printable));
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

    private static void bookmarks(Xml xml, Document document) {
        xml.open("bookmarks");
        int depth = 0;
        for (Block.Heading heading : document.headings()) {
            for (; depth >= heading.level(); depth--) xml.close("bookmark");
            xml.open("bookmark", "name", Fonts.printable(Inline.plain(heading.text())), "href", "#" + heading.id());
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
