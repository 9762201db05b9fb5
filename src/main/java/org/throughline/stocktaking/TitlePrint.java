package org.throughline.stocktaking;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.throughline.platform.WordCount;

/// A title as a set of short runs of letters, so that case, accents, punctuation and the order of words make no
/// difference and a slip of the pen little. [#bands] finds candidates in an index: of two titles that share 60 % of
/// their runs, 96 in 100 have a band in common, of two that share 10 %, 2 in 1,000.
final class TitlePrint {

    private static final int BANDS = 24;
    private static final int ROWS = 4;
    private static final int RUN = 3;

    private TitlePrint() {}

    /// The runs of three letters of each word, hashed, sorted, each once.
    static int[] runs(String title) {
        List<Integer> runs = new ArrayList<>();
        for (String word : words(title)) {
            String padded = " " + word + " ";
            for (int i = 0; i + RUN <= padded.length(); i++)
                runs.add(padded.substring(i, i + RUN).hashCode());
        }
        return runs.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    static List<String> words(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        plain.codePoints().forEach(sign -> {
            int type = Character.getType(sign);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || sign == 'ـ') return;
            if (WordCount.isWordPart(sign)) word.appendCodePoint(sign);
            else flush(word, words);
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) words.add(word.toString());
        word.setLength(0);
    }

    static Integer[] bands(String title) {
        int[] runs = runs(title);
        if (runs.length == 0) return new Integer[0];
        Integer[] bands = new Integer[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long mixed = band;
            for (int row = 0; row < ROWS; row++) mixed = mix(mixed * 31 + least(runs, band * ROWS + row));
            bands[band] = (int) (mixed ^ mixed >>> 32);
        }
        return bands;
    }

    private static long least(int[] runs, int function) {
        long seed = mix(0x9E3779B97F4A7C15L * (function + 1));
        return Arrays.stream(runs).mapToLong(run -> mix(run ^ seed)).min().orElse(0);
    }

    private static long mix(long x) {
        long y = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }

    /// How alike two titles are, from 0 to 1: what they share of all their runs, or nearly as much when the shorter
    /// one, being more than a word or two, is a part of the longer one.
    static double likeness(String one, String other) {
        int[] a = runs(one);
        int[] b = runs(other);
        int least = Math.min(a.length, b.length);
        if (least == 0) return 0;
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        double ofAll = (double) shared / (a.length + b.length - shared);
        double ofShorter = (double) shared / least;
        return least < 12 || ofShorter < 0.9 ? ofAll : Math.max(ofAll, 0.85 * ofShorter);
    }

    /// An address without scheme, `www.` and the slash at its end; empty for what is none.
    static String site(String address) {
        try {
            URI uri = URI.create(address.strip());
            if (uri.getHost() == null) return "";
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return host + path + query;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
