package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Languages;

/// What the vocabularies that come with the program must contain.
class ShippedVocabulariesTests {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();

    @Test
    void everyVocabularyIsNamedInSixLanguagesTermByTerm() {
        assertThat(VOCABULARY.schemes())
                .extracting(Scheme::name)
                .containsExactlyInAnyOrder(
                        "action-lines",
                        "sdgs",
                        "gdc",
                        "stakeholder-types",
                        "regions",
                        "un-regions",
                        "countries",
                        "languages");
        for (var scheme : VOCABULARY.schemes()) {
            assertThat(scheme.title().missing()).as(scheme.name()).isEmpty();
            assertThat(scheme.note().missing()).as(scheme.name()).isEmpty();
            for (var term : VOCABULARY.terms(scheme.name())) {
                assertThat(term.names().missing()).as(term.id().toString()).isEmpty();
            }
        }
    }

    @Test
    void thereAreEighteenSingleActionLinesInTheOrderOfThePrizeCategories() {
        assertThat(VOCABULARY.leaves("action-lines"))
                .extracting(Term::code)
                .containsExactly(
                        "C1", "C2", "C3", "C4", "C5", "C6", "C7-EGOV", "C7-EBUS", "C7-ELEA", "C7-EHEA", "C7-EEMP",
                        "C7-EENV", "C7-EAGR", "C7-ESCI", "C8", "C9", "C10", "C11");
        assertThat(VOCABULARY.leaves("action-lines"))
                .extracting(term -> term.attribute("prize-category").orElse("none"))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 18)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(VOCABULARY.terms("action-lines").stream().filter(term -> "C7".equals(term.parent())))
                .hasSize(8);
    }

    @Test
    void academiaAndTechnicalCommunityAreApartAndYouthIsNoType() {
        assertThat(VOCABULARY.terms("stakeholder-types"))
                .extracting(Term::code)
                .containsExactly("GOV", "PRIV", "CSO", "IO", "UN", "ROR", "ACAD", "TECH", "MED", "IND", "OTH");
        assertThat(VOCABULARY.term("stakeholder-types", "UN").orElseThrow().parent())
                .isEqualTo("IO");
    }

    @Test
    void namibiaIsTheTwoLettersNA() {
        var namibia = VOCABULARY.term("countries", "NA").orElseThrow();
        assertThat(namibia.name("en")).isEqualTo("Namibia");
        assertThat(namibia.attribute("alpha3")).contains("NAM");
        assertThat(VOCABULARY.regionOf("NA")).contains("AFR");
    }

    @Test
    void theUnitedNationsHas193MembersAndTwoObserverStatesWithARegionEach() {
        var members = VOCABULARY.terms("countries").stream()
                .filter(term -> term.attribute("un-status").isPresent())
                .toList();
        assertThat(members.stream()
                        .filter(term ->
                                term.attribute("un-status").orElseThrow().equals("member")))
                .hasSize(193);
        assertThat(members)
                .hasSize(195)
                .allSatisfy(term -> assertThat(VOCABULARY.regionOf(term.code())).isPresent());
        assertThat(VOCABULARY.terms("countries")).hasSize(249);
    }

    @Test
    void regionsAreThoseOfItuNotOfTheAtlas() {
        assertThat(VOCABULARY.terms("regions"))
                .extracting(Term::code)
                .containsExactly("AFR", "AMS", "ARB", "ASP", "CIS", "EUR", "GLOBAL");
        assertThat(VOCABULARY.regionOf("KP")).contains("ASP");
        assertThat(VOCABULARY.regionOf("VA")).contains("EUR");
        assertThat(VOCABULARY.regionOf("SO")).contains("ARB");
        assertThat(VOCABULARY.regionOf("GE")).contains("EUR");
        assertThat(VOCABULARY.regionOf("AM")).contains("CIS");
        assertThat(VOCABULARY.regionOf("BM"))
                .as("a territory that ITU puts in no group")
                .isEmpty();
        assertThat(VOCABULARY.regionOf("XX")).isEmpty();
    }

    @Test
    void countriesAreNamedAsTheUnitedNationsNamesThem() {
        assertThat(VOCABULARY.name("countries", "TR", "en")).isEqualTo("Türkiye");
        assertThat(VOCABULARY.name("countries", "VN", "en")).isEqualTo("Viet Nam");
        assertThat(VOCABULARY.name("countries", "KR", "fr")).isEqualTo("République de Corée");
        assertThat(VOCABULARY.name("countries", "IR", "es")).isEqualTo("Irán (República Islámica del)");
        assertThat(VOCABULARY.name("countries", "PS", "ar")).isEqualTo("دولة فلسطين");
        assertThat(VOCABULARY.name("countries", "HK", "en"))
                .isEqualTo("China, Hong Kong Special Administrative Region");
        assertThat(VOCABULARY.name("countries", "TW", "zh")).isEqualTo("中国台湾省");
        assertThat(VOCABULARY.name("countries", "CI", "en")).isEqualTo("Côte d'Ivoire");
    }

    @Test
    void aListToChooseFromIsInTheAlphabetOfItsLanguage() {
        assertThat(VOCABULARY.termsByName("countries", "fr").getFirst().name("fr"))
                .isEqualTo("Afghanistan");
        var french = VOCABULARY.termsByName("countries", "fr").stream()
                .map(term -> term.name("fr"))
                .toList();
        // By code points É would come after Z.
        assertThat(french.indexOf("Égypte")).isBetween(french.indexOf("Dominique"), french.indexOf("Fidji"));
        assertThat(VOCABULARY.termsByName("countries", "ru").getFirst().name("ru"))
                .isEqualTo("Австралия");
        assertThat(VOCABULARY.termsByName("countries", "zh")).hasSize(249);
    }

    @Test
    void noSpreadsheetTakesANameForAFormula() {
        for (var scheme : VOCABULARY.schemes()) {
            for (var term : VOCABULARY.terms(scheme.name()))
                assertThat(term.names().texts().values()).noneMatch(name -> name.matches("[=+@\\t\\r-].*"));
        }
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(VOCABULARY.name("countries", "SU", "fr")).isEqualTo("SU");
        assertThat(VOCABULARY.term("no-such-vocabulary", "X")).isEmpty();
        assertThat(VOCABULARY.terms("no-such-vocabulary")).isEmpty();
    }

    @Test
    void noTwoTermsOfAVocabularyHaveTheSameName() {
        for (var scheme : VOCABULARY.schemes()) {
            for (var language : Languages.ALL) {
                List<String> names = VOCABULARY.terms(scheme.name()).stream()
                        .map(term -> term.name(language).toLowerCase(Locale.ROOT))
                        .toList();
                Set<String> distinct = names.stream().collect(Collectors.toSet());
                assertThat(distinct).as(scheme.name() + " " + language).hasSameSizeAs(names);
            }
        }
    }
}
