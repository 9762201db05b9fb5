package org.throughline.platform;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds in a text what looks like data about a person that its author may not have meant for the public. It shows
/// places to look at; a person decides. It misses what looks like nothing in particular, names above all.
public final class PersonalData {

    /// What a place looks like.
    public enum Kind {
        EMAIL,
        PHONE,
        ACCOUNT,
        IDENTITY,
        ADDRESS
    }

    /// @param start and `end` in UTF-16 code units, as passages are addressed
    public record Spot(Kind kind, int start, int end, String words) {}

    /// @param anchors words in small letters of which every match has one; empty to read the whole text
    /// @param before how far before an anchor a match may begin, and `after` how far behind its beginning it may
    /// end
    private record Rule(
            Kind kind, Pattern pattern, Predicate<String> holds, int before, int after, List<String> anchors) {}

    private static final int U = Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Kind.EMAIL,
                    Pattern.compile(
                            "[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}", U),
                    words -> true,
                    80,
                    420,
                    List.of("@")),
            new Rule(
                    Kind.ACCOUNT,
                    Pattern.compile("(?=[A-Z]{2}\\d)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b"),
                    PersonalData::isIban,
                    0,
                    0,
                    List.of()),
            new Rule(
                    Kind.PHONE,
                    Pattern.compile("(?<![\\p{N}.,/+-])(?:\\+|00)\\p{Nd}(?:[ .()/-]{0,2}\\p{Nd}){6,14}(?!\\p{N})"),
                    words -> true,
                    2,
                    70,
                    List.of("+", "00")),
            new Rule(
                    Kind.PHONE,
                    Pattern.compile(
                            "(?<!\\p{L})(?:tel|phone|telephone|mobile|fax|whatsapp|tél|téléphone|portable|teléfono|móvil|тел|телефон|هاتف|الهاتف|جوال|电话|手机)[\\s.:：()№]{0,4}\\+?\\p{Nd}(?:[ .()/-]{0,2}\\p{Nd}){5,14}",
                            U),
                    words -> true,
                    2,
                    90,
                    List.of(
                            "tel",
                            "tél",
                            "phone",
                            "mobile",
                            "fax",
                            "whatsapp",
                            "portable",
                            "móvil",
                            "тел",
                            "هاتف",
                            "جوال",
                            "电话",
                            "手机")),
            new Rule(
                    Kind.IDENTITY,
                    Pattern.compile(
                            "(?<!\\p{L})(?:passport|passeport|pasaporte|паспорт\\p{L}{0,3}|جواز(?: السفر)?|护照|identity card|carte d.identité|DNI|NIF|SSN|身份证)[\\s.:：#№]{0,4}(?:n[o°º.]{0,2}|number|no\\.|номер|رقم|号码?)?[\\s.:：#№]{0,4}(?=[A-Z0-9]*\\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{4,14}",
                            U),
                    words -> true,
                    2,
                    90,
                    List.of(
                            "passport",
                            "passeport",
                            "pasaporte",
                            "паспорт",
                            "جواز",
                            "护照",
                            "identity card",
                            "carte d",
                            "dni",
                            "nif",
                            "ssn",
                            "身份证")),
            new Rule(
                    Kind.ADDRESS,
                    Pattern.compile(
                            "(?<!\\p{N})\\p{Nd}{1,5}[a-z]?,? (?:bis |ter )?(?:\\p{Lu}[\\p{L}.'’-]+ ){1,3}(?:Street|St\\.|Road|Rd\\.|Avenue|Ave\\.|Lane|Drive|Boulevard|Blvd\\.?|Close|Crescent|Square)(?!\\p{L})"),
                    words -> true,
                    120,
                    20,
                    List.of(
                            "street",
                            "st.",
                            "road",
                            "rd.",
                            "avenue",
                            "ave.",
                            "lane",
                            "drive",
                            "boulevard",
                            "blvd",
                            "close",
                            "crescent",
                            "square")),
            new Rule(
                    Kind.ADDRESS,
                    Pattern.compile(
                            "(?<!\\p{N})\\p{Nd}{1,5}(?: bis| ter)?,? (?:rue|avenue|boulevard|chemin|allée|impasse|route|place|quai) (?:de |du |des |de la |d.|l.)?\\p{L}[\\p{L}'’-]+",
                            U),
                    words -> true,
                    20,
                    200,
                    List.of("rue", "avenue", "boulevard", "chemin", "allée", "impasse", "route", "place", "quai")),
            new Rule(
                    Kind.ADDRESS,
                    Pattern.compile(
                            "(?<!\\p{L})(?:calle|avenida|plaza|paseo|carrera|ул\\.|улица|проспект|пр\\.|переулок|شارع|طريق) [\\p{L}' .-]{2,40}?,? ?(?:n[.º°]{0,2} ?|№ ?|д\\. ?|дом |رقم )?\\p{Nd}{1,5}(?!\\p{N})",
                            U),
                    words -> true,
                    2,
                    100,
                    List.of(
                            "calle",
                            "avenida",
                            "plaza",
                            "paseo",
                            "carrera",
                            "ул.",
                            "улица",
                            "проспект",
                            "пр.",
                            "переулок",
                            "شارع",
                            "طريق")),
            new Rule(
                    Kind.ADDRESS,
                    Pattern.compile("\\p{IsHan}{2,12}(?:路|街|大道|巷)\\p{Nd}{1,5}号"),
                    words -> true,
                    20,
                    2,
                    List.of("号")));

    private static final int LONGEST = 200_000;
    private static final int MOST = 200;

    private PersonalData() {}

    /// The first places in reading order; where two overlap, the longer one.
    ///
    /// @param country the author's, as whose telephone numbers are read; null when unknown
    public static List<Spot> in(String text, @Nullable String country) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String small = small(read);
        List<Spot> all = new ArrayList<>();
        for (Rule rule : RULES) find(rule, read, small, all);
        Matcher number = NationalPhone.LIKE.matcher(read);
        while (number.find())
            if (NationalPhone.is(read, number, country))
                all.add(new Spot(Kind.PHONE, number.start(), number.end(), number.group()));
        all.sort(Comparator.comparingInt((Spot spot) -> spot.start() - spot.end())
                .thenComparingInt(Spot::start));
        var kept = new TreeMap<Integer, Spot>();
        for (Spot spot : all) if (isFree(spot, kept)) kept.put(spot.start(), spot);
        return kept.values().stream().limit(MOST).toList();
    }

    // Those that are kept do not overlap, so the neighbours speak for the rest.
    private static boolean isFree(Spot spot, TreeMap<Integer, Spot> kept) {
        var before = kept.floorEntry(spot.start());
        var after = kept.ceilingEntry(spot.start());
        return (before == null || before.getValue().end() <= spot.start())
                && (after == null || after.getKey() >= spot.end());
    }

    // Letter by letter, so that places stay places.
    private static String small(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) letters[i] = Character.toLowerCase(letters[i]);
        return new String(letters);
    }

    // The patterns are dear and hardly ever match, so they read only around the words without which they cannot.
    private static void find(Rule rule, String text, String small, List<Spot> found) {
        Matcher matcher =
                rule.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        if (rule.anchors().isEmpty()) {
            add(rule, matcher, found);
            return;
        }
        int[] places = rule.anchors().stream()
                .flatMapToInt(anchor -> places(small, anchor))
                .sorted()
                .toArray();
        int read = 0;
        for (int i = 0; i < places.length; ) {
            int from = Math.max(read, places[i] - rule.before());
            int until = places[i] + rule.after();
            while (i < places.length && places[i] - rule.before() <= until) until = places[i++] + rule.after();
            read = Math.min(text.length(), until);
            add(rule, matcher.region(from, read), found);
        }
    }

    private static IntStream places(String text, String anchor) {
        return IntStream.iterate(text.indexOf(anchor), at -> at >= 0, at -> text.indexOf(anchor, at + 1));
    }

    private static void add(Rule rule, Matcher matcher, List<Spot> found) {
        while (matcher.find())
            if (rule.holds().test(matcher.group()))
                found.add(new Spot(rule.kind(), matcher.start(), matcher.end(), matcher.group()));
    }

    // ISO 13616: the first four characters go to the end, letters count from 10, and the whole leaves 1 of 97.
    private static boolean isIban(String words) {
        String iban = words.replace(" ", "").toUpperCase(Locale.ROOT);
        if (iban.length() < 15 || iban.length() > 34) return false;
        var digits = new StringBuilder();
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray())
            digits.append(Character.getNumericValue(c));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
