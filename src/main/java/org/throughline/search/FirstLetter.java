package org.throughline.search;

import java.text.Normalizer;

/// The letter a word begins with, as far as analysis may change it: without case, accents and diaeresis. A word can
/// only become a term that begins with the same letter, so most words of a text need not be analysed to see that they
/// are not what is looked for.
final class FirstLetter {

    /// What nothing can be concluded from: Arabic loses its article, ligatures become two letters, digits come in many
    /// scripts.
    static final char UNKNOWN = 0;

    private static final char LATIN_TO_CYRILLIC = '\u0530';
    private static final char[] LETTERS = letters();

    private FirstLetter() {}

    static char of(CharSequence word) {
        return word.isEmpty() ? UNKNOWN : of(word.charAt(0));
    }

    static char of(char first) {
        return first < LETTERS.length ? LETTERS[first] : UNKNOWN;
    }

    private static char[] letters() {
        var letters = new char[LATIN_TO_CYRILLIC];
        for (char c = 0; c < letters.length; c++) {
            String bare =
                    Normalizer.normalize(String.valueOf(c).toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFKD);
            char letter = bare.charAt(0);
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= 'а' && letter <= 'я';
            letters[c] = plain ? letter : UNKNOWN;
        }
        return letters;
    }
}
