package org.throughline.synthesis;

import java.util.ArrayList;
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

    private record Rule(
            Pattern pattern, Pattern inputs, Map<String, Quantity> classes, Map<Quantity, List<String>> words) {}

    private static final Map<String, Rule> RULES = new ConcurrentHashMap<>();

    private QuantityWords() {}

    private static Rule rule(String language) {
        return RULES.computeIfAbsent(language, l -> rule(ClaimWords.of(l)));
    }

    private static Rule rule(ClaimWords language) {
        Map<String, Quantity> classes = new HashMap<>();
        Map<Quantity, List<String>> listed = new EnumMap<>(Quantity.class);
        List<String> all = new ArrayList<>();
        List<String> counting = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            List<String> words = new ArrayList<>(language.list(quantity.word()));
            all.addAll(words);
            List<String> before = language.list("counted-" + quantity.word());
            counting.addAll(before);
            words.addAll(before);
            words.forEach(word -> classes.put(ClaimWords.plain(word), quantity));
            listed.put(quantity, words);
        }
        // "Each input" says how many, "each year" does not.
        String counted = ClaimWords.any(counting) + language.beforeInputs();
        // "For all" speaks of everybody in the world, "for all inputs" of the inputs.
        String idioms = language.any("idioms") + "(?!" + language.gap() + language.inputs() + ")";
        String words = String.join("|", counted, language.any("look-alike"), idioms, ClaimWords.any(all));
        return new Rule(
                language.whole("(?<word>" + words + ")"),
                Pattern.compile(language.beforeInputs(), ClaimWords.FLAGS),
                classes,
                listed);
    }

    /// The quantity words of a folded sentence in one of the six languages, in the order in which they stand.
    static List<Claim.Word> in(String sentence, String language) {
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

    /// Those of them that stand before a word for inputs.
    static List<Claim.Word> beforeInputs(String sentence, String language) {
        Matcher inputs = rule(language).inputs().matcher(sentence);
        return in(sentence, language).stream()
                .filter(word -> inputs.region(word.end(), sentence.length()).lookingAt())
                .toList();
    }

    /// The plainest word of each class in a language, the strongest class first.
    public static Map<Quantity, String> plainest(String language) {
        Map<Quantity, String> plainest = new EnumMap<>(Quantity.class);
        if (ClaimWords.has(language))
            rule(language).words().forEach((quantity, words) -> plainest.put(quantity, words.getFirst()));
        return plainest;
    }

    /// The words of a class in a language, for the page that explains the bands.
    public static Map<Quantity, List<String>> of(String language) {
        Map<Quantity, List<String>> sorted = new EnumMap<>(Quantity.class);
        if (ClaimWords.has(language))
            rule(language)
                    .words()
                    .forEach((quantity, words) ->
                            sorted.put(quantity, words.stream().sorted().toList()));
        return sorted;
    }
}
