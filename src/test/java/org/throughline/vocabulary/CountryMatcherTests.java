package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.Languages;

/// What people write under “country”, and what it is taken for.
class CountryMatcherTests {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final CountryMatcher MATCHER = new CountryMatcher(VOCABULARY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "USA > US",
                "United States > US",
                "The United States > US",
                "U.S. > US",
                "US > US",
                "New York, USA > US",
                "United States, New York > US",
                "Georgia, USA > US",
                "UK > GB",
                "Northern Ireland > GB",
                "Sudan, Africa > SD",
                "KOREA (REP. OF) > KR",
                "South Korea > KR",
                "Republic of Korea > KR",
                "North Korea > KP",
                "MONTENEGRO (REPUBLIC OF) > ME",
                "NEPAL (REPUBLIC OF) > NP",
                "North Macedonia, Republic of > MK",
                "Türkiye > TR",
                "Turkey > TR",
                "TURKEY > TR",
                "Islamic Republic of Iran > IR",
                "Iran > IR",
                "IRAN (ISLAMIC REPUBLIC OF) > IR",
                "Brasil > BR",
                "So Paulo, Brazil > BR",
                "São Paulo, Brasil > BR",
                "Geneva, Switzerland > CH",
                "Germany/Europe > DE",
                "Australia/Asia Pacific > AU",
                "NA > NA",
                "NAM > NA",
                "Namibia > NA",
                "Congo (Congo-Brazzaville) > CG",
                "Democratic Republic of the Congo > CD",
                "DR Congo > CD",
                "Eswatini (fmr. 'Swaziland') > SZ",
                "Czechia (Czech Republic) > CZ",
                "Côte d'Ivoire > CI",
                "Cote d’Ivoire > CI",
                "Ivory Coast > CI",
                "VietNam > VN",
                "Viet Nam > VN",
                "Palestine State > PS",
                "Micronesia > FM",
                "Virgin Islands, U.S. > VI",
                "Virgin Islands, British > VG",
                "Saint Vincent and The Grenadines > VC",
                "Trinidad and Tobago > TT",
                "Bosnia & Herzegovina > BA",
                "UNITED REPUBLIC OF TANZANIA > TZ",
                "Ltd., THAILAND > TH",
                "'Yu county，Hebei,  CHINA,' > CN",
                "'Melaka,' > MY",
                "'Madeira ,' > PT",
                "'dubai and north emirates ,' > AE",
                "'West Gaza District ,' > PS",
                "Phillipines > PH",
                "Columbia > CO",
                "Papua New Guinea > PG",
                "Guinea-Bissau > GW",
                "Guinea > GN",
                "Niger > NE",
                "Nigeria > NG",
                "Dominican Republic > DO",
                "Dominica > DM",
                "России > -",
                "Россия > RU",
                "Российская Федерация > RU",
                "США > US",
                "中国 > CN",
                "中国北京 > CN",
                "北京市，中国 > CN",
                "美国 > US",
                "مصر > EG",
                "الإمارات العربية المتحدة > AE",
                "السعودية > SA",
                "المملكة المتحدة > GB",
                "Royaume-Uni > GB",
                "Corée du Sud > KR",
                "Países Bajos > NL",
                "España > ES",
                "Estados Unidos de América > US",
                "Kingdom of Saudi Arabia > SA",
                "State of Qatar > QA"
            })
    void aSpellingIsTakenForItsCountry(String raw, String code) {
        var match = MATCHER.match(raw);
        assertThat(match.code() == null ? "-" : match.code())
                .as(match.toString())
                .isEqualTo(code);
        if (match.found())
            assertThat(match.region()).isEqualTo(VOCABULARY.regionOf(code).orElse(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INTERNATIONAL",
                "Global",
                "global ",
                "International / global",
                "国际",
                "دولي",
                "Международный",
                "Mundial"
            })
    void globalIsAValueOfItsOwn(String raw) {
        var match = MATCHER.match(raw);
        assertThat(match.code()).as(match.toString()).isEqualTo(Vocabulary.GLOBAL);
        assertThat(match.region()).isEqualTo(Vocabulary.GLOBAL);
        assertThat(match.isCountry()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Africa > AFR",
                "Europe > EUR",
                "Latin America and The Caribbean > AMS",
                "Asia and Pacific > ASP",
                "CIS > CIS",
                "Arab States > ARB",
                "MENA > -",
                "Eastern Europe > -",
                "'Europe, Middle East and North Africa' > -"
            })
    void aRegionIsNotACountryButIsKeptAsTheRegionWhenItIsOneOfItu(String raw, String region) {
        var match = MATCHER.match(raw);
        assertThat(match.how()).isEqualTo(Match.How.REGION);
        assertThat(match.code()).isNull();
        assertThat(match.region() == null ? "-" : match.region()).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "India and Brazil",
                "Brazil, India",
                "Korea",
                "Republic of China",
                "Africa, Asia-Pacific, Canada, Carribean, Central America, Europe, Mexico, South America, United States",
                "Region - Global with company headquarters in the U.S."
            })
    void severalCountriesAreRefusedWithTheChoice(String raw) {
        var match = MATCHER.match(raw);
        assertThat(match.how()).as(match.toString()).isEqualTo(Match.How.AMBIGUOUS);
        assertThat(match.code()).isNull();
        assertThat(match.confidence()).isZero();
        assertThat(match.candidates()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "-",
                "n/a",
                "Other",
                "The Aspen Institute",
                "<script>alert(1)</script>",
                "Kosovo",
                "Indian"
            })
    void whatNamesNoCountryIsRefused(String raw) {
        assertThat(MATCHER.match(raw)).isEqualTo(Match.NOTHING);
    }

    @Test
    void everyNameAndCodeOfEveryCountryIsTakenForThatCountry() {
        for (var term : VOCABULARY.terms("countries")) {
            assertThat(MATCHER.match(term.code()).code()).isEqualTo(term.code());
            assertThat(MATCHER.match(term.attribute("alpha3").orElseThrow()).code())
                    .isEqualTo(term.code());
            for (var language : Languages.ALL) {
                var match = MATCHER.match(term.name(language));
                assertThat(match.code()).as(term.name(language) + " " + match).isEqualTo(term.code());
            }
        }
    }

    @Test
    void aWholePageOfTextIsRefusedAtOnce() {
        assertThat(MATCHER.match("中国和".repeat(100_000))).isEqualTo(Match.NOTHING);
        assertThat(MATCHER.match("Kenya, ".repeat(100_000))).isEqualTo(Match.NOTHING);
    }

    @Test
    void aCertainNameIsSurerThanAGuess() {
        assertThat(MATCHER.match("Kenya").confidence()).isEqualTo(1);
        assertThat(MATCHER.match("Kenya, Africa").confidence()).isLessThan(1).isGreaterThan(0.8);
        assertThat(MATCHER.match("Nairobi").confidence()).isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Kenya; Uganda / Rwanda > KE UG RW",
                "KE;UG > KE UG",
                "Peru and Chile > PE CL",
                "Pérou, Chili et Équateur > PE CL EC",
                "Кения, Уганда и Руанда > KE UG RW",
                "肯尼亚、乌干达 > KE UG",
                "Bosnia and Herzegovina > BA",
                "Georgia, USA > US",
                "KOREA (REP. OF) > KR",
                "Iran (Islamic Republic of), Iraq > IR IQ",
                "Ltd., THAILAND > TH",
            })
    void severalCountriesInOneCellAreToldApart(String raw, String codes) {
        assertThat(String.join(
                        " ", MATCHER.matchAll(raw).stream().map(Match::code).toList()))
                .isEqualTo(codes);
    }

    @Test
    void aCellWithAPartThatNobodyKnowsIsRefusedAsAWhole() {
        assertThat(MATCHER.matchAll("Kenya; Atlantis; Uganda")).singleElement().matches(match -> !match.found());
    }
}
