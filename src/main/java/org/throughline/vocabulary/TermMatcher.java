package org.throughline.vocabulary;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes what people write for a term of any vocabulary: its code, its name in one of six languages, or both
/// (“C7: ICT applications – e-health”, “SDG 4”, “ODS 4. Educación de calidad”). Refuses what names two terms.
public class TermMatcher {

    private static final Pattern ACTION_LINE =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])C[ -]?(\\d{1,2})(?![\\p{L}\\p{N}])");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)0?(\\d{1,2})(?!\\d)");

    /// Words that announce a code and say nothing themselves.
    private static final Set<String> LABELS = Set.of(
            "goal",
            "sdg",
            "sdgs",
            "objective",
            "gdc",
            "action",
            "line",
            "al",
            "wsis",
            "category",
            "objectif",
            "odd",
            "objetivo",
            "ods",
            "цель",
            "цур",
            "направление",
            "目标",
            "هدف",
            "الهدف",
            "linea",
            "accion",
            "orientation",
            "de");

    private final Vocabulary vocabulary;
    private final CountryMatcher countries;
    private final StakeholderTypeMatcher types;
    private final Map<String, NameIndex> indexes = new ConcurrentHashMap<>();
    private final Map<String, Remembered<Match>> matches = new ConcurrentHashMap<>();

    TermMatcher(Vocabulary vocabulary, CountryMatcher countries, StakeholderTypeMatcher types) {
        this.vocabulary = vocabulary;
        this.countries = countries;
        this.types = types;
    }

    public Match match(String scheme, String raw) {
        return switch (scheme) {
            case Vocabulary.COUNTRIES -> countries.match(raw);
            case Vocabulary.STAKEHOLDER_TYPES -> types.match(raw);
            default ->
                vocabulary.terms(scheme).isEmpty()
                        ? Match.NOTHING
                        : matches.computeIfAbsent(scheme, any -> new Remembered<>())
                                .get(raw.strip(), text -> listed(scheme, text));
        };
    }

    private Match listed(String scheme, String text) {
        if (text.length() > Words.LONGEST) return Match.NOTHING;
        var exact = vocabulary.terms(scheme).stream()
                .filter(term -> term.code().equalsIgnoreCase(text))
                .findFirst();
        if (exact.isPresent()) return Match.of(exact.get().code(), 1, Match.How.CODE);
        var index = indexes.computeIfAbsent(scheme, this::build);
        var named = index.find(Words.normal(text));
        if (!named.isEmpty()) return decided(scheme, named.codes(), named.confidence(), named.how());
        var code = onlyCode(scheme, text);
        if (code != null) return withCode(scheme, code, rest(scheme, text), index);
        var slip = index.findMisspelt(Words.normal(text));
        if (!slip.isEmpty()) return decided(scheme, slip.codes(), slip.confidence(), slip.how());
        var within = index.within(Words.normal(text), 4);
        return within.isEmpty() ? Match.NOTHING : decided(scheme, within, 0.6, Match.How.WITHIN);
    }

    /// A code with words beside it: the words may say which of its children is meant, but must not say another
    /// term.
    private Match withCode(String scheme, String code, String rest, NameIndex index) {
        if (rest.isEmpty()) return Match.of(code, 0.95, Match.How.CODE);
        var named = index.find(rest);
        var codes = named.isEmpty() ? index.within(rest, 4) : named.codes();
        var own = codes.stream()
                .filter(one -> one.equals(code) || code.equals(parent(scheme, one)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (own.size() > 1) own.remove(code);
        if (own.size() == 1) return Match.of(own.first(), 0.95, Match.How.CODE);
        if (own.size() > 1) return Match.ambiguous(own);
        if (named.isEmpty()) return Match.of(code, 0.8, Match.How.CODE);
        var both = new TreeSet<>(named.codes());
        both.add(code);
        return Match.ambiguous(both);
    }

    private static @Nullable Pattern pattern(String scheme) {
        return switch (scheme) {
            case Vocabulary.ACTION_LINES -> ACTION_LINE;
            case Vocabulary.SDGS, Vocabulary.GDC -> NUMBER;
            default -> null;
        };
    }

    private @Nullable String onlyCode(String scheme, String text) {
        var pattern = pattern(scheme);
        if (pattern == null) return null;
        var prefix = scheme.equals(Vocabulary.ACTION_LINES) ? "C" : "";
        var codes = pattern.matcher(text)
                .results()
                .map((MatchResult found) -> prefix + Integer.parseInt(found.group(1)))
                .distinct()
                .toList();
        return codes.size() == 1 && vocabulary.has(scheme, codes.getFirst()) ? codes.getFirst() : null;
    }

    private static String rest(String scheme, String text) {
        var pattern = pattern(scheme);
        var without = pattern == null ? text : pattern.matcher(text).replaceAll(" ");
        return Words.tokens(Words.normal(without)).stream()
                .filter(word -> !LABELS.contains(word))
                .collect(Collectors.joining(" "));
    }

    private Match decided(String scheme, Set<String> found, double confidence, Match.How how) {
        var codes = new TreeSet<>(found);
        // A text that names a term and the term above it means the one below.
        for (var code : found) {
            var parent = parent(scheme, code);
            if (parent != null) codes.remove(parent);
        }
        return codes.size() == 1 ? Match.of(codes.first(), confidence, how) : Match.ambiguous(codes);
    }

    private @Nullable String parent(String scheme, String code) {
        return vocabulary.term(scheme, code).map(Term::parent).orElse(null);
    }

    private NameIndex build(String scheme) {
        var index = new NameIndex();
        for (var term : vocabulary.terms(scheme)) {
            index.add(term.code(), term.code());
            for (var name : term.names().texts().values()) index.add(name, term.code());
        }
        switch (scheme) {
            case Vocabulary.ACTION_LINES -> index.addFile("action-lines-aliases.csv");
            case Vocabulary.REGIONS -> index.addFile("region-aliases.csv");
            default -> {}
        }
        return index;
    }
}
