package org.throughline.synthesis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.synthesis.Claim.Bound;

/// The words before a stated number that say on which side of it the true one lies: "more than", "at least", "about".
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
        language.list(key).forEach(word -> words.put(word, bound));
    }

    /// The expression with such words before it, as the group `claim`.
    Pattern around(String expression) {
        String before = ClaimWords.any(words.keySet()).replaceFirst("\\(", "(?<bound>");
        String after = language.any("above-after").replaceFirst("\\(", "(?<beyond>");
        return language.whole("(?<claim>(?:" + before + SPACE + ")?(?:" + expression + ")(?:" + SPACE + after + ")?)");
    }

    Bound of(Matcher match) {
        if (match.group("beyond") != null) return Bound.AT_LEAST;
        String word = match.group("bound");
        if (word == null) return Bound.EXACT;
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        return words.getOrDefault(plain, Bound.EXACT);
    }
}
