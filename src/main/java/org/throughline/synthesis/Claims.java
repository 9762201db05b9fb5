package org.throughline.synthesis;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.Languages;

/// Finds in a sentence everything that says how many inputs it speaks for: quantity words, shares, numbers of inputs,
/// and that nobody says something.
public final class Claims {

    private static final Map<String, Claims> OF = new ConcurrentHashMap<>();

    private static final Pattern QUOTED =
            Pattern.compile("«[^»]*»|“[^”“]*”|„[^“”]*[“”]|\"[^\"]*\"|‹[^›]*›|「[^」]*」|『[^』]*』|《[^》]*》");

    private final String language;
    private final Pattern absence;
    private final Pattern notStated;
    private final StatedShares shares;
    private final StatedCounts counts;

    private Claims(String language) {
        this.language = language;
        ClaimWords words = ClaimWords.of(language);
        NumberWords numbers = new NumberWords(words);
        shares = new StatedShares(words, numbers);
        counts = new StatedCounts(words, numbers);
        notStated = words.whole(words.any("not-stated"));
        absence = words.whole(
                "(?<claim>" + words.any("no") + words.gap() + words.inputs() + "|" + words.any("nobody") + ")");
    }

    /// The claims of a sentence in one of the six languages, in the order in which they stand.
    public static List<Claim> in(String sentence, String language) {
        if (!ClaimWords.has(language)) return List.of();
        return OF.computeIfAbsent(language, Claims::new).in(sentence);
    }

    // Each part of a sentence claims one thing: "some 90 inputs" is a number, not the word "some".
    private List<Claim> in(String sentence) {
        Folded folded = Folded.of(sentence, language);
        List<Claim> kept = new ArrayList<>();
        List<int[]> taken = new ArrayList<>();
        for (Matcher match = notStated.matcher(folded.text()); match.find(); )
            taken.add(new int[] {folded.start(match.start(1)), folded.end(match.end(1))});
        List<Claim> candidates = new ArrayList<>(MixedLetters.in(sentence));
        for (Claim claim : candidates(folded.text())) candidates.add(folded.asWritten(claim));
        for (String other : Languages.ALL) if (!other.equals(language)) candidates.addAll(foreign(sentence, other));
        for (Claim claim : candidates) {
            if (taken.stream().anyMatch(span -> span[0] < claim.end() && claim.start() < span[1])) continue;
            taken.add(new int[] {claim.start(), claim.end()});
            kept.add(claim);
        }
        kept.sort(Comparator.comparingInt(Claim::start));
        return kept;
    }

    private List<Claim> candidates(String sentence) {
        List<Claim> candidates = new ArrayList<>();
        for (Matcher match = absence.matcher(sentence); match.find(); )
            candidates.add(new Claim.Absence(match.group("claim"), match.start("claim"), match.end("claim")));
        candidates.addAll(shares.in(sentence));
        candidates.addAll(counts.in(sentence));
        candidates.addAll(QuantityWords.in(sentence, language));
        candidates.addAll(shares.minorities(sentence));
        List<Claim> all = List.copyOf(candidates);
        candidates.removeIf(claim -> claim instanceof Claim.Count count && counts.isWhole(count, all, sentence));
        return candidates;
    }

    // A summary may hold a sentence in another language. There only quantity words of inputs are looked for, and not in
    // what is quoted: the same letters may be another word in the summary's own language.
    private static List<Claim> foreign(String sentence, String language) {
        if (sentence.codePoints().noneMatch(c -> UScript.getScript(c) == script(language))) return List.of();
        Folded folded = Folded.of(sentence, language);
        List<int[]> quoted = new ArrayList<>();
        for (Matcher match = QUOTED.matcher(sentence); match.find(); )
            quoted.add(new int[] {match.start(), match.end()});
        return QuantityWords.beforeInputs(folded.text(), language).stream()
                .map(folded::asWritten)
                .filter(claim -> quoted.stream().noneMatch(span -> span[0] < claim.start() && claim.end() < span[1]))
                .toList();
    }

    private static int script(String language) {
        return switch (language) {
            case "ar" -> UScript.ARABIC;
            case "ru" -> UScript.CYRILLIC;
            case "zh" -> UScript.HAN;
            default -> UScript.LATIN;
        };
    }

    /// The form in which the declaration that a claim does not count inputs is kept.
    public static String declared(Claim claim) {
        return claim.word().toLowerCase(Locale.ROOT);
    }
}
