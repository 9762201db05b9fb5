package org.throughline.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// A TrueType font that no longer claims some characters, so that the next font in line draws them. The merged Noto
/// font shows direction marks as signs and has Chinese punctuation from another script; both look wrong in running
/// text. The table from characters to glyphs is written anew (OpenType `cmap`, format 12). The table of
/// substitutions is hidden: it swaps in glyphs that stand for no character, which a tagged PDF may not use; Arabic
/// is joined by the characters of its presentation forms instead. Outlines stay as they are.
final class TrimmedFont {

    private static final int CMAP = 0x636D6170;
    private static final int GSUB = 0x47535542;
    private static final int HIDDEN = 0x7A7A7A7A;
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    private TrimmedFont() {}

    static byte[] of(byte[] font, int lastCode, IntUnaryOperator glyphs, IntPredicate kept) {
        byte[] table = cmap(lastCode, code -> kept.test(code) ? glyphs.applyAsInt(code) : 0);
        int start = (font.length + 3) & ~3;
        ByteBuffer trimmed = ByteBuffer.wrap(Arrays.copyOf(font, start + ((table.length + 3) & ~3)));
        trimmed.put(start, table);
        int tables = trimmed.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = DIRECTORY + i * ENTRY;
            if (trimmed.getInt(entry) == GSUB) trimmed.putInt(entry, HIDDEN);
            if (trimmed.getInt(entry) != CMAP) continue;
            trimmed.putInt(entry + 8, start);
            trimmed.putInt(entry + 12, table.length);
        }
        return trimmed.array();
    }

    private static byte[] cmap(int lastCode, IntUnaryOperator glyphs) {
        var groups = new ByteArrayOutputStream();
        int count = 0;
        try (var out = new DataOutputStream(groups)) {
            int first = -1;
            for (int code = 0; code <= lastCode + 1; code++) {
                int glyph = code > lastCode ? 0 : glyphs.applyAsInt(code);
                boolean runs = first >= 0 && glyph != 0 && glyph == glyphs.applyAsInt(first) + code - first;
                if (first >= 0 && !runs) {
                    out.writeInt(first);
                    out.writeInt(code - 1);
                    out.writeInt(glyphs.applyAsInt(first));
                    count++;
                    first = -1;
                }
                if (first < 0 && glyph != 0) first = code;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.allocate(12 + 16 + groups.size())
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(16 + groups.size())
                .putInt(0)
                .putInt(count)
                .put(groups.toByteArray())
                .array();
    }
}
