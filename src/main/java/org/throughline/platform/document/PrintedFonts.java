package org.throughline.platform.document;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of a PDF that is written object by object. They are read when the text needs them, and their tables are
/// made by themselves: saving would make them too, but writes all else for nothing.
final class PrintedFonts {

    private final PDDocument pdf;
    private final Map<Fonts, PDFont> read = new EnumMap<>(Fonts.class);

    PrintedFonts(PDDocument pdf) {
        this.pdf = pdf;
    }

    PDDocument pdf() {
        return pdf;
    }

    PDFontSupplier of(Fonts font) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return read.computeIfAbsent(font, PrintedFonts.this::read);
            }
        };
    }

    private PDFont read(Fonts font) {
        try {
            return PDType0Font.load(pdf, new ByteArrayInputStream(font.bytes()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves of each font what the text uses, and says which letters its glyphs mean.
    void subset() throws IOException {
        for (PDFont font : read.values()) if (font.willBeSubset()) font.subset();
    }
}
