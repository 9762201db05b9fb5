package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.InputRecord.State;
import org.throughline.platform.Json;
import org.throughline.platform.MinHash;
import org.throughline.platform.PersonalData;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What the secretariat's checks find, and what its decisions do.
@ThroughlineTest
class DeskTests {

    private static final String STRANGE =
            "<script>alert(1)</script> \" & =cmd|' /C calc'!A0 \u202Eabc \uD83D\uDE00 {0} %s";
    private static final String LONG =
            "Rural networks were built by cooperatives that own the masts and share the cost of the fibre between villages";

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    Moderation moderation;

    @Autowired
    DemoPeople people;

    final Actor anybody = new Actor(UUID.randomUUID(), "Amina", Set.of());
    CallId call;
    String slug;
    String desk;
    Visitor secretariat;

    @BeforeEach
    void anOpenCall() throws Exception {
        slug = SmallCall.freshSlug();
        desk = "/calls/" + slug + "/desk";
        call = SmallCall.open(calls, slug);
        secretariat = Visitor.as(web, people, "secretariat");
    }

    private Received send(String text, String organisation, Consent consent) {
        var input = NewInput.of(
                "en",
                Respondent.of(
                        Respondent.Behalf.ORGANISATION,
                        organisation,
                        "Amina Example",
                        "sender" + Math.abs(organisation.hashCode()) + "@example.org",
                        "CSO",
                        "KE",
                        null,
                        null),
                Map.of("q1", Json.mapper().getNodeFactory().stringNode(text)),
                consent,
                null,
                null);
        return inputs.submit(call, input, Reception.form(UUID.randomUUID(), "en"), anybody);
    }

    private Set<Finding> findings(int number) {
        return moderation.lines(call).stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow()
                .findings();
    }

    private State state(int number) {
        return publication.find(call, number).orElseThrow().state();
    }

    private Visitor.Answer decide(int number, String... fields) throws Exception {
        var all = new java.util.ArrayList<>(List.of(
                "version",
                Integer.toString(publication.find(call, number).orElseThrow().version())));
        all.addAll(List.of(fields));
        return secretariat.send(desk + "/" + number + "/decision", all.toArray(String[]::new));
    }

    @Test
    void theChecksFindWhatTheyShould() {
        send(LONG, "Masts", Consent.ALL);
        send(LONG.toUpperCase(java.util.Locale.ROOT) + "!", "Fibres", Consent.ALL);
        send(LONG + " of the northern valleys", "Valleys", Consent.ALL);
        send("Digital skills decide who gains from all of this in the next twenty years.", "Skills", Consent.ALL);
        send("Write to me at jan.kowalski@example.com or call +41 22 730 51 11.", "Writers", Consent.ALL);
        send(
                "Les réseaux ruraux ont été construits par des coopératives qui possèdent les mâts et qui partagent le coût.",
                "Coops",
                Consent.ALL);
        send("Something else entirely, which nobody else has said in this way.", "Skills", Consent.ALL);
        assertThat(findings(1)).containsExactly(Finding.SAME_TEXT);
        assertThat(findings(2)).containsExactly(Finding.SAME_TEXT);
        assertThat(findings(3)).containsExactly(Finding.NEAR_COPY);
        assertThat(findings(4)).containsExactly(Finding.SAME_SENDER);
        assertThat(findings(5)).containsExactly(Finding.PERSONAL_DATA);
        assertThat(findings(6)).containsExactly(Finding.OTHER_LANGUAGE);
        Examination checks = moderation.examine(moderation.dossier(call, 3).orElseThrow());
        assertThat(checks.resembling())
                .extracting(Examination.Resemblance::number)
                .containsExactly(1, 2);
        assertThat(checks.resembling().getFirst().share()).isBetween(0.6, 0.95);
        assertThat(checks.asked()).isEqualTo(6);
        assertThat(checks.answered()).isEqualTo(1);
    }

    @Test
    void aFewCommonWordsAreNotCalledLikeness() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        send(
                "Rural networks were built by hand. " + "Everything else was told by somebody else. ".repeat(5),
                "Masts",
                Consent.ALL);
        send(LONG + " of the northern valleys", "Valleys", Consent.ALL);
        var alike = secretariat.see(desk + "/1").page().select("#checks-title ~ ul.list-plain li");
        assertThat(alike).hasSize(2);
        assertThat(alike.select("a[href$=/desk/3]").first().parent().text()).contains("%");
        assertThat(alike.select("a[href$=/desk/2]").first().parent().text()).doesNotContain("%");
    }

    @Test
    void placesOfPersonalDataAreFoundByKind() {
        assertThat(PersonalData.in(
                        "IBAN CH93 0076 2011 6238 5295 7, passport no. X1234567, 12 Long Acre Street; 5, rue de Varembé; "
                                + "a@b.example; тел. 8 800 555 35 35",
                        null))
                .extracting(PersonalData.Spot::kind)
                .containsExactly(
                        PersonalData.Kind.ACCOUNT,
                        PersonalData.Kind.IDENTITY,
                        PersonalData.Kind.ADDRESS,
                        PersonalData.Kind.ADDRESS,
                        PersonalData.Kind.EMAIL,
                        PersonalData.Kind.PHONE);
        assertThat(PersonalData.in(
                        "In 2003–2005, resolution 70/125 and 60/252 (1,234,567 people; 12.5 per cent) of 14 March 2025.",
                        null))
                .isEmpty();
    }

    @Test
    void estimatesOfLikenessComeNearTheTruth() {
        var base = new StringBuilder();
        for (int i = 0; i < 400; i++)
            base.append("word").append(i * 7919 % 1009).append(' ');
        String one = base.toString();
        String other = one.substring(0, one.length() * 3 / 4)
                + one.substring(one.length() * 3 / 4).replace("word", "term");
        double truth = MinHash.share(MinHash.runs(MinHash.words(one)), MinHash.runs(MinHash.words(other)));
        int[] signature = MinHash.signature(MinHash.words(one));
        assertThat(MinHash.estimate(signature, MinHash.signature(MinHash.words(other))))
                .isBetween(truth - 0.15, truth + 0.15);
        assertThat(MinHash.of(MinHash.bytes(signature))).isEqualTo(signature);
    }

    @Test
    void decisionsAreTakenOnThePageAndRemembered() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        send("Digital skills decide who gains from all of this.", "Skills", Consent.ALL);
        assertThat(decide(1, "do", "publish").status()).isEqualTo(303);
        assertThat(state(1)).isEqualTo(State.PUBLISHED);
        assertThat(decide(2, "do", "withhold", "reason", " ").status()).isEqualTo(422);
        assertThat(decide(2, "do", "withhold", "reason", STRANGE).status()).isEqualTo(303);
        assertThat(state(2)).isEqualTo(State.WITHHELD);
        var shown = secretariat.see(desk + "/2");
        assertThat(shown.html()).doesNotContain("<script>alert");
        assertThat(shown.page().text()).contains("<script>alert(1)</script>");
        assertThat(decide(2, "do", "duplicate", "of", "99").status()).isEqualTo(422);
        assertThat(decide(2, "do", "duplicate", "of", "1").status()).isEqualTo(303);
        assertThat(state(2)).isEqualTo(State.DUPLICATE);
        assertThat(decide(2, "do", "reopen").status()).isEqualTo(303);
        assertThat(decide(2, "do", "withdraw").status()).isEqualTo(422);
        assertThat(decide(2, "do", "withdraw", "confirm", "true").status()).isEqualTo(303);
        assertThat(state(2)).isEqualTo(State.WITHDRAWN);
        assertThat(secretariat.see(desk + "/2").words())
                .contains("Received", "Kept unpublished", "Marked as a duplicate", "Withdrawn");
        var stale =
                secretariat.send(desk + "/1/decision", "version", "77", "do", "withhold", "reason", "Kept as typed");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().selectFirst("#reason").val()).isEqualTo("Kept as typed");
        assertThat(state(1)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void onlyCleanAndAllowedInputsArePublishedTogether() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        send("Digital skills decide who gains from all of this.", "Skills", new Consent(true, false, true, true, true));
        send("Write to jan.kowalski@example.com for more.", "Writers", Consent.ALL);
        send("Something else entirely, which nobody else has said.", "Others", Consent.ALL);
        assertThat(secretariat
                        .see(desk + "/batch")
                        .page()
                        .select("input[name=n]")
                        .eachAttr("value"))
                .containsExactly("1:0", "4:0");
        inputs.setConsent(
                publication.find(call, 4).orElseThrow().id(),
                new Consent(false, true, true, true, true),
                Actor.system("test"));
        assertThat(secretariat
                        .send(desk + "/batch", "n", "1:0", "n", "2:0", "n", "3:0", "n", "4:0")
                        .status())
                .isEqualTo(303);
        assertThat(List.of(state(1), state(2), state(3), state(4)))
                .containsExactly(State.PUBLISHED, State.RECEIVED, State.RECEIVED, State.RECEIVED);
        assertThat(secretariat.see(desk + "?state=published").page().select("tbody tr"))
                .hasSize(1);
        assertThat(secretariat.see(desk + "?findings=true").page().select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void strangeTextIsShownUnchangedAndHarmless() throws Exception {
        send(STRANGE + " x@y.example", STRANGE, Consent.ALL);
        send(STRANGE + " x@y.example", "Other", Consent.ALL);
        for (String path : List.of("", "/1", "/1/beside/2", "/batch")) {
            var answer = secretariat.see("/ar" + desk + path);
            assertThat(answer.status()).describedAs(path).isEqualTo(200);
            assertThat(answer.html()).describedAs(path).doesNotContain("<script>alert");
        }
        assertThat(secretariat
                        .see(desk + "/1/beside/2")
                        .page()
                        .selectFirst(".answer-text")
                        .wholeText())
                .contains(STRANGE);
    }

    @Test
    void telephoneNumbersAsPeopleWriteThemAtHomeAreShown() throws Exception {
        send(
                "Ask Jo Citizen about all of this, 0491 570 006, or (02) 5550 1234 in office hours, until 30 June 2025.",
                "Callers",
                Consent.ALL);
        assertThat(findings(1)).containsExactly(Finding.PERSONAL_DATA);
        assertThat(secretariat
                        .see(desk + "/1")
                        .page()
                        .select("li:has(.tag-warn) bdi")
                        .eachText())
                .containsExactly("0491 570 006", "(02) 5550 1234");
    }

    @Test
    void ofAWithdrawnInputTheDeskShowsNoWord() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        send(LONG + " of the northern valleys", "Valleys", Consent.ALL);
        assertThat(secretariat.see(desk + "/2").words()).contains("Masts");
        inputs.withdraw(publication.find(call, 1).orElseThrow().id(), Actor.system("test"));
        for (String path : List.of("", "/1", "/2", "?state=withdrawn"))
            assertThat(secretariat.see(desk + path).words())
                    .describedAs(path)
                    .doesNotContain("Masts", "sender" + Math.abs("Masts".hashCode()));
        assertThat(secretariat.see(desk + "/1").words())
                .contains("Input 1", "Its owner withdrew it on", "Received")
                .doesNotContain("cooperatives", "Amina");
        assertThat(decide(1, "do", "publish").words())
                .contains("This input was withdrawn")
                .doesNotContain("cooperatives");
    }

    @Test
    void anInputIsComparedWithAnotherThatIsThere() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        send(LONG + " of the northern valleys", "Valleys", Consent.ALL);
        assertThat(secretariat
                        .see(desk + "/1/beside/2")
                        .page()
                        .select(".answer-text")
                        .eachText())
                .hasSize(2);
        assertThat(secretariat.see(desk + "/1/beside/1").status()).isEqualTo(404);
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), Actor.system("test"));
        assertThat(secretariat.see(desk + "/1/beside/2").status()).isEqualTo(404);
        assertThat(secretariat.see(desk + "/2/beside/1").status()).isEqualTo(404);
    }

    @Test
    void othersAreKeptOut() throws Exception {
        send(LONG, "Masts", Consent.ALL);
        for (String persona : List.of("contributor", "analyst")) {
            var visitor = Visitor.as(web, people, persona);
            for (String path : List.of("", "/1", "/batch", "/new", "/1/beside/1", "/1/files/" + UUID.randomUUID()))
                assertThat(visitor.see(desk + path).status()).describedAs(path).isEqualTo(403);
            for (String path : List.of("/1/decision", "/batch", "/new"))
                assertThat(visitor.send(desk + path).status()).describedAs(path).isEqualTo(403);
        }
    }
}
