package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the quantity words of a sentence in the six languages, with their inflected forms. Longer phrases win over
/// the words inside them: "nearly all" is not "all", and "not all" says nothing that could be held to a share.
public final class QuantityWords {

    private record Rule(Pattern pattern, Map<String, Quantity> classes, Map<Quantity, String> first) {}

    private static final Map<String, Rule> RULES = new ConcurrentHashMap<>();

    private QuantityWords() {}

    private static Rule rule(String language) {
        return RULES.computeIfAbsent(language, l -> rule(ClaimWords.of(l)));
    }

    private static Rule rule(ClaimWords language) {
        Map<String, Quantity> classes = new HashMap<>();
        Map<Quantity, String> first = new EnumMap<>(Quantity.class);
        List<String> all = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            List<String> words = language.list(quantity.word());
            all.addAll(words);
            words.forEach(word -> classes.put(ClaimWords.plain(word), quantity));
            first.put(quantity, words.getFirst());
        }
        // "For all" speaks of everybody in the world, "for all inputs" of the inputs.
        String idioms = language.any("idioms") + "(?!" + language.gap() + language.inputs() + ")";
        String words = String.join("|", language.any("look-alike"), idioms, ClaimWords.any(all));
        return new Rule(language.whole("(?<word>" + words + ")"), classes, first);
    }

    /// The quantity words of a sentence in one of the six languages, in the order in which they stand.
    public static List<Claim.Word> in(String sentence, String language) {
        if (!ClaimWords.has(language)) return List.of();
        Rule rule = rule(language);
        List<Claim.Word> found = new ArrayList<>();
        Matcher matcher = rule.pattern().matcher(sentence);
        while (matcher.find()) {
            String word = matcher.group("word");
            Quantity quantity = rule.classes().get(ClaimWords.plain(word));
            if (quantity != null) found.add(new Claim.Word(word, quantity, matcher.start("word"), matcher.end("word")));
        }
        return found;
    }

    /// The plainest word of each class in a language, the strongest class first.
    public static Map<Quantity, String> plainest(String language) {
        return ClaimWords.has(language) ? rule(language).first() : Map.of();
    }

    /// The words of a class in a language, for the page that explains the bands.
    public static Map<Quantity, List<String>> of(String language) {
        Map<Quantity, List<String>> words = new EnumMap<>(Quantity.class);
        if (!ClaimWords.has(language)) return words;
        rule(language)
                .classes()
                .forEach((word, quantity) ->
                        words.computeIfAbsent(quantity, q -> new ArrayList<>()).add(word));
        words.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        return words;
    }
}
