package org.throughline.synthesis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.platform.Languages;

/// The words of one language by which sentences say how many inputs they speak for: `synthesis/words_xx.properties`.
final class ClaimWords {

    private static final Map<String, ClaimWords> LOADED = new ConcurrentHashMap<>();
    private static final String END = "(?![\\p{L}\\p{N}])";
    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final String language;
    private final Properties lists = new Properties();

    private ClaimWords(String language) {
        this.language = language;
        String file = "/synthesis/words_" + language + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(ClaimWords.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            lists.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean has(String language) {
        return Languages.ALL.contains(language);
    }

    static ClaimWords of(String language) {
        return LOADED.computeIfAbsent(language, ClaimWords::new);
    }

    String language() {
        return language;
    }

    /// A list of words. A star stands for any one word.
    List<String> list(String key) {
        return split(key, ",");
    }

    /// Words that each stand for a number: "2/3 two thirds".
    Map<String, String> numbers(String key) {
        return split(key, ";").stream()
                .map(entry -> entry.split(" ", 2))
                .collect(Collectors.toMap(entry -> entry[1], entry -> entry[0], (first, again) -> first));
    }

    private List<String> split(String key, String separator) {
        return Arrays.stream(lists.getProperty(key, "").split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// One of these words, the longest that fits, in a group of its own; never fits when there are none.
    static String any(Collection<String> words) {
        if (words.isEmpty()) return "((?!))";
        return words.stream()
                .map(Folded::plain)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word)
                        .replace(" ", "\\E[\\s\\u00A0\\u202F]+\\Q")
                        .replace("*", "\\E\\p{L}+\\Q"))
                .collect(Collectors.joining("|", "(", ")"));
    }

    String any(String key) {
        return any(list(key));
    }

    /// Words in the one form in which they are compared.
    static String plain(String words) {
        return Folded.plain(words).toLowerCase(Locale.ROOT).replaceAll(" +", " ");
    }

    /// What stands between two words; nothing has to in Chinese.
    String gap() {
        return spaced() ? "[\\s\\u00A0\\u202F]+" : "\\s*";
    }

    boolean spaced() {
        return !language.equals("zh");
    }

    /// The expression as whole words, with what Arabic writes together with a word.
    Pattern whole(String expression) {
        String before = switch (language) {
            case "zh" -> "";
            case "ar" -> "(?<![\\p{L}\\p{N}])[وفبلك]?(?:لل|ال)?";
            default -> "(?<![\\p{L}\\p{N}])";
        };
        String after = switch (language) {
            case "zh" -> "";
            case "ar" -> "(?:هم|ها|هما|هن)?" + END;
            default -> END;
        };
        return Pattern.compile(before + expression + after, FLAGS);
    }

    /// A word for inputs or those who sent them, with what may stand between it and a number.
    String inputs() {
        return between() + article() + any("inputs");
    }

    /// That such a word stands next, also after its number: "each of the 62 inputs".
    String beforeInputs() {
        String end = spaced() ? "(?:هم|ها|هما|هن)?" + END : "";
        return "(?=" + gap() + between() + "(?:\\p{Nd}+" + gap() + ")?" + inputs() + end + ")";
    }

    private String between() {
        return "(?:" + article() + any("between") + gap() + ")*";
    }

    private String article() {
        return language.equals("ar") ? "(?:لل|ال)?" : "";
    }
}
