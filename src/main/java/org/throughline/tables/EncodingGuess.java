package org.throughline.tables;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which encoding a text without a mark is that is not UTF-8, judged by what its bytes would mean.
///
/// @param certain whether its letters clearly speak for this one, so that nobody has to look
record EncodingGuess(Charset charset, boolean certain) {

    // One byte a character, with how much rarer each is than Windows-1252, as a natural logarithm.
    private static final Map<String, Double> CANDIDATES = new LinkedHashMap<>();

    static {
        CANDIDATES.put("windows-1252", 0.0);
        CANDIDATES.put("windows-1250", -2.0);
        CANDIDATES.put("windows-1251", -1.0);
        CANDIDATES.put("windows-1253", -2.0);
        CANDIDATES.put("windows-1254", -4.0);
        CANDIDATES.put("windows-1255", -2.0);
        CANDIDATES.put("windows-1256", -1.0);
        CANDIDATES.put("ISO-8859-2", -4.0);
        CANDIDATES.put("ISO-8859-5", -4.0);
        CANDIDATES.put("ISO-8859-6", -4.0);
        CANDIDATES.put("ISO-8859-7", -3.0);
        CANDIDATES.put("KOI8-R", -3.0);
        CANDIDATES.put("x-MacRoman", -2.5);
        CANDIDATES.put("x-MacCyrillic", -4.0);
        CANDIDATES.put("IBM850", -4.0);
        CANDIDATES.put("IBM866", -3.0);
    }

    private static final Set<String> SEVERAL_BYTES =
            Set.of("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN");
    private static final double CLEARLY = 3;
    private static final double A_TEXT = -5;
    private static final double UNLIKELY = -6.5;
    private static final double HARDLY_A_TEXT = -8;
    private static final int ENOUGH = 8;

    /// @param sample lines of the text with bytes beyond ASCII; empty when a few characters make no sense in any
    /// encoding
    static @Nullable EncodingGuess of(byte[] sample) {
        CharsetMatch hint = new CharsetDetector().setText(sample).detect();
        String hinted = hint == null || hint.getConfidence() < 40 ? "" : nameOf(hint);
        if (hinted.startsWith("UTF-16") || hinted.startsWith("UTF-32"))
            return new EncodingGuess(Charset.forName(hinted), true);
        int beyond = 0;
        for (byte b : sample) if (b < 0) beyond++;
        Scored best = null;
        Scored second = null;
        for (var candidate : CANDIDATES.entrySet()) {
            double bonus = candidate.getKey().equals(hinted) && hint != null ? hint.getConfidence() / 20.0 : 0;
            Scored scored = Scored.of(candidate.getKey(), sample, candidate.getValue() + bonus);
            if (best != null && best.text.equals(scored.text)) {
                best = best.orSame(scored);
            } else if (best == null || scored.score > best.score) {
                second = best;
                best = scored;
            } else if (second == null || scored.score > second.score) second = scored;
        }
        double each = Likelihood.of(best.text) / Math.max(1, beyond);
        if (SEVERAL_BYTES.contains(hinted) && each < A_TEXT && Charset.isSupported(hinted))
            return new EncodingGuess(Charset.forName(hinted), hint.getConfidence() >= 60);
        if (beyond >= ENOUGH && each < HARDLY_A_TEXT) return null;
        boolean clear = second == null || best.score - second.score >= CLEARLY;
        return new EncodingGuess(
                Charset.forName(best.name), clear && each > UNLIKELY && !couldBeChinese(sample, beyond));
    }

    // A few words of Chinese look like letters of other scripts.
    private static boolean couldBeChinese(byte[] sample, int beyond) {
        if (beyond < 4 || beyond > 60) return false;
        int run = 0;
        for (byte b : sample) {
            if (b < 0) run++;
            else if (run % 2 == 1) return false;
            else run = 0;
        }
        return new String(sample, Charset.forName("GB18030"))
                .chars()
                .allMatch(c -> c < 0x80
                        || Character.isIdeographic(c)
                        || (c >= 0x3000 && c < 0x3030)
                        || c >= 0xFF00 && c < 0xFFF0);
    }

    // What ISO and Windows have in common is the same in both; Windows' has more.
    private static String nameOf(CharsetMatch hint) {
        return switch (hint.getName().replaceFirst("_(rtl|ltr)$", "")) {
            // For these it takes every Western text, also one of a Mac or of DOS.
            case "ISO-8859-1", "windows-1252" -> "";
            case "ISO-8859-8", "ISO-8859-8-I" -> "windows-1255";
            case "ISO-8859-9" -> "windows-1254";
            case String other -> other;
        };
    }

    private record Scored(String name, String text, double score) {
        static Scored of(String name, byte[] sample, double prior) {
            String text = new String(sample, Charset.forName(name));
            return new Scored(name, text, Likelihood.of(text) + prior);
        }

        // Read the same, the more usual name will do.
        Scored orSame(Scored other) {
            return new Scored(name, text, Math.max(score, other.score));
        }
    }
}
