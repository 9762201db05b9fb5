package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.Duplicates.Probe;
import org.throughline.stocktaking.Duplicates.Sign;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class DuplicatesTests {

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Duplicates duplicates;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    @ParameterizedTest
    @CsvSource({
        "Solar Schools for Kenya, SOLAR SCHOOLS FOR KENYA",
        "Solar Schools for Kenya, Kenya: schools for solar",
        "École numérique pour tous, Ecole numerique pour tous",
        "Bibliothèques numériques du Sahel, Bibliotheques numérique du Sahel",
        "مدارس رقمية للجميع, مَدارِس رقميّة للجميع",
        "信息社会数字图书馆, 信息社会 数字图书馆",
        "Digital libraries of the Sahel, Digital libraries of the Sahel (second phase)"
    })
    void titlesAreAlikeWhateverTheirCaseAccentsAndOrder(String one, String other) {
        assertThat(Duplicates.alike(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Solar schools for Kenya, Open data portal of Kenya",
        "Digital skills for women, Digital skills for farmers in the Andes",
        "'', Solar schools",
        "!!!, ???"
    })
    void othersAreNot(String one, String other) {
        assertThat(Duplicates.alike(one, other)).isFalse();
    }

    @Test
    void anAlikeTitleAmongWhatIsPublicIsFoundAndWhatIsNotPublicIsShownToNobodyElse() {
        String name = "Zephyr " + UUID.randomUUID() + " library boats";
        long shown = SmallRegister.publish(register, collection, SmallRegister.project(name))
                .number();
        long hidden = register.receive(
                        collection,
                        SmallRegister.project(name),
                        Reception.imported(null, UUID.randomUUID().toString(), null),
                        org.throughline.audit.Actor.system("test"))
                .number();
        Probe probe = new Probe(name.toUpperCase(java.util.Locale.ROOT), "", "", null);
        assertThat(duplicates.amongPublished(probe)).extracting(Likely::number).containsExactly(shown);
        assertThat(duplicates.amongAll(probe)).extracting(Likely::number).containsExactly(shown, hidden);
        assertThat(duplicates.amongAll(new Probe(name, "", "", shown)))
                .extracting(Likely::number)
                .containsExactly(hidden);
    }

    @Test
    void theSamePageIsASignAndTheSameFrontPageIsNone() {
        String host = "w" + UUID.randomUUID() + ".example.org";
        Map<String, JsonNode> answers = SmallRegister.answers("Telecentres on wheels " + UUID.randomUUID());
        SmallRegister.put(answers, "website", "\"https://www." + host + "/wheels/\"");
        SmallRegister.publish(register, collection, NewProject.of("en", answers, Consent.ALL));
        List<Likely> same =
                duplicates.amongPublished(new Probe("Quite another name", "http://" + host + "/wheels", "", null));
        assertThat(same).extracting(Likely::signs).containsExactly(java.util.Set.of(Sign.WEBSITE));
        assertThat(duplicates.amongPublished(new Probe("Quite another name", "http://" + host, "", null)))
                .isEmpty();
    }

    @Test
    void aDescriptionInTheSameWordsIsASignAndASentenceInCommonIsNone() {
        String words = "A barge with %s carries books, tablets and a satellite link to villages along the river, stays"
                + " two days at each landing, and leaves behind a box of readers that are charged by the sun.";
        Map<String, JsonNode> answers = SmallRegister.answers("Floating readers " + UUID.randomUUID());
        String mark = UUID.randomUUID().toString().replace("-", "");
        SmallRegister.put(answers, "summary", org.throughline.platform.Json.write(words.formatted(mark)));
        long shown = SmallRegister.publish(register, collection, NewProject.of("en", answers, Consent.ALL))
                .number();
        List<Likely> same = duplicates.amongPublished(new Probe(
                "Quite another name", "", words.formatted("a crew").toUpperCase(java.util.Locale.ROOT), null));
        assertThat(same)
                .filteredOn(one -> one.number() == shown)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.signs()).containsExactly(Sign.DESCRIPTION);
                    assertThat(one.described()).isGreaterThan(0.6);
                });
        assertThat(duplicates.amongPublished(new Probe(
                        "Quite another name",
                        "",
                        "A barge carries books to villages along the river. Teachers on land, whom nobody paid before,"
                                + " now learn each month how to keep the machines alive and how to mend them.",
                        null)))
                .noneMatch(one -> one.number() == shown);
    }
}
