package org.throughline.platform.document;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/// Joins Arabic letters for fonts that are drawn character by character. Vowel marks stay the plain marks, drawn
/// over their letter: the forms that ICU chooses for them bring a stroke of their own and would stretch the word.
final class JoinedLetters extends ICUBidiReorderer {

    private static final String MARKS =
            "\u064B\u064B\u064C\uFE73\u064D\uFE75\u064E\u064E\u064F\u064F\u0650\u0650\u0651\u0651\u0652\u0652";

    static String join(String text) {
        try {
            String shaped =
                    new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(text);
            var joined = new StringBuilder(shaped);
            for (int i = 0; i < joined.length(); i++) {
                char c = joined.charAt(i);
                if (c >= 0xFE70 && c <= 0xFE7F) joined.setCharAt(i, MARKS.charAt(c - 0xFE70));
            }
            return joined.toString();
        } catch (ArabicShapingException e) {
            return text;
        }
    }

    @Override
    public String shapeText(String text) {
        return join(text);
    }
}
