package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.search.Search;
import org.throughline.search.SearchMaintenance;
import org.throughline.search.SearchQuery;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.stocktaking.RegisterResult.FacetCount;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class RegisterTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    PublishedProjects published;

    @Autowired
    Projects projects;

    @Autowired
    SearchMaintenance maintenance;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private RegisterQuery here() {
        return RegisterQuery.all("en").where(Facet.COLLECTION, collection.slug());
    }

    private Taken publish(NewProject project) {
        return SmallRegister.publish(register, collection, project);
    }

    @Test
    void aPublishedProjectIsListedAndCountedAtOnce() {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        RegisterResult result = projects.find(here());
        assertThat(result.numbers()).containsExactly(taken.number());
        assertThat(result.facets().get(Facet.ACTION_LINE))
                .containsExactly(new FacetCount("C2", 1), new FacetCount("C7-ELEA", 1));
        assertThat(result.facets().get(Facet.REGION)).containsExactly(new FacetCount("AFR", 1));
        assertThat(result.facets().get(Facet.YEAR)).containsExactly(new FacetCount("2024", 1));
        assertThat(result.facets().get(Facet.LIGHT)).containsExactly(new FacetCount("fresh", 1));
        assertThat(published.find(taken.number()).orElseThrow().title()).isEqualTo("Solar schools");
    }

    @Test
    void whatIsNotPublishedIsNowhere() {
        Taken taken = register.receive(
                collection, SmallRegister.project("Waiting"), Reception.imported(null, "row 1", null), SECRETARIAT);
        assertThat(projects.find(here()).total()).isZero();
        assertThat(published.find(taken.number())).isEmpty();
        assertThat(published.tombstone(taken.number())).isEmpty();
    }

    @Test
    void thePublicSeesNoPrivateAnswer() {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        assertThat(published.find(taken.number()).orElseThrow().answers().toString())
                .contains("Connect two hundred schools")
                .doesNotContain("Private Person")
                .doesNotContain("private.person");
    }

    @Test
    void whoRunsItIsShownByConsentOnly() {
        Taken taken = publish(SmallRegister.project("Solar schools", new Consent(false, true, true, true, true)));
        PublishedProject shown = published.find(taken.number()).orElseThrow();
        assertThat(shown.entityName()).isEmpty();
        assertThat(shown.answers().toString()).doesNotContain("Example Society");
    }

    @Test
    void aChangeShowsOnlyWhenItIsPublished() {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        ProjectRecord before = register.find(taken.id()).orElseThrow();
        register.change(taken.id(), before.version(), SmallRegister.project("Solar colleges"), SECRETARIAT);
        assertThat(published.find(taken.number()).orElseThrow().title()).isEqualTo("Solar schools");
        register.publish(taken.id(), SECRETARIAT);
        assertThat(published.find(taken.number()).orElseThrow().title()).isEqualTo("Solar colleges");
        assertThatThrownBy(() -> register.change(
                        taken.id(), before.version(), SmallRegister.project("From an old tab"), SECRETARIAT))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aWithdrawnProjectLeavesATombstoneAndTheCounts() {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        register.withdraw(taken.id(), SECRETARIAT);
        assertThat(projects.find(here()).total()).isZero();
        assertThat(published.find(taken.number())).isEmpty();
        assertThat(published.tombstone(taken.number()).orElseThrow().kind()).isEqualTo("withdrawn");
    }

    @Test
    void aMergedProjectLeadsToTheOtherAndBothKeepersStay() {
        Taken one = publish(SmallRegister.project("Solar schools"));
        Taken other = publish(SmallRegister.project("Solar schools of Kenya"));
        register.merge(one.id(), other.id(), SECRETARIAT);
        assertThat(published.tombstone(one.number()).orElseThrow().mergedInto()).isEqualTo(other.number());
        assertThat(projects.find(here()).numbers()).containsExactly(other.number());
    }

    @Test
    void takingBackTheConsentToTheTextHidesTheEntry() {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        register.consent(taken.id(), Consent.NONE, SECRETARIAT);
        assertThat(projects.find(here()).total()).isZero();
        assertThat(published.tombstone(taken.number()).orElseThrow().kind()).isEqualTo("unpublished");
        assertThatThrownBy(() -> register.publish(taken.id(), SECRETARIAT)).isInstanceOf(Refusal.class);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Map<String, JsonNode> answers = SmallRegister.answers("");
        SmallRegister.put(answers, "sdgs", "[{\"key\": \"18\"}]");
        SmallRegister.put(answers, "website", "\"javascript:alert(1)\"");
        SmallRegister.put(answers, "startsOn", "\"2024-13\"");
        SmallRegister.put(answers, "nonsense", "1");
        assertThat(register.check(collection, NewProject.of("en", answers, Consent.NONE)))
                .extracting(Violation::field)
                .contains("title", "sdgs.0.key", "website", "startsOn", "nonsense", "consent.text");
    }

    @Test
    void facetsNarrowTogetherAndAreCountedWithoutTheirOwnChoice() {
        Map<String, JsonNode> answers = SmallRegister.answers("Clinics");
        SmallRegister.put(answers, "actionLines", "[\"C7-EHEA\"]");
        SmallRegister.put(answers, "countries", "[\"FR\"]");
        publish(SmallRegister.project("Schools"));
        Taken clinics = publish(NewProject.of("en", answers, Consent.ALL));
        RegisterResult result = projects.find(here().where(Facet.COUNTRY, "FR"));
        assertThat(result.numbers()).containsExactly(clinics.number());
        assertThat(result.facets().get(Facet.ACTION_LINE)).containsExactly(new FacetCount("C7-EHEA", 1));
        assertThat(result.facets().get(Facet.COUNTRY))
                .extracting(FacetCount::value)
                .containsExactly("FR", "KE");
        assertThat(projects.crossed(here(), Facet.ACTION_LINE, Facet.SDG).get("C2"))
                .isEqualTo(Map.of("4", 1L));
    }

    @Test
    void theOrderIsTheOneAskedFor() {
        long b = publish(SmallRegister.project("Éclair")).number();
        long a = publish(SmallRegister.project("apple")).number();
        long c = publish(SmallRegister.project("zebra")).number();
        assertThat(projects.find(here().sorted(RegisterQuery.Sort.TITLE)).numbers())
                .containsExactly(a, b, c);
        assertThat(projects.find(here().sorted(RegisterQuery.Sort.OLDEST).page(1, 1))
                        .numbers())
                .isEqualTo(List.of(a));
    }

    @Autowired
    Search search;

    @Test
    void aNameThatIsTakenBackFindsNothingFromThatMomentOn() {
        Map<String, JsonNode> answers = SmallRegister.answers("Clinics on wheels");
        SmallRegister.put(answers, "entityName", "\"Zorilla Foundation\"");
        Taken taken = publish(NewProject.of("en", answers, Consent.ALL));
        assertThat(maintenance.awaitCaughtUp(java.time.Duration.ofSeconds(60))).isTrue();
        SearchQuery everywhere = SearchQuery.of("zorilla", "en");
        assertThat(projects.find(here().matching("zorilla")).numbers()).containsExactly(taken.number());
        assertThat(search.find(everywhere).total()).isEqualTo(1);
        register.consent(taken.id(), new Consent(false, true, true, true, true), Actor.system("test"));
        assertThat(projects.find(here().matching("zorilla")).numbers()).isEmpty();
        assertThat(search.find(everywhere).total()).isZero();
        assertThat(search.find(everywhere).hits()).isEmpty();
        assertThat(search.keys(everywhere).orElseThrow()).isEmpty();
        assertThat(maintenance.awaitCaughtUp(java.time.Duration.ofSeconds(60))).isTrue();
        assertThat(projects.find(here().matching("zorilla")).numbers()).isEmpty();
        assertThat(projects.find(here().matching("clinics on wheels")).numbers())
                .containsExactly(taken.number());
    }

    @Autowired
    Totals totals;

    @Test
    void moreClaimsThanCanBeComparedAreRefusedByTheirNumber() {
        Map<String, JsonNode> answers = SmallRegister.answers("Claims");
        SmallRegister.put(
                answers, "claims", "[{\"text\": \"Ten\", \"amount\": 10}, {\"text\": \"Twelve\", \"amount\": 12}]");
        List<Long> numbers = List.of(
                publish(NewProject.of("en", answers, Consent.ALL)).number(),
                publish(NewProject.of("en", answers, Consent.ALL)).number());
        assertThat(totals.of(numbers, 4).claims()).isEqualTo(4);
        assertThatThrownBy(() -> totals.of(numbers, 3))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("too-many-claims");
    }

    @Test
    void anAmountThatNothingReachesIsNoAmount() {
        Map<String, JsonNode> answers = SmallRegister.answers("Claims");
        SmallRegister.put(answers, "claims", "[{\"text\": \"Many\", \"amount\": 1e12}]");
        assertThat(register.check(collection, NewProject.of("en", answers, Consent.ALL)))
                .isEmpty();
        SmallRegister.put(answers, "claims", "[{\"text\": \"Many\", \"amount\": 1e13}]");
        assertThat(register.check(collection, NewProject.of("en", answers, Consent.ALL)))
                .extracting(Violation::messageKey)
                .containsExactly("stocktaking.check.number");
    }

    @Test
    void wordsAndFacetsNarrowTogetherAndWhatWasFoundIsMarked() {
        Map<String, JsonNode> answers = SmallRegister.answers("Quokka clinics");
        SmallRegister.put(answers, "countries", "[\"FR\"]");
        long clinics = publish(NewProject.of("en", answers, Consent.ALL)).number();
        long schools = publish(SmallRegister.project("Schools for the quokkas")).number();
        publish(SmallRegister.project("Nothing of the kind"));
        assertThat(maintenance.awaitCaughtUp(java.time.Duration.ofSeconds(60))).isTrue();
        RegisterResult both = projects.find(here().matching("quokka"));
        assertThat(both.numbers()).containsExactlyInAnyOrder(clinics, schools);
        assertThat(both.facets().get(Facet.COUNTRY))
                .extracting(FacetCount::value)
                .containsExactly("FR", "KE");
        assertThat(both.hits().get(schools).title().spans())
                .anySatisfy(span -> assertThat(span).extracting("text", "found").containsExactly("quokkas", true));
        RegisterResult french = projects.find(here().matching("quokka").where(Facet.COUNTRY, "FR"));
        assertThat(french.numbers()).containsExactly(clinics);
        assertThat(french.facets().get(Facet.COUNTRY)).hasSize(2);
        assertThat(projects.find(here().matching("quokka").sorted(RegisterQuery.Sort.TITLE))
                        .numbers())
                .containsExactly(clinics, schools);
        assertThat(projects.find(here().matching("quoka clinicks")).similar()).isTrue();
    }

    @Test
    void theSecretariatMendsAnEntryWithoutKnowingWhatItNeverSaid() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        Map<String, JsonNode> answers = SmallRegister.answers("Brought in from a table");
        answers.remove("goals");
        SmallRegister.put(answers, "sdgs", "[{\"key\": \"4\"}]");
        Reception imported = Reception.imported(null, UUID.randomUUID().toString(), null);
        Register.Taken taken = register.receiveAll(
                        collection,
                        List.of(new Register.Sent(NewProject.of("en", answers, Consent.ALL), imported)),
                        Actor.system("test"))
                .getFirst();
        SmallRegister.put(answers, "title", "\"Mended\"");
        NewProject mended = NewProject.of("en", answers, Consent.ALL);
        register.amend(taken.id(), 0, mended, Actor.system("test"));
        assertThat(register.find(taken.id()).orElseThrow().title()).isEqualTo("Mended");
        answers.remove("summary");
        NewProject poorer = NewProject.of("en", answers, Consent.ALL);
        assertThatThrownBy(() -> register.amend(taken.id(), 1, poorer, Actor.system("test")))
                .isInstanceOf(ProjectRefused.class);
        assertThatThrownBy(() -> register.change(taken.id(), 1, mended, Actor.system("test")))
                .isInstanceOf(ProjectRefused.class);
    }
}
