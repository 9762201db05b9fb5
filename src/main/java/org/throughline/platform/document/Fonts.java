package org.throughline.platform.document;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The fonts that documents embed, found on the class path where the build has put them (see `print-fonts` in
/// pom.xml). They cover the six languages of the United Nations; a character that none of them has is printed
/// as its code point, such as [U+1F973], so that a reader can still tell what was written.
enum Fonts {
    SANS("Sans", 400, "fonts/sans/NotoSansMerged-Regular.ttf"),
    SANS_BOLD("Sans", 700, "fonts/sans/NotoSansMerged-Bold.ttf"),
    // Those two have one weight. It is given as the bold one, so that it stands as it was drawn: print would make a
    // bold one by drawing every line twice, which closes the gaps of Chinese characters.
    SIGNS("Signs", 700, "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
    HAN("Han", 700, "fonts/WenQuanZhengHei.ttf");

    private static final int LAST_CODE = 0x2FFFF;

    final String family;
    final int weight;
    private final String resource;
    private SoftReference<byte[]> bytes = new SoftReference<>(null);
    private SoftReference<TrueTypeFont> outlines = new SoftReference<>(null);
    private SoftReference<BitSet> coverage = new SoftReference<>(null);

    Fonts(String family, int weight, String resource) {
        this.family = family;
        this.weight = weight;
        this.resource = resource;
    }

    synchronized byte[] bytes() {
        byte[] held = bytes.get();
        if (held == null) {
            held = read();
            bytes = new SoftReference<>(held);
        }
        return held;
    }

    private byte[] read() {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The font " + resource + " is not on the class path: build with Maven");
            }
            return trimmed(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] trimmed(byte[] font) throws IOException {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            CmapLookup cmap = parsed.getUnicodeCmapLookup();
            return TrimmedFont.of(font, LAST_CODE, cmap::getGlyphId, this::mayDraw);
        }
    }

    /// Leaves direction marks to the font that draws nothing for them, and Chinese punctuation to the Chinese font.
    private boolean mayDraw(int code) {
        if (this == SIGNS || this == HAN) return true;
        boolean mark = (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || code == 0x061C;
        boolean chinesePunctuation = code >= 0x3000 && code <= 0x303F;
        return !mark && !chinesePunctuation;
    }

    /// The font's outlines; shared, so callers synchronize on it while they read glyphs.
    synchronized TrueTypeFont outlines() {
        TrueTypeFont held = outlines.get();
        if (held == null) {
            try {
                held = new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            outlines = new SoftReference<>(held);
        }
        return held;
    }

    boolean has(int code) {
        return code <= LAST_CODE && coverage().get(code);
    }

    private synchronized BitSet coverage() {
        BitSet held = coverage.get();
        if (held == null) {
            held = new BitSet(LAST_CODE);
            try {
                CmapLookup cmap = outlines().getUnicodeCmapLookup();
                for (int code = 0x20; code <= LAST_CODE; code++) if (cmap.getGlyphId(code) != 0) held.set(code);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            coverage = new SoftReference<>(held);
        }
        return held;
    }

    /// The fonts that a text needs: the Chinese one is large, so it is left out where it has nothing to do.
    static List<Fonts> neededFor(String text) {
        boolean han = text.codePoints().anyMatch(code -> !SANS.has(code) && !SIGNS.has(code) && HAN.has(code));
        return han ? List.of(SANS, SANS_BOLD, SIGNS, HAN) : List.of(SANS, SANS_BOLD, SIGNS);
    }

    /// The first font that has a character, in the order in which print falls back.
    static Fonts forCode(int code, boolean bold) {
        Fonts sans = bold ? SANS_BOLD : SANS;
        if (sans.has(code)) return sans;
        if (SIGNS.has(code)) return SIGNS;
        return HAN.has(code) ? HAN : sans;
    }

    /// A text as it can be printed: characters without a shape of their own (joiners of emoji, direction overrides,
    /// byte order marks) are dropped unless a script needs them, characters that no font has become their code
    /// points, and control characters U+FFFD.
    static String printable(String text) {
        if (text.chars().allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7F)) return text;
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (code == '\n' || code == '\t' || code == '\r') {
                kept.append((char) code);
            } else if (code == 0x2028 || code == 0x2029) {
                kept.append(' ');
            } else if (UCharacter.hasBinaryProperty(code, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                if (code >= 0x200C && code <= 0x200F) kept.appendCodePoint(code);
            } else {
                boolean shown = (SANS.has(code) && SANS_BOLD.has(code)) || SIGNS.has(code) || HAN.has(code);
                kept.append(shown ? Character.toString(code) : standIn(code));
            }
        });
        return kept.toString();
    }

    private static String standIn(int code) {
        boolean written = !Character.isISOControl(code) && Character.getType(code) != Character.SURROGATE;
        return written ? "[U+%04X]".formatted(code) : "\uFFFD";
    }
}
