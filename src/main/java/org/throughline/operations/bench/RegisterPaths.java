package org.throughline.operations.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What readers ask of the register's list: always the same addresses.
final class RegisterPaths {

    private static final int QUERIES = 4_000;
    private static final List<String> FILTERS = List.of(
            "actionLine=C4",
            "actionLine=C2",
            "sdg=9",
            "sdg=4",
            "region=AFR",
            "region=ASP",
            "country=IN",
            "status=ongoing",
            "stakeholderType=GOV",
            "coverage=national",
            "light=fresh",
            "year=2019",
            "activityType=project",
            "beneficiary=youth");
    private static final List<String> SORTS = List.of("", "&sort=title", "&sort=confirmed", "&sort=oldest");

    private final ManyWords words = new ManyWords();

    /// One to three words of medium frequency, every second with a facet chosen, a third in other languages.
    List<String> searches() {
        List<String> paths = new ArrayList<>();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<String> languages = List.of("en", "en", "en", "en", "fr", "es", "ar", "ru", "zh");
        for (int i = 0; i < QUERIES; i++) {
            String language = languages.get(random.nextInt(languages.size()));
            var text = new StringBuilder();
            for (int n = random.nextInt(3); n >= 0; n--)
                text.append(words.word(language, 10 + (int) (Math.pow(random.nextDouble(), 3) * 3_000)))
                        .append(' ');
            String filter = i % 2 == 0 ? "" : "&" + FILTERS.get(random.nextInt(FILTERS.size()));
            String prefix = language.equals("en") ? "" : "/" + language;
            paths.add(prefix + "/stocktaking?q=" + encoded(text.toString().strip()) + filter);
        }
        return paths;
    }

    /// Two facets chosen, in each order of the list, its first two pages.
    List<String> lists() {
        List<String> paths = new ArrayList<>();
        for (String sort : SORTS)
            for (String filter : FILTERS)
                for (String other : FILTERS)
                    for (int page = 1; page <= 2; page++)
                        paths.add("/stocktaking?" + filter + "&" + other + sort + "&page=" + page);
        return paths;
    }

    /// A frequent word.
    String word() {
        return encoded(words.word("en", 30));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
