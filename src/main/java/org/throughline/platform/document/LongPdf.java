package org.throughline.platform.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.throughline.platform.document.LongPdfEnd.Place;

/// Writes a long document part by part into one PDF: each part is laid out, painted and let go before the next, so
/// that memory is that of the longest part. Pages, structure, bookmarks and links are those of one document; only the
/// embedded fonts are there once for each part.
final class LongPdf {

    private final Document document;
    private final PdfFile file;
    private final MessageDigest digest = digest();
    private final LongPdfEnd end;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Runnable between;
    private int keys;

    private LongPdf(Document document, OutputStream out, Runnable between) throws IOException {
        this.document = document;
        this.between = between;
        this.file = new PdfFile(out);
        this.end = new LongPdfEnd(file);
    }

    static void write(Document document, List<List<Block>> parts, OutputStream out, Runnable between)
            throws IOException {
        new LongPdf(document, out, between).write(parts);
    }

    private void write(List<List<Block>> parts) throws IOException {
        document.headings().forEach(heading -> numbers.put(heading.id(), 0));
        int[] first = new int[parts.size()];
        int page = 1;
        // What lists the other parts' pages is written last, when they are known; here it is only how long it is.
        List<Integer> late = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            first[i] = page;
            var part = new PrintedPart(i, parts.get(i), page, numbers);
            if (part.hasContents()) {
                late.add(i);
                page += pages(part);
            } else {
                page += write(part);
            }
        }
        for (int i : late) write(new PrintedPart(i, parts.get(i), first[i], numbers));
        end.write(Arrays.copyOf(digest.digest(), 16));
    }

    private int pages(PrintedPart part) throws IOException {
        try (var pdf = new PDDocument();
                PdfBoxRenderer renderer = renderer(part, PdfWriter.page(document, part), new PrintedFonts(pdf))) {
            renderer.layout();
            return renderer.getRootBox().getLayer().getPages().size();
        }
    }

    private int write(PrintedPart part) throws IOException {
        between.run();
        String html = PdfWriter.page(document, part);
        digest.update(html.getBytes(StandardCharsets.UTF_8));
        try (var pdf = new PDDocument()) {
            var fonts = new PrintedFonts(pdf);
            try (PdfBoxRenderer renderer = renderer(part, html, fonts)) {
                renderer.layout();
                MirroredTables.under(renderer.getRootBox());
                renderer.createPDFKeepOpen();
                PdfWriter.date(pdf, document.dated());
                fonts.subset();
                PlainLetters.in(pdf);
                add(pdf, part);
                return pdf.getNumberOfPages();
            }
        }
    }

    private PdfBoxRenderer renderer(PrintedPart part, String html, PrintedFonts fonts) {
        return PdfWriter.builder(document, html, part, fonts).buildPdfRenderer();
    }

    private void add(PDDocument pdf, PrintedPart part) throws IOException {
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        if (part.isFirst()) end.properties(catalog, pdf.getDocumentInformation().getCOSObject());
        places(pdf, part);
        List<COSObject> pages = new ArrayList<>();
        for (PDPage page : pdf.getPages()) pages.add(page(page.getCOSObject()));
        end.pages(part.index(), pages);
        structure(part.index(), catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT));
        file.flush();
    }

    /// Where the part's headings stand, as its bookmarks say.
    private void places(PDDocument pdf, PrintedPart part) throws IOException {
        var outline = pdf.getDocumentCatalog().getDocumentOutline();
        if (outline == null) return;
        List<Block.Heading> headings = Document.headings(part.blocks());
        int at = 0;
        for (PDOutlineItem item : outline.children()) {
            Block.Heading heading = headings.get(at++);
            if (!(item.getDestination() instanceof PDPageXYZDestination place)) continue;
            int page = pdf.getPages().indexOf(place.getPage());
            numbers.put(heading.id(), part.firstPage() + page);
            end.heading(
                    part.index(),
                    new Place(
                            heading,
                            item.getTitle(),
                            file.place(place.getPage().getCOSObject()),
                            place.getLeft(),
                            place.getTop()));
        }
    }

    private COSObject page(COSDictionary page) {
        page.setItem(COSName.PARENT, end.pages());
        if (page.containsKey(COSName.STRUCT_PARENTS))
            page.setInt(COSName.STRUCT_PARENTS, page.getInt(COSName.STRUCT_PARENTS) + keys);
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        if (annotations != null)
            for (int i = 0; i < annotations.size(); i++) annotation((COSDictionary) annotations.getObject(i));
        return file.place(page);
    }

    private void annotation(COSDictionary annotation) {
        if (annotation.containsKey(COSName.STRUCT_PARENT))
            annotation.setInt(COSName.STRUCT_PARENT, annotation.getInt(COSName.STRUCT_PARENT) + keys);
        COSDictionary action = annotation.getCOSDictionary(COSName.A);
        String address = action == null ? null : action.getString(COSName.URI);
        if (address == null || !address.startsWith(PrintedPart.ELSEWHERE)) return;
        var inside = new COSDictionary();
        inside.setItem(COSName.TYPE, COSName.getPDFName("Action"));
        inside.setName(COSName.S, "GoTo");
        inside.setItem(COSName.D, new COSString(address.substring(PrintedPart.ELSEWHERE.length())));
        annotation.setItem(COSName.A, inside);
    }

    private void structure(int index, COSDictionary root) throws IOException {
        COSBase kids = root.getDictionaryObject(COSName.K);
        if (kids instanceof COSDictionary kid) part(index, kid);
        else if (kids instanceof COSArray array)
            for (int i = 0; i < array.size(); i++) part(index, (COSDictionary) array.getObject(i));
        COSDictionary roles = root.getCOSDictionary(COSName.ROLE_MAP);
        if (index == 0 && roles != null) end.roles(file.place(roles));
        COSDictionary parents = root.getCOSDictionary(COSName.PARENT_TREE);
        if (parents != null) keys = Math.max(keys, 1 + parents(parents, keys, keys - 1));
    }

    /// What was the document is a part of it.
    private void part(int index, COSDictionary element) {
        element.setItem(COSName.S, COSName.PART);
        element.setItem(COSName.P, end.document());
        end.part(index, file.place(element));
    }

    /// Takes over the tree from marks on pages to structure. The last key in it is the answer.
    private int parents(COSDictionary tree, int offset, int last) throws IOException {
        int highest = last;
        COSArray kids = tree.getCOSArray(COSName.KIDS);
        if (kids != null)
            for (int i = 0; i < kids.size(); i++)
                highest = Math.max(highest, parents((COSDictionary) kids.getObject(i), offset, highest));
        COSArray entries = tree.getCOSArray(COSName.NUMS);
        for (int i = 0; entries != null && i + 1 < entries.size(); i += 2) {
            int key = ((COSInteger) entries.getObject(i)).intValue() + offset;
            COSBase value = entries.getObject(i + 1);
            COSObject place;
            if (value instanceof COSDictionary) {
                place = file.place(value);
            } else {
                place = file.reserve();
                file.put(place, value);
            }
            end.parent(key, place);
            highest = Math.max(highest, key);
        }
        return highest;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
