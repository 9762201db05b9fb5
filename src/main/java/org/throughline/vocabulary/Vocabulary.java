package org.throughline.vocabulary;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The reference data everybody names things by, in the newest version, held in memory.
/// A code that no vocabulary knows is shown as it is and never refused here: old records outlive vocabularies.
public class Vocabulary {

    public static final String ACTION_LINES = "action-lines";
    public static final String SDGS = "sdgs";
    public static final String GDC = "gdc";
    public static final String STAKEHOLDER_TYPES = "stakeholder-types";
    public static final String REGIONS = "regions";
    public static final String UN_REGIONS = "un-regions";
    public static final String COUNTRIES = "countries";
    public static final String LANGUAGES = "languages";

    /// The region of those who work everywhere.
    public static final String GLOBAL = "GLOBAL";

    private final Catalogue catalogue;
    private final Map<String, List<Term>> byName = new ConcurrentHashMap<>();
    private final Map<String, List<Term>> inOrder = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> toChoose = new ConcurrentHashMap<>();

    Vocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The vocabularies as they come with the program, without a database: for tests and tools.
    public static Vocabulary shipped() {
        return new Vocabulary(new Catalogue(ShippedVocabularies.read()));
    }

    public List<Scheme> schemes() {
        return catalogue.current().stream().map(Edition::scheme).toList();
    }

    public Optional<Scheme> scheme(String scheme) {
        return catalogue.current(scheme).map(Edition::scheme);
    }

    public Optional<Scheme> scheme(String scheme, String version) {
        return catalogue.edition(scheme, version).map(Edition::scheme);
    }

    /// Every version there is, newest first.
    public List<String> versions(String scheme) {
        return catalogue.versions(scheme);
    }

    /// All terms in their order, parents before their children; empty for a vocabulary that is not there.
    public List<Term> terms(String scheme) {
        List<Term> terms = inOrder.get(scheme);
        if (terms != null) return terms;
        // Names that no vocabulary has are not kept: they may come from anybody.
        return catalogue
                .current(scheme)
                .map(edition -> inOrder.computeIfAbsent(
                        scheme, any -> List.copyOf(edition.terms().values())))
                .orElse(List.of());
    }

    /// These codes in the order of their vocabulary; those that it does not have come last, as they came.
    public List<String> inOrder(String scheme, List<String> codes) {
        if (codes.size() < 2) return codes;
        List<String> order = terms(scheme).stream().map(Term::code).toList();
        return codes.stream()
                .sorted(Comparator.comparingInt(code -> order.contains(code) ? order.indexOf(code) : Integer.MAX_VALUE))
                .toList();
    }

    public List<Term> terms(String scheme, String version) {
        return catalogue
                .edition(scheme, version)
                .map(edition -> List.copyOf(edition.terms().values()))
                .orElse(List.of());
    }

    /// The terms in the alphabetical order of a language, as a list to choose from shows countries.
    public List<Term> termsByName(String scheme, String language) {
        return byName.computeIfAbsent(scheme + "/" + language, key -> {
            var collator =
                    Collator.getInstance(ULocale.forLanguageTag(language)).freeze();
            return terms(scheme).stream()
                    .sorted((one, other) -> collator.compare(one.name(language), other.name(language)))
                    .toList();
        });
    }

    /// The terms that have no terms below them: the 18 single action lines, where C7 itself is only their parent.
    public List<Term> leaves(String scheme) {
        var terms = terms(scheme);
        var parents = terms.stream().map(Term::parent).toList();
        return terms.stream().filter(term -> !parents.contains(term.code())).toList();
    }

    /// What can be chosen from a vocabulary: of the action lines the single ones, because C7 alone says nothing; of
    /// all others every term, because a body may know no more of itself than that it is international.
    public List<Term> choices(String scheme) {
        return scheme.equals(ACTION_LINES) ? leaves(scheme) : terms(scheme);
    }

    /// Whether a code is one of [#choices].
    public boolean isChoice(String scheme, String code) {
        Set<String> codes = toChoose.get(scheme);
        if (codes == null) {
            codes = choices(scheme).stream().map(Term::code).collect(Collectors.toUnmodifiableSet());
            if (!codes.isEmpty()) toChoose.put(scheme, codes);
        }
        return codes.contains(code);
    }

    public Optional<Term> term(String scheme, String code) {
        return catalogue.current(scheme).map(edition -> edition.terms().get(code));
    }

    public boolean has(String scheme, String code) {
        return term(scheme, code).isPresent();
    }

    /// The name of a code for a reader of `language`; the code itself where nobody knows it.
    public String name(String scheme, String code, String language) {
        return term(scheme, code).map(term -> term.name(language)).orElse(code);
    }

    /// The ITU region of a country; none for an unknown code and for the territories that ITU puts in no group.
    public Optional<String> regionOf(String country) {
        return term(COUNTRIES, country).flatMap(term -> term.attribute("itu-region"));
    }
}
