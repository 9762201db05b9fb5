package org.throughline.citations;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the number of a resolution: `140`, `70/125`, `57/270 B`, `2006/46`, `41 C/27`, `ITU-R 61-2`, `1514 (XV)`.
final class NumberReader {

    private static final int LONGEST = 5;
    private static final int MOST_ROMAN = 8;
    // A number before one of these is a measure.
    private static final Set<String> MEASURES =
            Set.of("x", "×", "m", "km", "cm", "mm", "nm", "p", "dpi", "px", "%", "°");

    /// @param behind the token after it
    /// @param number in one spelling
    /// @param revised with the number of its revision, such as `ITU-R 61-2`; else empty
    /// @param body whom the form of the number says; else empty
    /// @param plain whether it is a number without any parts, which says little
    record Number(int behind, String number, String revised, String body, boolean plain) {}

    private NumberReader() {}

    static @Nullable Number read(Tokens tokens, int at) {
        String sector = sector(tokens, at);
        int digits = sector.isEmpty() ? at : at + 3;
        if (!tokens.isNumber(digits) || tokens.word(digits).length() > LONGEST) return null;
        String first = tokens.word(digits);
        int behind = digits + 1;
        if (tokens.is(behind, "/")
                && tokens.isJoined(behind)
                && tokens.isJoined(behind + 1)
                && tokens.isNumber(behind + 1)) return inParts(tokens, first, behind + 1);
        if (tokens.is(behind, "c") && tokens.is(behind + 1, "/")) return ofUnesco(tokens, first, behind + 2);
        if (tokens.is(behind, "-")
                && tokens.isJoined(behind)
                && tokens.isJoined(behind + 1)
                && tokens.isNumber(behind + 1)
                && tokens.word(behind + 1).length() < 3) {
            String number = sector.equals(Bodies.RADIO) ? "ITU-R " + first : first;
            return new Number(behind + 2, number, number + "-" + tokens.word(behind + 1), sector, sector.isEmpty());
        }
        if (tokens.isJoined(behind) && (tokens.isWord(behind) && !tokens.isHan(behind) || isInner(tokens, behind)))
            return null;
        if (MEASURES.contains(tokens.word(behind))) return null;
        String roman = roman(tokens, behind);
        if (!roman.isEmpty())
            return new Number(behind + 3, first + " (" + roman + ")", "", Bodies.GENERAL_ASSEMBLY, false);
        return new Number(behind, sector.equals(Bodies.RADIO) ? "ITU-R " + first : first, "", sector, true);
    }

    private static boolean isInner(Tokens tokens, int at) {
        return ".:/".contains(tokens.word(at))
                && tokens.isJoined(at + 1)
                && (tokens.isNumber(at + 1) || tokens.is(at, "/"));
    }

    private static String sector(Tokens tokens, int at) {
        if (!tokens.is(at, "itu") && !tokens.is(at, "uit") || !tokens.is(at + 1, "-")) return "";
        return switch (tokens.word(at + 2)) {
            case "r" -> Bodies.RADIO;
            case "t" -> Bodies.STANDARDIZATION;
            case "d" -> Bodies.DEVELOPMENT;
            default -> "";
        };
    }

    private static Number inParts(Tokens tokens, String first, int second) {
        String number = first + "/" + tokens.word(second);
        int behind = second + 1;
        if (isPart(tokens, behind)) number += " " + tokens.quote(behind, ++behind);
        boolean year = first.length() == 4;
        return new Number(behind, number, "", year ? Bodies.ECOSOC : Bodies.GENERAL_ASSEMBLY, false);
    }

    /// "57/270 B", but not "60/252 A new ...".
    static boolean isPart(Tokens tokens, int at) {
        String word = tokens.word(at);
        if (word.length() != 1 || word.charAt(0) < 'a' || word.charAt(0) > 'f' || !tokens.isCapitalized(at))
            return false;
        if (tokens.isJoined(at + 1) && (tokens.is(at + 1, "'") || tokens.is(at + 1, "-"))) return false;
        return !word.equals("a") || tokens.isJoined(at) || !tokens.isWord(at + 1) || tokens.is(at + 1, "and");
    }

    private static @Nullable Number ofUnesco(Tokens tokens, String session, int at) {
        int number = at;
        if (tokens.is(number, "resolution") || tokens.is(number, "res")) number++;
        if (tokens.is(number, ".")) number++;
        if (!tokens.isNumber(number)) return null;
        return new Number(number + 1, session + " C/" + tokens.word(number), "", Bodies.UNESCO, false);
    }

    private static String roman(Tokens tokens, int at) {
        String word = tokens.word(at + 1);
        if (!tokens.is(at, "(") || !tokens.is(at + 2, ")") || word.isEmpty() || word.length() > MOST_ROMAN) return "";
        for (int i = 0; i < word.length(); i++) if ("ivxlc".indexOf(word.charAt(i)) < 0) return "";
        return word.toUpperCase(java.util.Locale.ROOT);
    }
}
