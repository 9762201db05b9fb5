package org.throughline.synthesis;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Numbers as a language writes them, in figures and in words up to 999, in every form ICU can spell.
final class NumberWords {

    private static final int SPELLED = 999;

    private static final String FIGURES =
            "(?<![\\p{N}.,/+]|\\p{L}-)" + "(?:\\p{Nd}{1,3}(?:[ \\u00A0\\u202F,.’٬]\\p{Nd}{3})+|\\p{Nd}+)(?!\\p{N})";

    private final Map<String, Long> spelled = new HashMap<>();
    private final String pattern;

    NumberWords(ClaimWords language) {
        var format = new RuleBasedNumberFormat(new ULocale(language.language()), RuleBasedNumberFormat.SPELLOUT);
        List<String> endings = language.list("endings");
        for (String rules : format.getRuleSetNames()) {
            if (!rules.contains("cardinal") && !rules.endsWith("-numbering")) continue;
            for (long number = 1; number <= SPELLED; number++) {
                String words = plain(format.format(number, rules));
                spelled.putIfAbsent(words, number);
                for (String pair : endings)
                    spelled.putIfAbsent(words.replaceAll(pair.replace(" ", "\\b|") + "\\b", last(pair)), number);
            }
        }
        language.numbers("numbers").forEach((words, number) -> spelled.put(plain(words), Long.valueOf(number)));
        var first = new TreeSet<String>();
        var parts = new TreeSet<String>();
        for (String words : spelled.keySet()) {
            List<String> each = List.of(words.split(language.spaced() ? " " : ""));
            first.add(each.getFirst());
            parts.addAll(each);
        }
        String end = language.spaced() ? "(?!\\p{L})" : "";
        String joint = language.spaced() ? "(?:[\\s\\u00A0\\u202F]+|[-‑])" : "";
        String words = ClaimWords.any(first) + end + "(?:" + joint + ClaimWords.any(parts) + end + ")*";
        pattern = FIGURES + "|" + words;
    }

    private static String last(String pair) {
        return pair.substring(pair.indexOf(' ') + 1);
    }

    private static String plain(String words) {
        return words.replace("\u00AD", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-‑\\s\\u00A0\\u202F]+", " ")
                .strip();
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
        while (!words.isEmpty()) {
            Long number = spelled.get(String.join(" ", words));
            if (number != null) return number;
            words.removeFirst();
        }
        return -1;
    }
}
