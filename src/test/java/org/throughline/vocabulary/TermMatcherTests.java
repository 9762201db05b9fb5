package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.platform.Languages;

/// What people write for an action line, a goal, an objective or a region, and what it is taken for.
class TermMatcherTests {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    static final TermMatcher MATCHER =
            new TermMatcher(VOCABULARY, new CountryMatcher(VOCABULARY), new StakeholderTypeMatcher(VOCABULARY));

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "action-lines > C2 > C2",
                "action-lines > c11 > C11",
                "action-lines > C 4 > C4",
                "action-lines > C7-egov > C7-EGOV",
                "action-lines > C7 > C7",
                "action-lines > C7 e-government > C7-EGOV",
                "action-lines > E-health > C7-EHEA",
                "action-lines > C7. ICT Applications: e-learning > C7-ELEA",
                "action-lines > Category 8 — AL C7. ICT applications: benefits in all aspects of life — E-business > C7-EBUS",
                "action-lines > Category 5 — AL C5. Building confidence and security in use of ICTs > C5",
                "action-lines > C2: Information and communication infrastructure > C2",
                "action-lines > C8. Cultural diversity and identity, linguistic diversity and local content > C8",
                "action-lines > C9. Médias > C9",
                "action-lines > C10 (Ethics) > C10",
                "action-lines > C12 > -",
                "action-lines > Наращивание потенциала > C4",
                "action-lines > 有利环境 > C6",
                "action-lines > Capacity bulding > C4",
                "action-lines > C4 Media > -",
                "action-lines > C1 and C3 > -",
                "action-lines > nothing of the kind > -",
                "sdgs > SDG 4 > 4",
                "sdgs > Goal 17 > 17",
                "sdgs > SDG04 > 4",
                "sdgs > 4. Quality education > 4",
                "sdgs > ODS 4. Educación de calidad > 4",
                "sdgs > Zero hunger > 2",
                "sdgs > 目标13 > 13",
                "sdgs > SDG 18 > -",
                "sdgs > SDG 4 Gender equality > -",
                "gdc > Objective 3 > 3",
                "regions > Asia-Pacific > ASP",
                "regions > Global > GLOBAL",
                "countries > Viet Nam > VN",
                "stakeholder-types > NGO > CSO",
                "no-such-vocabulary > C2 > -"
            })
    void aSpellingIsTakenForItsTerm(String scheme, String raw, String code) {
        var match = MATCHER.match(scheme, raw);
        assertThat(match.code() == null ? "-" : match.code())
                .as(match.toString())
                .isEqualTo(code);
    }

    @Test
    void everyNameOfEveryTermIsTakenForItWithAndWithoutItsCode() {
        for (var scheme : new String[] {"action-lines", "sdgs", "gdc", "regions", "un-regions"}) {
            for (var term : VOCABULARY.terms(scheme)) {
                for (var language : Languages.ALL) {
                    var name = term.name(language);
                    assertThat(MATCHER.match(scheme, name).code()).as(name).isEqualTo(term.code());
                    if (!scheme.endsWith("regions")) {
                        var both = term.code().replaceAll("-.*", "") + ": " + name;
                        assertThat(MATCHER.match(scheme, both).code()).as(both).isEqualTo(term.code());
                    }
                }
            }
        }
    }
}
