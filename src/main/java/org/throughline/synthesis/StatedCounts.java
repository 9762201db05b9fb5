package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.synthesis.Claim.Bound;

/// Finds the numbers of inputs a sentence states: "90 inputs", "ninety of the respondents", "64 of 163
/// contributions", "64/163 inputs".
final class StatedCounts {

    private final Bounds bounds;
    private final NumberWords numbers;
    private final Pattern ratio;
    private final Pattern counted;
    private final Pattern apart;
    private final Pattern among;
    private final Pattern pair;
    private final Pattern whole;

    StatedCounts(ClaimWords language, NumberWords numbers) {
        this.bounds = new Bounds(language);
        this.numbers = numbers;
        String gap = language.gap();
        String number = "(?<number>" + numbers.pattern() + ")";
        String of = "(?<of>" + numbers.pattern() + ")";
        ratio = bounds.around("(?<number>" + NumberWords.FIGURES + ")\\s*/\\s*(?<of>\\p{Nd}+)(?![\\p{N}/])" + gap
                + language.inputs());
        // What "163 inputs, of which" introduces is the whole.
        counted = bounds.around(number + gap + "(?:" + language.any("of") + gap + of + gap + ")?(?>" + language.inputs()
                + ")(?!" + language.any("whole-after") + ")");
        apart = bounds.around(number + gap + language.inputs() + gap + language.any("out-of") + gap + of);
        // In Chinese the whole is named before the part.
        among = bounds.around(of + gap + language.inputs() + gap + language.any("of-after") + gap + number + "(?:" + gap
                + language.any("between") + ")?");
        pair = language.whole(language.any("pair").replaceFirst("\\(", "(?<claim>"));
        whole = Pattern.compile(language.any("of") + gap + "$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Whether a number that stands here is what a claim before it is a part of: "many of the 163 inputs".
    boolean isWhole(Claim.Count number, List<Claim> others, String sentence) {
        Matcher of = whole.matcher(sentence.substring(0, number.start()));
        if (number.of() > 0 || !of.find()) return false;
        int end = sentence.substring(0, of.start()).stripTrailing().length();
        return others.stream().anyMatch(other -> other.end() >= end && other.start() < end && other != number);
    }

    List<Claim> in(String sentence) {
        List<Claim> found = new ArrayList<>();
        for (Matcher match = pair.matcher(sentence); match.find(); )
            found.add(
                    new Claim.Count(match.group("claim"), 2, 0, Bound.EXACT, match.start("claim"), match.end("claim")));
        for (Matcher match = ratio.matcher(sentence); match.find(); ) add(match, found);
        for (Matcher match = apart.matcher(sentence); match.find(); ) add(match, found);
        for (Matcher match = among.matcher(sentence); match.find(); ) add(match, found);
        for (Matcher match = counted.matcher(sentence); match.find(); ) add(match, found);
        return found;
    }

    private void add(Matcher match, List<Claim> found) {
        String written = match.group("number");
        long stated = numbers.value(written);
        long of = match.group("of") == null ? 0 : numbers.value(match.group("of"));
        Bound bound = bounds.of(match);
        // A sentence rests on one input anyway; and before a noun 2025 is a year.
        if (stated < (of == 0 ? 2 : 1) || of < 0 || written.matches("(19|20)\\d\\d")) return;
        found.add(new Claim.Count(match.group("claim"), stated, of, bound, match.start("claim"), match.end("claim")));
    }
}
