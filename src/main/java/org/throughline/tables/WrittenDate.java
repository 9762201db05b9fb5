package org.throughline.tables;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people and programs write them, taken for a day, a month or a year (`2020-01-17`, `2020-01`, `2020`): in
/// figures, in words of many languages, with the number a workbook keeps in place of a day. What can mean two days is
/// refused, and a mapping's pattern settles it.
public final class WrittenDate {

    private static final List<String> LANGUAGES =
            List.of("en", "ar", "zh", "fr", "ru", "es", "pt", "de", "it", "nl", "pl", "tr", "uk", "id", "ro");
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> MEANING_NOTHING = new HashSet<>(Set.of(
            "of", "the", "de", "del", "di", "le", "el", "st", "nd", "rd", "th", "er", "г", "года", "год", "р", "року",
            "م", "ad", "ce", "den"));

    static {
        for (String language : LANGUAGES) {
            var symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE})
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] months = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) MONTHS.putIfAbsent(plain(months[i]), i + 1);
                    for (String day : symbols.getWeekdays(context, width)) MEANING_NOTHING.add(plain(day));
                }
        }
        // As in Iraq, Syria, Jordan, Lebanon and Palestine, and in the Maghreb.
        String[][] arabic = {
            {"كانون الثاني", "جانفي"},
            {"شباط", "فيفري"},
            {"اذار"},
            {"نيسان", "افريل"},
            {"ايار", "ماي"},
            {"حزيران", "جوان"},
            {"تموز", "جويليه"},
            {"اب", "اوت"},
            {"ايلول"},
            {"تشرين الاول"},
            {"تشرين الثاني"},
            {"كانون الاول"}
        };
        for (int i = 0; i < 12; i++) for (String name : arabic[i]) MONTHS.putIfAbsent(plain(name), i + 1);
        MONTHS.put("sept", 9);
        MONTHS.remove("");
        MEANING_NOTHING.remove("");
    }

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[./年\\s-]+(\\d{1,2})(?:[./月\\s-]+(\\d{1,2})日?|月)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:(\\d{1,2})([./-]))?(\\d{1,2})([./-])(\\d{4})(?:[ ,].*)?");
    private static final Pattern OF_A_WORKBOOK = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern WORD_OR_NUMBER = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+");
    private static final Pattern WITH_A_SHORT_YEAR = Pattern.compile("(\\d{1,2})[- ](\\p{L}+)[- ](\\d{2})");
    private static final LocalDate BEFORE_WORKBOOKS = LocalDate.of(1899, 12, 30);
    private static final int LONGEST = 60;

    private WrittenDate() {}

    /// @param pattern as java.time has it; absent for the usual ways
    /// @return the date as exactly as it is said
    /// @throws RowRefused for what is no date, and for what can mean two
    public static String of(String raw, @Nullable String pattern) {
        String text = latinDigits(raw).strip();
        if (pattern != null) return byPattern(text, pattern);
        if (text.length() > LONGEST) throw notADate(raw);
        try {
            String date = inFigures(text);
            if (date == null) date = inWords(text);
            if (date != null) return date;
        } catch (DateTimeException e) {
            throw notADate(raw);
        }
        throw notADate(raw);
    }

    private static RowRefused notADate(String raw) {
        return new RowRefused("imports.row.no-date", raw.length() > LONGEST ? raw.substring(0, LONGEST) + "…" : raw);
    }

    private static String byPattern(String text, String pattern) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).parse(text);
            int year = read.get(ChronoField.YEAR);
            if (!read.isSupported(ChronoField.MONTH_OF_YEAR)) return date(year, 0, 0);
            int day = read.isSupported(ChronoField.DAY_OF_MONTH) ? read.get(ChronoField.DAY_OF_MONTH) : 0;
            return date(year, read.get(ChronoField.MONTH_OF_YEAR), day);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new RowRefused("imports.row.not-a-date-of", text, pattern);
        }
    }

    private static @Nullable String inFigures(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) return date(number(iso, 1), number(iso, 2), number(iso, 3));
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) return date(number(first, 1), number(first, 2), number(first, 3));
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) return yearLast(text, last);
        if (OF_A_WORKBOOK.matcher(text).matches())
            return BEFORE_WORKBOOKS
                    .plusDays(Long.parseLong(text.substring(0, 5)))
                    .toString();
        return null;
    }

    // With dots the day comes first everywhere; with strokes it depends on who writes.
    private static String yearLast(String text, Matcher at) {
        int year = number(at, 5);
        if (at.group(1) == null) return date(year, number(at, 3), 0);
        int one = number(at, 1);
        int other = number(at, 3);
        if (!at.group(2).equals(at.group(4))) throw notADate(text);
        if (at.group(2).equals(".") || one > 12 || one == other) return date(year, other, one);
        if (other > 12) return date(year, one, other);
        throw new RowRefused("imports.row.two-dates", text, date(year, other, one), date(year, one, other));
    }

    private static @Nullable String inWords(String text) {
        Matcher shortYear = WITH_A_SHORT_YEAR.matcher(text);
        if (shortYear.matches() && MONTHS.containsKey(plain(shortYear.group(2))))
            return date(2000 + number(shortYear, 3), MONTHS.get(plain(shortYear.group(2))), number(shortYear, 1));
        List<String> words = words(text);
        int year = 0;
        int month = 0;
        int day = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Integer named = MONTHS.get(word);
            if (named == null && i + 1 < words.size() && MONTHS.containsKey(word + " " + words.get(i + 1)))
                named = MONTHS.get(word + " " + words.get(++i));
            if (named != null && month == 0) month = named;
            else if (word.length() == 4 && Character.isDigit(word.charAt(0)) && year == 0)
                year = Integer.parseInt(word);
            else if (word.length() <= 2 && Character.isDigit(word.charAt(0)) && day == 0) day = Integer.parseInt(word);
            else if (!MEANING_NOTHING.contains(word)) return null;
        }
        return year == 0 || month == 0 ? null : date(year, month, day);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD_OR_NUMBER.matcher(text);
        while (word.find()) words.add(plain(word.group()));
        return words;
    }

    private static String date(int year, int month, int day) {
        if (month == 0) return "%04d".formatted(year);
        return day == 0
                ? YearMonth.of(year, month).toString()
                : LocalDate.of(year, month, day).toString();
    }

    private static int number(Matcher at, int group) {
        return at.group(group) == null ? 0 : Integer.parseInt(at.group(group));
    }

    private static String latinDigits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // Without accents, hamzas, dots of abbreviations and capitals.
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+|[.\\u200F\\u0640]", "")
                .replace('ة', 'ه')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
