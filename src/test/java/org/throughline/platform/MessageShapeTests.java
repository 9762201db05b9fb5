package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of the interface: complete in six languages, well formed, with the same placeholders, and all of them
/// used.
class MessageShapeTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    /// Of files that programs read.
    private static final Set<String> NAMES_OF_FIELDS = Set.of("imports.column.organisation", "imports.row.behalf");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void everyKeyExistsInEveryLanguage() throws IOException {
        Map<String, Map<String, String>> bundles = bundles();
        List<String> missing = new ArrayList<>();
        for (String module : modules(bundles))
            for (String language : Languages.ALL) {
                Set<String> keys = new TreeSet<>(bundles.get(module).keySet());
                Map<String, String> own = bundles.getOrDefault(name(module, language), Map.of());
                keys.removeAll(own.keySet());
                keys.forEach(key -> missing.add(language + " " + key));
            }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPatternIsWellFormedAndTakesTheSameArguments() throws IOException {
        Map<String, Map<String, String>> bundles = bundles();
        List<String> wrong = new ArrayList<>();
        for (String module : modules(bundles))
            for (String language : Languages.ALL)
                bundles.getOrDefault(name(module, language), Map.of()).forEach((key, pattern) -> {
                    try {
                        new MessageFormat(pattern, new ULocale(language));
                    } catch (IllegalArgumentException e) {
                        wrong.add(language + " " + key + ": " + e.getMessage());
                    }
                    String english = bundles.get(module).get(key);
                    if (english == null || !arguments(pattern).equals(arguments(english)))
                        wrong.add(language + " " + key + ": arguments differ");
                });
        assertThat(wrong).isEmpty();
    }

    // After Arabic letters, a date written as 2024-05-31 would be read from its day, and http:// from its slashes.
    @Test
    void arabicKeepsDatesAndAddressesInTheirOrder() throws IOException {
        Pattern turned = Pattern.compile("(?<![\u200E\\d/-])\\d{4}-\\d{2}|(?<!\u200E)https?://(?![a-z{])");
        List<Path> files =
                new ArrayList<>(List.of(Path.of("src/main/resources/org/throughline/stocktaking/standard-form.json")));
        try (var all = Files.list(FOLDER)) {
            all.filter(file -> file.toString().endsWith("_ar.properties")).forEach(files::add);
        }
        List<String> wrong = new ArrayList<>();
        for (Path file : files)
            Files.readAllLines(file).stream()
                    .filter(line -> file.toString().endsWith(".properties") || line.contains("\"ar\":"))
                    .filter(line -> turned.matcher(line).find())
                    .forEach(wrong::add);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyIsLeftUnused() throws IOException {
        var sources = new StringBuilder();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/jte")))
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) sources.append(Files.readString(file));
            }
        Set<String> literals = new HashSet<>();
        Matcher matcher = Pattern.compile("\"([a-z][a-z0-9.-]+)\"").matcher(sources);
        while (matcher.find()) literals.add(matcher.group(1));
        Map<String, Map<String, String>> bundles = bundles();
        Set<String> unused = new TreeSet<>();
        for (String module : modules(bundles)) unused.addAll(bundles.get(module).keySet());
        unused.removeAll(literals);
        assertThat(unused).isEmpty();
    }

    // As the United Nations spell: -ize where it comes from the Greek, and British otherwise.
    @Test
    void englishIsSpelledAsTheUnitedNationsSpellIt() throws IOException {
        Pattern other = Pattern.compile(
                "\\b\\w*(organ|recogn|summar|normal|author|categor|emphas|final|harmon|maxim|minim|modern|mobil|optim"
                        + "|prior|local|standard|synchron|util|visual|central|character|special|general)"
                        + "is(e|ed|es|er|ers|ing|ation|ations|ational)\\b|\\b(color|center|catalog|labor)s?\\b",
                Pattern.CASE_INSENSITIVE);
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, String>> bundles = bundles();
        for (String module : modules(bundles))
            bundles.get(module).forEach((key, text) -> {
                if (!NAMES_OF_FIELDS.contains(key) && other.matcher(text).find()) wrong.add(key + ": " + text);
            });
        try (Stream<Path> guides = Files.list(Path.of("docs/guide"))) {
            for (Path guide : guides.toList()) {
                // What stands between quotation marks or as code is typed by people and programs.
                String text = Files.readString(guide).replaceAll("(?s)```.*?```|`[^`\n]*`|\"[^\"\n]*\"", "");
                Matcher matcher = other.matcher(text);
                while (matcher.find()) wrong.add(guide.getFileName() + ": " + matcher.group());
            }
        }
        String form = Files.readString(Path.of("src/main/resources/org/throughline/stocktaking/standard-form.json"));
        Matcher english = Pattern.compile("\"en\": *\"([^\"]*)\"").matcher(form);
        while (english.find()) if (other.matcher(english.group(1)).find()) wrong.add("form: " + english.group(1));
        assertThat(wrong).isEmpty();
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) arguments.add(matcher.group(1));
        return arguments;
    }

    private static String name(String module, String language) {
        return language.equals(Languages.DEFAULT) ? module : module + "_" + language;
    }

    private static List<String> modules(Map<String, Map<String, String>> bundles) {
        return bundles.keySet().stream()
                .filter(name -> !name.matches(".*_(ar|zh|fr|ru|es)"))
                .toList();
    }

    private static Map<String, Map<String, String>> bundles() throws IOException {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                var properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                Map<String, String> bundle = new TreeMap<>();
                properties.forEach((key, value) -> bundle.put((String) key, (String) value));
                bundles.put(file.getFileName().toString().replace(".properties", ""), bundle);
            }
        }
        return bundles;
    }
}
