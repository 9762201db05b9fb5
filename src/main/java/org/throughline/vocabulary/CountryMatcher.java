package org.throughline.vocabulary;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;

/// Takes what people write under “country” or “region” for a country, for “global”, or refuses with the reason:
/// a region is not a country, two countries are not one. It never guesses between two.
public class CountryMatcher {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");
    private static final Pattern PARTS = Pattern.compile("[,;/|()\\[\\]:•·،؛、，；–—]+|\\s-\\s|\\r?\\n");

    /// What stands between several, the clearest first: a comma is also part of names.
    private static final List<Pattern> BETWEEN = List.of(
            Pattern.compile("[;|•·؛；\\n\\r]+"),
            Pattern.compile("[/、，]+|\\s[–-]\\s"),
            Pattern.compile("[,،]+"),
            Pattern.compile("(?U)\\s+(?:and|et|y|и|e)\\s+|\\s+و\\s*|\\s*[和与及]\\s*|\\s*&\\s*"));

    private static final Set<String> SCOPE = Set.of("global", "globally", "worldwide");
    private static final int SHORTEST_NAME_WITHIN = 3;
    private static final int SHORTEST_PLACE_WITHIN = 5;

    private final Vocabulary vocabulary;
    private final Remembered<Match> matches = new Remembered<>();
    private final Remembered<List<Match>> several = new Remembered<>();
    private volatile @Nullable Index index;

    CountryMatcher(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    private record Index(NameIndex countries, NameIndex regions, NameIndex places) {}

    /// One part of the text: what it can mean as a country, as a place in one, as a region.
    private record Sense(NameIndex.Found country, Set<String> places, Set<String> regions) {

        Set<String> countries() {
            var all = new TreeSet<>(country.codes());
            all.addAll(places);
            return all;
        }
    }

    public Match match(String raw) {
        return matches.get(raw, this::found);
    }

    private Match found(String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.length() > Words.LONGEST) return Match.NOTHING;
        var index = index();
        var code = CODE.matcher(text).matches() ? byCode(text) : null;
        if (code != null) return located(Match.of(code, 1, Match.How.CODE));
        var whole = whole(Words.normal(text), index);
        if (whole != null) return located(whole);
        return located(byParts(text, index));
    }

    /// The countries and regions of a text that may name several (“Kenya; Uganda / Rwanda”, “Peru and Chile”), each as
    /// [#match] takes it; one refusal when a part is not understood. What names one stays one (“Georgia, USA”).
    public List<Match> matchAll(String raw) {
        return several.get(raw, this::allFound);
    }

    private List<Match> allFound(String raw) {
        Match whole = match(raw);
        if (whole.found() || whole.region() != null && whole.candidates().size() == 1) return List.of(whole);
        for (Pattern separator : BETWEEN) {
            String[] parts = separator.split(raw);
            if (parts.length < 2) continue;
            List<Match> all = new ArrayList<>();
            for (String part : parts) if (!part.isBlank()) all.addAll(matchAll(part));
            if (all.stream().allMatch(one -> one.found() || one.region() != null)) return List.copyOf(all);
        }
        return List.of(whole);
    }

    private @Nullable String byCode(String text) {
        if (text.length() == 2) return vocabulary.has(Vocabulary.COUNTRIES, text) ? text : null;
        return vocabulary.terms(Vocabulary.COUNTRIES).stream()
                .filter(term -> term.attribute("alpha3").filter(text::equals).isPresent())
                .map(Term::code)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Match whole(String normal, Index index) {
        var country = index.countries().find(normal);
        if (!country.isEmpty()) return decided(country.codes(), country.confidence(), country.how());
        var region = index.regions().find(normal);
        if (!region.isEmpty()) return regional(region.codes());
        var place = index.places().find(normal);
        if (!place.isEmpty()) return decided(place.codes(), 0.7, Match.How.PLACE);
        var slip = index.countries().findMisspelt(normal);
        return slip.isEmpty() ? null : decided(slip.codes(), slip.confidence(), slip.how());
    }

    private static Match regional(Set<String> regions) {
        if (regions.equals(Set.of(Vocabulary.GLOBAL))) return Match.of(Vocabulary.GLOBAL, 1, Match.How.NAME);
        return Match.region(regions);
    }

    private Match byParts(String text, Index index) {
        var senses = new ArrayList<Sense>();
        for (var part : PARTS.split(text)) {
            var normal = Words.normal(part);
            if (!normal.isEmpty()) senses.add(sense(normal, index));
        }
        var meant =
                senses.stream().filter(sense -> !sense.countries().isEmpty()).toList();
        if (!meant.isEmpty()) return agreed(meant, senses);
        var regions = new LinkedHashSet<String>();
        senses.forEach(sense -> regions.addAll(sense.regions()));
        return regions.isEmpty() ? within(Words.normal(text), index) : regional(regions);
    }

    private static Sense sense(String normal, Index index) {
        var country = index.countries().find(normal);
        var regions = index.regions().find(normal);
        if (country.isEmpty() && regions.isEmpty()) country = index.countries().findMisspelt(normal);
        if (country.isEmpty() && regions.isEmpty()) {
            var inside = index.countries().within(normal, SHORTEST_NAME_WITHIN);
            if (!inside.isEmpty()) country = new NameIndex.Found(inside, 0.6, Match.How.WITHIN);
        }
        var named = new TreeSet<>(regions.codes());
        // “Global, with headquarters in …”: a seat is not a scope, so a person has to say which is meant.
        if (Words.tokens(normal).stream().anyMatch(SCOPE::contains)) named.add(Vocabulary.GLOBAL);
        return new Sense(country, index.places().find(normal).codes(), named);
    }

    /// The one country that every part can mean (“Georgia, USA”), if there is one.
    private static Match agreed(List<Sense> meant, List<Sense> all) {
        var common = new TreeSet<>(meant.getFirst().countries());
        meant.forEach(sense -> common.retainAll(sense.countries()));
        var several = new TreeSet<String>();
        meant.forEach(sense -> several.addAll(sense.countries()));
        boolean oneSays =
                meant.stream().anyMatch(sense -> sense.country().codes().size() > 1 && within(sense));
        if (common.size() != 1 || oneSays) return Match.ambiguous(several);
        if (all.stream().anyMatch(sense -> sense.regions().contains(Vocabulary.GLOBAL))) {
            several.add(Vocabulary.GLOBAL);
            return Match.ambiguous(several);
        }
        var code = common.first();
        var named = meant.stream()
                .filter(sense -> sense.country().codes().contains(code))
                .findFirst();
        if (named.isEmpty()) return Match.of(code, 0.65, Match.How.PLACE);
        if (within(named.get())) return Match.of(code, 0.6, Match.How.WITHIN);
        boolean allKnown = all.stream()
                .noneMatch(
                        sense -> sense.countries().isEmpty() && sense.regions().isEmpty());
        return Match.of(code, allKnown ? 0.9 : 0.8, Match.How.PART);
    }

    private static boolean within(Sense sense) {
        return sense.country().how() == Match.How.WITHIN;
    }

    private static Match within(String normal, Index index) {
        var places = index.places().within(normal, SHORTEST_PLACE_WITHIN);
        return places.isEmpty() ? Match.NOTHING : decided(places, 0.5, Match.How.WITHIN);
    }

    private static Match decided(Set<String> codes, double confidence, Match.How how) {
        return codes.size() == 1 ? Match.of(codes.iterator().next(), confidence, how) : Match.ambiguous(codes);
    }

    private Match located(Match match) {
        if (match.code() == null) return match;
        if (!match.isCountry()) return match.in(Vocabulary.GLOBAL);
        return match.in(vocabulary.regionOf(match.code()).orElse(null));
    }

    private Index index() {
        var made = index;
        if (made == null) {
            made = build();
            index = made;
        }
        return made;
    }

    /// Built at first use: only an import or a form with free text needs it, and it takes a tenth of a second.
    private Index build() {
        var countries = new NameIndex();
        for (var term : vocabulary.terms(Vocabulary.COUNTRIES)) {
            term.names().texts().values().forEach(name -> countries.add(name, term.code()));
        }
        addUnofficialNames(countries);
        countries.addFile("country-aliases.csv");
        var regions = new NameIndex();
        for (var term : vocabulary.terms(Vocabulary.REGIONS)) {
            term.names().texts().values().forEach(name -> regions.add(name, term.code()));
        }
        regions.addFile("region-aliases.csv");
        var places = new NameIndex();
        places.addFile("places.csv");
        return new Index(countries, regions, places);
    }

    /// What people call countries where the United Nations says it otherwise: ICU's long and short names,
    /// Portuguese too.
    private void addUnofficialNames(NameIndex countries) {
        var languages = new ArrayList<>(Languages.ALL);
        languages.add("pt");
        for (var language : languages) {
            var locale = ULocale.forLanguageTag(language);
            var usual = LocaleDisplayNames.getInstance(locale);
            var brief = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
            for (var term : vocabulary.terms(Vocabulary.COUNTRIES)) {
                countries.add(usual.regionDisplayName(term.code()), term.code());
                countries.add(brief.regionDisplayName(term.code()), term.code());
            }
        }
    }
}
