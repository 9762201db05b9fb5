package org.throughline.platform.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Lets readers find and copy Arabic as it is typed. The shapes of joined letters are characters of their own in
/// the embedded fonts; here each is said to mean the plain letter, in the fonts' ToUnicode tables.
final class PlainLetters {

    private static final Pattern RANGE =
            Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<((?:[0-9A-Fa-f]{4})+)>");
    private static final int BLOCK = 100;

    private PlainLetters() {}

    static void in(PDDocument pdf) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : pdf.getPages()) {
            // Not by PDResources#getFont, which would read the embedded font anew for each page.
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts == null) continue;
            for (COSName name : fonts.keySet()) {
                COSDictionary font = fonts.getCOSDictionary(name);
                COSBase table = font == null ? null : font.getDictionaryObject(COSName.TO_UNICODE);
                if (table instanceof COSStream stream && seen.add(stream)) rewrite(stream);
            }
        }
    }

    private static void rewrite(COSStream stream) throws IOException {
        String text = new String(stream.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<Integer, String> meanings = meanings(text);
        if (meanings.values().stream().noneMatch(PlainLetters::isShape)) return;
        int from = text.indexOf("endcodespacerange") + "endcodespacerange".length();
        int to = text.indexOf("endcmap");
        String rewritten = text.substring(0, from) + "\n" + table(meanings) + text.substring(to);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(rewritten.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static Map<Integer, String> meanings(String text) {
        var meanings = new TreeMap<Integer, String>();
        var ranges = RANGE.matcher(text);
        while (ranges.find()) {
            int first = Integer.parseInt(ranges.group(1), 16);
            int last = Integer.parseInt(ranges.group(2), 16);
            String target = ranges.group(3);
            if (first == 0 && last == 0xFFFF) continue;
            for (int glyph = first; glyph <= last; glyph++) meanings.put(glyph, plus(target, glyph - first));
        }
        return meanings;
    }

    private static String plus(String hex, int step) {
        var units = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 4) units.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        int last = units.length() - 1;
        units.setCharAt(last, (char) (units.charAt(last) + step));
        return units.toString();
    }

    private static boolean isShape(String text) {
        return text.chars().anyMatch(c -> (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC));
    }

    /// Ligatures of two letters stay as they are: readers that turn a line around would turn the two letters around
    /// as well.
    private static String plain(String shape) {
        String letters = Normalizer.normalize(shape, Normalizer.Form.NFKC);
        return letters.length() == shape.length() ? letters : shape;
    }

    private static String table(Map<Integer, String> meanings) {
        List<Map.Entry<Integer, String>> entries = List.copyOf(meanings.entrySet());
        var table = new StringBuilder();
        for (int from = 0; from < entries.size(); from += BLOCK) {
            var block = entries.subList(from, Math.min(entries.size(), from + BLOCK));
            table.append(block.size()).append(" beginbfchar\n");
            for (var entry : block) {
                String meaning = entry.getValue();
                if (isShape(meaning)) meaning = plain(meaning);
                table.append("<%04X> <".formatted(entry.getKey()));
                meaning.chars().forEach(c -> table.append(String.format(Locale.ROOT, "%04X", c)));
                table.append(">\n");
            }
            table.append("endbfchar\n");
        }
        return table.toString();
    }
}
