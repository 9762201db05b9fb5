package org.throughline.synthesis;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds words that mix letters of alphabets which look alike: such a word reads as one and is another. Letters with
/// something between them are words of their own ("β-testing"), and Greek letters that name units and substances may
/// stand with Latin ones ("μg", "TNFα").
final class MixedLetters {

    private static final Set<Integer> ALIKE =
            Set.of(UScript.GREEK, UScript.CYRILLIC, UScript.ARMENIAN, UScript.COPTIC, UScript.CHEROKEE);
    private static final String NAMES = "αβγδζθκλμξπσςφψωΓΔΘΛΞΠΣΦΨΩΩ";

    private MixedLetters() {}

    /// What is found, at its place in the sentence as it was written.
    static List<Claim> in(String sentence) {
        List<Claim> found = new ArrayList<>();
        int start = 0;
        boolean latin = false;
        boolean other = false;
        for (int at = 0; at <= sentence.length(); ) {
            int character = at < sentence.length() ? sentence.codePointAt(at) : ' ';
            if (Character.isLetter(character)) {
                int script = UScript.getScript(character);
                latin |= script == UScript.LATIN;
                other |= ALIKE.contains(script) && NAMES.indexOf(character) < 0;
            } else if (!joins(character)) {
                if (latin && other)
                    found.add(new Claim.Mixed(Folded.visible(sentence.substring(start, at)), start, at));
                latin = false;
                other = false;
                start = at + Character.charCount(character);
            }
            at += Character.charCount(character);
        }
        return found;
    }

    private static boolean joins(int character) {
        return Folded.invisible(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
