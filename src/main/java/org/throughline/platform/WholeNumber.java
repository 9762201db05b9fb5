package org.throughline.platform;

import java.util.OptionalLong;

/// A whole number as people write it, in the decimal digits of any script: 42, ٤٢, ۴۲, ４２, ४२.
public final class WholeNumber {

    private static final int MOST_DIGITS = 15;

    private WholeNumber() {}

    /// Empty for whatever is no whole number, or has more digits than can be counted on; separators are refused,
    /// because what they separate depends on the country.
    public static OptionalLong read(String typed) {
        // Marks of direction come along when a number is copied out of a text from right to left.
        String text = typed.replaceAll("\\p{Cf}", "").strip();
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (i == 0 && isMinus(sign)) digits.append('-');
            else if (Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER)
                digits.append(Character.digit(sign, 10));
            else return OptionalLong.empty();
        }
        return digits.toString().matches("-?\\d{1," + MOST_DIGITS + "}")
                ? OptionalLong.of(Long.parseLong(digits.toString()))
                : OptionalLong.empty();
    }

    private static boolean isMinus(int sign) {
        return sign == '-' || sign == '\u2212' || sign == '\uFF0D';
    }
}
