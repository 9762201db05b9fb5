package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.Languages;

/// What people write under “stakeholder type”, and what it is taken for.
class StakeholderTypeMatcherTests {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final StakeholderTypeMatcher MATCHER = new StakeholderTypeMatcher(VOCABULARY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Civil Society > CSO", "Private Sector > PRIV", "Technical community > TECH", "Academia > ACAD",
                        "Government > GOV",
                "NGO > CSO", "Other > OTH", "GOV > GOV", "civil-society > CSO", "Non-governmental organization > CSO",
                "International organisation > IO", "UN entity > UN", "Individual > IND", "Media > MED",
                        "Business > PRIV",
                "Société civile > CSO", "Gouvernement > GOV", "Sociedad civil > CSO", "Sector privado > PRIV",
                        "Comunidad técnica > TECH",
                "Гражданское общество > CSO", "Частный сектор > PRIV", "Правительство > GOV", "政府 > GOV", "民间社会 > CSO",
                "技术界 > TECH", "المجتمع المدني > CSO", "القطاع الخاص > PRIV", "الحكومات > GOV", "Sociedade civil > CSO",
                "Private sector (telecom operator) > PRIV", "Goverment > GOV", "Ministry of Communications > GOV"
            })
    void aSpellingIsTakenForItsType(String raw, String code) {
        assertThat(MATCHER.match(raw).code()).as(MATCHER.match(raw).toString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Academia / Technical Community",
                "Academia and technical community",
                "Government and private sector"
            })
    void twoTypesAreRefusedWithTheChoice(String raw) {
        var match = MATCHER.match(raw);
        assertThat(match.how()).isEqualTo(Match.How.AMBIGUOUS);
        assertThat(match.candidates()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "Youth", "xyz"})
    void whatNamesNoTypeIsRefused(String raw) {
        assertThat(MATCHER.match(raw).found()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOV", "PRIV", "CSO", "IO", "UN", "ROR", "ACAD", "TECH", "MED", "IND", "OTH"})
    void everyNameOfATypeIsTakenForIt(String code) {
        for (var language : Languages.ALL) {
            var name = VOCABULARY.name("stakeholder-types", code, language);
            assertThat(MATCHER.match(name).code()).as(name).isEqualTo(code);
        }
    }
}
