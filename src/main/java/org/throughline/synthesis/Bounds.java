package org.throughline.synthesis;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.synthesis.Claim.Bound;

/// The words before or after a stated number that say on which side of it the true one lies: "more than", "about",
/// "or more".
final class Bounds {

    private static final String SPACE = "[\\s\\u00A0\\u202F]*";

    private final ClaimWords language;
    private final Map<String, Bound> words = new HashMap<>();

    Bounds(ClaimWords language) {
        this.language = language;
        put("above", Bound.MORE);
        put("below", Bound.LESS);
        put("least", Bound.AT_LEAST);
        put("most-of", Bound.AT_MOST);
        put("about", Bound.ABOUT);
    }

    private void put(String key, Bound bound) {
        language.list(key).forEach(word -> words.put(ClaimWords.plain(word), bound));
    }

    /// The expression with such words before it, as the group `claim`.
    Pattern around(String expression) {
        String before = ClaimWords.any(words.keySet()).replaceFirst("\\(", "(?<bound>");
        String after = after("above-after", "beyond") + "|" + after("below-after", "within") + "|"
                + after("about-after", "roughly");
        // Only an elided word stands together with what follows it: "plus d’un tiers".
        String joint = language.spaced() ? "(?:" + SPACE.replace('*', '+') + "|(?<=[’']))" : SPACE;
        return language.whole(
                "(?<claim>(?:" + before + joint + ")?(?:" + expression + ")(?:" + SPACE + "(?:" + after + "))?)");
    }

    private String after(String key, String name) {
        return language.any(key).replaceFirst("\\(", "(?<" + name + ">");
    }

    Bound of(Matcher match) {
        if (match.group("beyond") != null) return Bound.AT_LEAST;
        if (match.group("within") != null) return Bound.AT_MOST;
        if (match.group("roughly") != null) return Bound.ABOUT;
        String word = match.group("bound");
        return word == null ? Bound.EXACT : words.getOrDefault(ClaimWords.plain(word), Bound.EXACT);
    }
}
