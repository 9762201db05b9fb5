package org.throughline.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells telephone numbers as people write them at home, without a country's code, from the other long numbers of a
/// text: years, sums, references. What is a number of a country is libphonenumber's knowledge.
final class NationalPhone {

    /// What may be one: groups of digits with one kind of sign between them, the first perhaps in brackets.
    static final Pattern LIKE = Pattern.compile(
            "(?:\\(\\p{Nd}{1,5}\\)[ \\u00A0-]?)?\\p{Nd}{1,14}(?:(?:[ \\u00A0-]\\p{Nd}{2,8}){1,5}|(?:\\.\\p{Nd}{2,8}){1,5})?");

    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;
    private static final int LOOK_BACK = 16;
    private static final Pattern DATES = Pattern.compile("(?:19|20)\\d{2}[ \\u00A0.-]?(?:19|20)\\d{2}"
            + "|(?:19|20)\\d{2}[ \\u00A0.-]?(?:0[1-9]|1[0-2])[ \\u00A0.-]?(?:0[1-9]|[12]\\d|3[01])"
            + "|(?:0?[1-9]|[12]\\d|3[01])[ \\u00A0.-](?:0?[1-9]|1[0-2])[ \\u00A0.-](?:19|20)\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("\\p{Nd}+\\.\\p{Nd}+");
    // Codes have numbers behind a zero too, but not often of this length.
    private static final Pattern TRUNK = Pattern.compile("0[1-9]\\d{7,9}");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:isbn|issn|doi|arxiv|orcid|abn|acn|a/res|s/res|res)[\\s:./#-]{0,3}(?:1[03])?[\\s:./#-]{0,3}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUM = Pattern.compile("^\\s?(?:%|\\p{Sc}|(?:per cent|percent|million|billion)\\b)");
    private static final Pattern CURRENCY = Pattern.compile("(\\p{Sc}|\\b[A-Z]{3})\\s?$");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private NationalPhone() {}

    /// @param country whose way of writing is meant, ISO two letters; null when nobody knows
    static boolean is(String text, Matcher found, @Nullable String country) {
        String digits = digits(found.group());
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) return false;
        if (!standsFree(text, found.start(), found.end())) return false;
        if (isSomethingElse(text, found, digits)) return false;
        return TRUNK.matcher(digits).matches() || isNumberOf(country, digits);
    }

    private static String digits(String words) {
        var digits = new StringBuilder();
        words.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    // Not a part of an address in the web, of a code or of a larger number.
    private static boolean standsFree(String text, int start, int end) {
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (Character.isLetterOrDigit(before) || "+.,/_#=-–@&?".indexOf(before) >= 0) return false;
        }
        if (end == text.length()) return true;
        char after = text.charAt(end);
        if (Character.isLetterOrDigit(after) || "/_@=(".indexOf(after) >= 0) return false;
        boolean goesOn = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return !(goesOn && "-–.,".indexOf(after) >= 0);
    }

    private static boolean isSomethingElse(String text, Matcher found, String digits) {
        String words = found.group();
        if (DATES.matcher(words).matches() || DECIMAL.matcher(words).matches()) return true;
        // Round numbers are quantities; where they are numbers of a telephone they are an office's.
        if (digits.endsWith("000") && !digits.startsWith("0") && !words.startsWith("(")) return true;
        if (SUM.matcher(text.substring(found.end(), Math.min(text.length(), found.end() + LOOK_BACK)))
                .find()) return true;
        String before = text.substring(Math.max(0, found.start() - LOOK_BACK), found.start());
        if (REFERENCE.matcher(before).find()) return true;
        Matcher currency = CURRENCY.matcher(before);
        return currency.find() && (currency.group(1).length() == 1 || CURRENCIES.contains(currency.group(1)));
    }

    private static boolean isNumberOf(@Nullable String country, String digits) {
        if (country == null) return false;
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(digits, country.toUpperCase(Locale.ROOT)));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
