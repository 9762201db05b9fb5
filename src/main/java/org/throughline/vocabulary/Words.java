package org.throughline.vocabulary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Brings names in any of the six languages to a form in which two spellings of the same words are equal:
/// no accents, no case, no punctuation, abbreviations written out.
final class Words {

    /// Longer texts are no names: a wrong column, or somebody trying.
    static final int LONGEST = 1000;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+|\\u0640");
    private static final Pattern POSSESSIVE = Pattern.compile("['’‘`´]s\\b");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> WRITTEN_OUT =
            Map.of("rep", "republic", "dem", "democratic", "fed", "federated", "st", "saint", "govt", "government");
    private static final Set<String> JOINING = Set.of(
            "the", "of", "and", "et", "de", "del", "des", "du", "la", "le", "les", "los", "las", "el", "y", "d", "l",
            "и");

    /// Words by which states call themselves states: they may be there or not without meaning another country.
    private static final Set<String> STATE_WORDS = Set.of(
            "republic",
            "republique",
            "republica",
            "республика",
            "kingdom",
            "royaume",
            "reino",
            "королевство",
            "state",
            "etat",
            "estado",
            "государство",
            "islamic",
            "islamique",
            "islamica",
            "исламская",
            "bolivarian",
            "bolivarienne",
            "bolivariana",
            "plurinational",
            "plurinacional",
            "federal",
            "federated",
            "sultanate",
            "sultanat",
            "principality",
            "principaute",
            "principado",
            "united",
            "former",
            "fmr");

    private Words() {}

    static String normal(String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = POSSESSIVE.matcher(text).replaceAll("s").replace("&", " and ");
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        text = text.replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace("ı", "i")
                .replace("ø", "o")
                .replace("ł", "l");
        return NOT_A_WORD.matcher(text).replaceAll(" ").strip();
    }

    static List<String> tokens(String normal) {
        return normal.isEmpty() ? List.of() : Arrays.asList(normal.split(" "));
    }

    /// The words in alphabetical order, without joining words.
    static String bag(String normal) {
        return sorted(normal, word -> !JOINING.contains(word));
    }

    /// As [#bag], without the words that only say “a state” either; empty when nothing else is left.
    static String core(String normal) {
        return sorted(normal, word -> !JOINING.contains(word) && !STATE_WORDS.contains(word));
    }

    private static String sorted(String normal, Predicate<String> kept) {
        return tokens(normal).stream()
                .map(word -> WRITTEN_OUT.getOrDefault(word, word))
                .filter(kept)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /// True when one letter more, less or other makes the two equal. A letter more or less at the very end does not
    /// count: that is how adjectives are made (“India”, “Indian”).
    static boolean almostEqual(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) return false;
        var shorter = one.length() <= other.length() ? one : other;
        var longer = shorter == one ? other : one;
        if (longer.startsWith(shorter)) return false;
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) start++;
        var restOfLonger = longer.substring(start + 1);
        var restOfShorter = shorter.substring(shorter.length() == longer.length() ? start + 1 : start);
        return restOfLonger.equals(restOfShorter) || swapped(shorter, longer, start);
    }

    private static boolean swapped(String one, String other, int at) {
        return one.length() == other.length()
                && at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
