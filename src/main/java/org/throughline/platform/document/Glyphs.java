package org.throughline.platform.document;

import com.ibm.icu.text.Bidi;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/// Sets one line of text as outlines from our own fonts. It does not ask the machine's font system, which a server
/// without fonts does not have, so a picture comes out the same everywhere.
final class Glyphs {

    private final Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double advance;

    private Glyphs() {}

    static Glyphs of(String text, double size, boolean bold, boolean rightToLeft) {
        var glyphs = new Glyphs();
        visual(Fonts.printable(text), rightToLeft)
                .codePoints()
                .filter(code -> code != 0x200C && code != 0x200D && code != 0x200E && code != 0x200F)
                .forEach(code -> glyphs.append(code, size, bold));
        return glyphs;
    }

    double width() {
        return advance;
    }

    Shape at(double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline);
    }

    /// Letters in the order in which they stand from left to right, joined where their script joins them.
    private static String visual(String text, boolean rightToLeft) {
        var bidi = new Bidi(
                JoinedLetters.join(text), rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return bidi.writeReordered(Bidi.DO_MIRRORING);
    }

    private void append(int code, double size, boolean bold) {
        TrueTypeFont font = Fonts.forCode(code, bold).outlines();
        synchronized (font) {
            try {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(code);
                double scale = size / font.getUnitsPerEm();
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    var place = new AffineTransform(scale, 0, 0, -scale, advance, 0);
                    outline.append(data.getPath().getPathIterator(place), false);
                }
                advance += font.getAdvanceWidth(glyph) * scale;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
