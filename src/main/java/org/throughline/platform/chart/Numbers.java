package org.throughline.platform.chart;

import java.text.NumberFormat;
import java.util.Locale;

/// Numbers as readers of a language write them. Arabic gets the digits 0 to 9, as in the rest of the interface and
/// on the web pages of the United Nations in Arabic.
final class Numbers {

    private final NumberFormat number;
    private final NumberFormat percent;

    Numbers(String language) {
        Locale locale = Locale.forLanguageTag(language + "-u-nu-latn");
        number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(1);
        percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(0);
    }

    String number(double value) {
        return number.format(value);
    }

    /// Without marks between the thousands, for the little room in a square.
    String plain(long value) {
        return Long.toString(value);
    }

    String percent(double share) {
        return percent.format(share);
    }
}
