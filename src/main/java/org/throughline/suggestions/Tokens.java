package org.throughline.suggestions;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.suggestions.Token.Script;

/// Cuts a text of any of the six languages into words: runs of letters, marks and digits of one script, and single
/// characters of Chinese. Case, accents, widths and Arabic vowel signs are forgiven; traditional characters are read
/// as simplified ones. Nothing is looked up here and nothing thrown away, so that places stay exact.
final class Tokens {

    /// Of a longer “word” only the beginning is compared; no language has such words, but a hostile text may.
    private static final int LONGEST = 40;

    private static final ConcurrentHashMap<Integer, String> SIMPLIFIED = new ConcurrentHashMap<>();

    private Tokens() {}

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (isHan(letter)) {
                tokens.add(new Token(simplified(letter), Script.HAN, at, next));
                at = next;
            } else if (Character.isLetterOrDigit(letter)) {
                int end = endOfWord(text, next, script(letter));
                tokens.add(new Token(folded(text.substring(at, end)), scriptOf(text, at, end), at, end));
                at = end;
            } else {
                at = next;
            }
        }
        return tokens;
    }

    private static int endOfWord(String text, int from, Script first) {
        Script script = first;
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (!belongs(letter) || isHan(letter)) break;
            Script own = script(letter);
            // “ICTв” is two words; a digit belongs to either.
            if (Character.isLetter(letter) && own != script && script != Script.OTHER) break;
            if (Character.isLetter(letter)) script = own;
            at += Character.charCount(letter);
        }
        return at;
    }

    private static boolean belongs(int letter) {
        return Character.isLetterOrDigit(letter)
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static Script scriptOf(String text, int start, int end) {
        for (int at = start; at < end; at = text.offsetByCodePoints(at, 1)) {
            Script script = script(text.codePointAt(at));
            if (script != Script.OTHER) return script;
        }
        return Script.OTHER;
    }

    private static Script script(int letter) {
        if (letter < 0x80) return Character.isLetter(letter) ? Script.LATIN : Script.OTHER;
        return switch (UnicodeScript.of(letter)) {
            case LATIN -> Script.LATIN;
            case CYRILLIC -> Script.CYRILLIC;
            case ARABIC -> Script.ARABIC;
            case HAN -> Script.HAN;
            default -> Script.OTHER;
        };
    }

    private static boolean isHan(int letter) {
        return letter >= 0x2E80 && Character.isIdeographic(letter) && UnicodeScript.of(letter) == UnicodeScript.HAN;
    }

    /// The form in which spellings of one word are equal.
    static String folded(String word) {
        String text = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        if (plain) return text.toLowerCase(Locale.ROOT);
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean breve = c == '\u0306' && i > 0 && apart.charAt(i - 1) == 'и';
            // The breve makes и another letter, й; every other mark can be left out.
            if (breve) folded.setCharAt(folded.length() - 1, 'й');
            else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\u0640') folded.append(plain(c));
        }
        return folded.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            case 'ı' -> 'i';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            default -> c;
        };
    }

    // Only where one character answers to one: the others keep their form and their place.
    private static String simplified(int letter) {
        return SIMPLIFIED.computeIfAbsent(letter, key -> {
            String one = Character.toString(key);
            String simple = Simplifier.RULES.transliterate(one);
            return simple.codePointCount(0, simple.length()) == 1 ? simple : one;
        });
    }

    /// Read when the first Chinese character comes.
    private static final class Simplifier {

        static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");
    }
}
