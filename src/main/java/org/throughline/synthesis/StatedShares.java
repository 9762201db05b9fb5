package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the shares a sentence states: percentages, and fractions in words or figures.
final class StatedShares {

    /// A percentage without decimals is rounded by at most this.
    static final double PERCENT = 0.005;

    /// A fraction is a round figure: "a third" may be 31 or 35 of 100.
    static final double FRACTION = 0.025;

    private static final String SPACE = "[\\s\\u00A0\\u202F]*";
    private static final String FIGURE = "(?<![\\p{N}.,])\\p{Nd}{1,3}(?:[.,٫]\\p{Nd}+)?";

    private final Bounds bounds;
    private final NumberWords numbers;
    private final Map<String, Double> fractions = new HashMap<>();
    private final Pattern fraction;
    private final Pattern percent;
    private final Pattern minority;

    StatedShares(ClaimWords language, NumberWords numbers) {
        this.bounds = new Bounds(language);
        this.numbers = numbers;
        language.list("half").forEach(word -> fraction(word, 0.5));
        language.numbers("fractions").forEach((word, value) -> fraction(word, quotient(value)));
        String words = ClaimWords.any(fractions.keySet()).replaceFirst("\\(", "(?<words>");
        String figures = "(?<![\\p{N}/])(?<figures>[1-9]/[1-9])(?![\\p{N}/])";
        String ofAll = "(?:" + SPACE + language.any("of-all") + ")?";
        fraction = bounds.around("(?:" + words + "|" + figures + ")" + ofAll);
        String number = FIGURE + "|" + numbers.pattern();
        percent = bounds.around("(?:(?<number>" + number + ")" + SPACE + language.any("percent") + "|"
                + language.any("percent-before") + SPACE + "(?<after>" + number + "))" + ofAll);
        minority = language.whole(language.any("minority").replaceFirst("\\(", "(?<claim>"));
    }

    private void fraction(String word, double value) {
        String plain = ClaimWords.plain(word);
        fractions.put(plain, value);
        fractions.put(plain.replace(' ', '-'), value);
    }

    private static double quotient(String value) {
        String[] parts = value.split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    List<Claim> in(String sentence) {
        List<Claim> found = new ArrayList<>();
        for (Matcher match = percent.matcher(sentence); match.find(); ) {
            String written = match.group("number") == null ? match.group("after") : match.group("number");
            Double stated = percentage(written);
            if (stated == null) continue;
            boolean exact = written.matches(".*\\p{Nd}[.,٫]\\p{Nd}+");
            found.add(share(match, stated, exact ? PERCENT / 10 : PERCENT));
        }
        for (Matcher match = fraction.matcher(sentence); match.find(); ) {
            double stated =
                    match.group("figures") == null ? value(match.group("words")) : quotient(match.group("figures"));
            if (stated < 1) found.add(share(match, stated, FRACTION));
        }
        return found;
    }

    /// Words that say no more than "less than half".
    List<Claim> minorities(String sentence) {
        List<Claim> found = new ArrayList<>();
        for (Matcher match = minority.matcher(sentence); match.find(); )
            found.add(new Claim.Share(
                    match.group("claim"), 0.5, Claim.Bound.LESS, 0, match.start("claim"), match.end("claim")));
        return found;
    }

    private double value(String words) {
        return fractions.getOrDefault(ClaimWords.plain(words), 1.0);
    }

    private Claim share(Matcher match, double stated, double rounding) {
        return new Claim.Share(
                match.group("claim"), stated, bounds.of(match), rounding, match.start("claim"), match.end("claim"));
    }

    private @Nullable Double percentage(String written) {
        if (!Character.isDigit(written.charAt(0))) {
            long number = numbers.value(written);
            return number < 0 ? null : number / 100.0;
        }
        StringBuilder figures = new StringBuilder();
        written.chars()
                .forEach(c -> figures.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : '.'));
        return Double.parseDouble(figures.toString()) / 100;
    }
}
