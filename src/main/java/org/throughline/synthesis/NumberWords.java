package org.throughline.synthesis;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Numbers as a language writes them, in figures and in words up to 999, in every form ICU can spell.
final class NumberWords {

    private static final int SPELLED = 999;

    static final String FIGURES =
            "(?<![\\p{N}.,/+]|\\p{L}-)" + "(?:\\p{Nd}{1,3}(?:[ \\u00A0\\u202F,.’٬]\\p{Nd}{3})+|\\p{Nd}+)(?!\\p{N})";

    private static final String AND = "و";

    private final Map<String, Long> spelled = new HashMap<>();

    // Arabic adds the parts of a number, each in a form of its own.
    private final Map<String, Long> sums = new HashMap<>();
    private final String pattern;

    NumberWords(ClaimWords language) {
        language.numbers("sums").forEach((words, number) -> {
            for (String word : words.split(" ")) sums.put(plain(word), Long.valueOf(number));
        });
        if (sums.isEmpty()) spell(language);
        language.numbers("numbers").forEach((words, number) -> spelled.put(plain(words), Long.valueOf(number)));
        var first = new TreeSet<>(sums.keySet());
        var parts = new TreeSet<>(sums.keySet());
        sums.keySet().forEach(word -> parts.add(AND + word));
        for (String words : spelled.keySet()) {
            List<String> each = List.of(words.split(language.spaced() ? " " : ""));
            first.add(each.getFirst());
            parts.addAll(each);
        }
        String end = language.spaced() ? "(?!\\p{L})" : "";
        String joint = language.spaced() ? "(?:\\s+|-)" : "";
        String words = ClaimWords.any(first) + end + "(?:" + joint + ClaimWords.any(parts) + end + ")*";
        pattern = FIGURES + "|" + words;
    }

    private void spell(ClaimWords language) {
        var format = new RuleBasedNumberFormat(new ULocale(language.language()), RuleBasedNumberFormat.SPELLOUT);
        for (String rules : format.getRuleSetNames()) {
            if (!rules.contains("cardinal") && !rules.endsWith("-numbering")) continue;
            for (long number = 1; number <= SPELLED; number++) {
                spelled.putIfAbsent(plain(format.format(number, rules)), number);
            }
        }
    }

    private static String plain(String words) {
        return ClaimWords.plain(words).replace('-', ' ').strip();
    }

    private long sum(String word) {
        Long part = sums.get(word);
        if (part == null && word.startsWith(AND)) part = sums.get(word.substring(1));
        return part == null ? 0 : part;
    }

    /// A number, as alternatives of an expression.
    String pattern() {
        return pattern;
    }

    /// What it stands for; -1 for words that make no number together.
    long value(String written) {
        if (Character.isDigit(written.charAt(0))) {
            StringBuilder digits = new StringBuilder();
            written.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
            return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits.toString());
        }
        List<String> words = new ArrayList<>(List.of(plain(written).split(" ")));
        if (words.stream().allMatch(word -> sum(word) > 0))
            return words.stream().mapToLong(this::sum).sum();
        while (!words.isEmpty()) {
            Long number = spelled.get(String.join(" ", words));
            if (number != null) return number;
            words.removeFirst();
        }
        return -1;
    }
}
