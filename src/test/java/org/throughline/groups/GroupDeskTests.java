package org.throughline.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.groups.SeatDesk.Kept;
import org.throughline.platform.web.Typed;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// The secretariat keeps groups and seats: what it adds, corrects, ends or takes back is public at once and stays on
/// record, and no later start of the program undoes it.
@ThroughlineTest
class GroupDeskTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Groups groups;

    @Autowired
    private SeatDesk seats;

    @Autowired
    private ShippedGroups shipped;

    @Autowired
    private JdbcClient jdbc;

    private final String code = "test-" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final String page = "/groups/" + code;
    private Visitor secretariat;

    @BeforeEach
    void aGroup() throws Exception {
        secretariat = Visitor.as(web, people, "secretariat");
        Visitor.Answer answer = secretariat.send(
                "/groups/new",
                "code",
                code,
                "name-en",
                "Group of a test",
                "name-ar",
                "فريق للاختبار",
                "terms-en",
                "Look at it.\nSay so.",
                "terms-ar",
                "النظر في الأمر.\nقول ذلك.",
                "mandates",
                "council-1332\nhttps://example.org/mandates/pp-140",
                "founded",
                "2024-05",
                "source",
                "A letter",
                "certainty",
                "confirmed");
        assertThat(answer.location()).isEqualTo(page);
    }

    private static String[] seat(String... changed) {
        List<String> fields = new ArrayList<>(List.of(changed));
        String[] usual = {
            "role",
            "chair",
            "standing",
            "held",
            "country",
            "KE",
            "starts",
            "2024",
            "source",
            "A letter",
            "certainty",
            "confirmed"
        };
        for (int i = 0; i < usual.length; i += 2)
            if (!isNamed(changed, usual[i])) fields.addAll(List.of(usual[i], usual[i + 1]));
        return fields.toArray(String[]::new);
    }

    private static boolean isNamed(String[] fields, String name) {
        for (int i = 0; i < fields.length; i += 2) if (fields[i].equals(name)) return true;
        return false;
    }

    private Kept added(String... changed) throws Exception {
        assertThat(secretariat.send(page + "/seats/new", seat(changed)).status())
                .isEqualTo(303);
        return seats.of(code).getLast();
    }

    private static String address(Kept one) {
        return "/groups/" + one.group() + "/seats/" + one.seat().id();
    }

    @Test
    void aGroupIsReadInEachLanguageAndItsCorrectionIsKeptFieldByField() throws Exception {
        Visitor reader = Visitor.as(web, people, "contributor");
        assertThat(reader.see(page).html())
                .contains("Group of a test", "Look at it.", "May 2024", "/mandates/council-1332", "/mandates/pp-140")
                .doesNotContain("/edit");
        assertThat(reader.see("/ar" + page).page().select("h1").text()).isEqualTo("فريق للاختبار");

        assertThat(secretariat
                        .fill(
                                page + "/edit",
                                page + "/edit",
                                "name-en",
                                "Group of another name",
                                "terms-symbol",
                                "XX-1/1")
                        .status())
                .isEqualTo(303);

        assertThat(reader.see(page).html()).contains("Group of another name", "XX-1/1");
        assertThat(reader.see("/groups").html()).contains("Group of another name");
        assertThat(secretariat.see(page + "/edit").words())
                .contains(
                        "Group corrected",
                        "Name (English): Group of a test → Group of another name",
                        "Claire Fontaine");
        assertThat(groups.find(code).orElseThrow().terms()).hasSize(2);
    }

    @Test
    void aSeatTakesTheRegionOfItsCountryAndIsEndedAsExactlyAsThatIsKnown() throws Exception {
        Kept one = added();
        assertThat(one.seat().region()).isEqualTo("AFR");
        assertThat(secretariat.see(page + "?day=2026-01-01").html()).contains("Kenya");

        assertThat(secretariat
                        .send(address(one) + "/end", "version", "1", "ended", "2023")
                        .status())
                .isEqualTo(422);
        assertThat(secretariat
                        .send(address(one) + "/end", "version", "1", "ended", "2025-06")
                        .status())
                .isEqualTo(303);

        assertThat(secretariat.see(page).html()).contains("2024 – June 2025");
        assertThat(secretariat.see(page + "?day=2026-01-01").html()).contains("Nobody is on record for this day.");
        assertThat(secretariat.see(address(one)).words()).contains("Until: – → 2025-06");
        assertThat(secretariat.see("/ar" + address(one)).words()).contains("إلى: – ← 2025-06");
    }

    @Test
    void aNominationThatWasDeclinedIsKeptAsThatAndHoldsNoSeat() throws Exception {
        added();
        added("country", "", "entity-en", "A body", "entity-ar", "هيئة", "standing", "declined", "starts", "2025");

        assertThat(secretariat.see(page + "?day=2025-06-01").html()).contains("Nominated and declined", "A body");
        assertThat(secretariat.see("/ar" + page).words()).contains("هيئة");
        assertThat(secretariat.see(page + "?day=2025-06-01").page().select("[role=status] li"))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("Kenya"));
    }

    @Test
    void ofTwoEditorsTheSecondIsToldWhatDiffers() throws Exception {
        Kept one = added();
        assertThat(secretariat
                        .send(address(one), seat("version", "1", "person", "A. First"))
                        .status())
                .isEqualTo(303);
        Visitor.Answer second = secretariat.send(address(one), seat("version", "1", "person", "B. Second"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert] tr").text()).contains("Person", "A. First", "B. Second");
        assertThat(seats.of(code).getFirst().seat().person()).isEqualTo("A. First");
        assertThat(secretariat
                        .send(address(one) + "/end", "version", "1", "ended", "2026")
                        .status())
                .isEqualTo(409);

        String edit = page + "/edit";
        assertThat(secretariat.fill(edit, edit, "founded", "2023").status()).isEqualTo(303);
        Visitor.Answer late = secretariat.fill(edit, edit, "version", "1", "founded", "2022");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("[role=alert] tr").text()).contains("2023", "2022");
    }

    @Test
    void whatIsTypedWrongIsSaidAtItsFieldAndKept() throws Exception {
        Visitor.Answer group = secretariat.send(
                "/groups/new",
                "code",
                "recommendations",
                "name-fr",
                "x".repeat(301),
                "terms-en",
                "One.\nTwo.",
                "terms-ar",
                "واحد",
                "mandates",
                "no-such-thing",
                "founded",
                "long ago",
                "source-url",
                "javascript:alert(1)",
                "terms-symbol",
                "A\0B");
        assertThat(group.status()).isEqualTo(422);
        assertThat(group.page().select(".field-error").eachAttr("id"))
                .contains(
                        "code-error",
                        "name-fr-error",
                        "terms-ar-error",
                        "mandates-error",
                        "founded-error",
                        "source-error",
                        "source-url-error",
                        "terms-symbol-error");
        assertThat(group.html()).contains("no-such-thing", "واحد");
        assertThat(secretariat
                        .send("/groups/new", "code", code, "name-en", "Twice", "source", "A letter")
                        .status())
                .isEqualTo(422);

        Visitor.Answer seat = secretariat.send(
                page + "/seats/new",
                seat(
                        "role",
                        "queen",
                        "country",
                        "XX",
                        "region",
                        "MOON",
                        "starts",
                        "2025",
                        "ends",
                        "2024",
                        "standing",
                        ""));
        assertThat(seat.status()).isEqualTo(422);
        assertThat(seat.page().select(".field-error").eachAttr("id"))
                .containsExactlyInAnyOrder(
                        "role-error", "country-error", "region-error", "ends-error", "standing-error");
        assertThat(secretariat
                        .send(page + "/seats/new", seat("country", ""))
                        .page()
                        .select("#country-error"))
                .hasSize(1);
        added();
        assertThat(secretariat.send(page + "/seats/new", seat()).page().select("#role-error"))
                .hasSize(1);
        assertThat(secretariat.see(page + "/seats/not-an-id").status()).isIn(400, 404);
        assertThat(Visitor.as(web, people, "contributor").see(page + "/edit").status())
                .isEqualTo(403);
    }

    @Test
    void aSeatTakenBackLeavesEveryPageButTheDesk() throws Exception {
        Kept one = added("person", "By mistake");
        assertThat(secretariat
                        .send(address(one) + "/retirement", "version", "1", "reason", " ")
                        .status())
                .isEqualTo(422);
        assertThat(secretariat
                        .send(address(one) + "/retirement", "version", "1", "reason", "Another group")
                        .status())
                .isEqualTo(303);

        assertThat(secretariat.see(page).html()).doesNotContain("By mistake");
        assertThat(secretariat.see(page + "/edit").html()).contains("Another group");
        assertThat(secretariat.see(address(one)).html()).contains("Another group", "Seat taken back");
        assertThat(secretariat.send(address(one), seat("version", "2")).status())
                .isEqualTo(409);
    }

    @Test
    void whatTheProgramBroughtStaysAsItWasCorrected() throws Exception {
        Kept one = seats.of(Group.UNGIS).stream()
                .filter(kept -> kept.seat().entity().textFor("en").equals("World Bank"))
                .findFirst()
                .orElseThrow();
        SeatFacts before = SeatFacts.of(one.seat());
        Typed form = before.form();
        String[] fields = form.values().entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue().getFirst()).stream())
                .toArray(String[]::new);
        int seatsBefore = seats.of(Group.UNGIS).size();
        var sent = new ArrayList<>(List.of(fields));
        sent.set(sent.indexOf("role") + 1, "observer");
        sent.addAll(List.of("version", String.valueOf(one.version())));
        assertThat(secretariat.send(address(one), sent.toArray(String[]::new)).status())
                .isEqualTo(303);

        shipped.afterSingletonsInstantiated();

        assertThat(seats.of(Group.UNGIS)).hasSize(seatsBefore);
        assertThat(seats.find(Group.UNGIS, one.seat().id()).orElseThrow().seat().role())
                .isEqualTo(Seat.Role.OBSERVER);

        // As if the program brought only now what somebody had added before.
        jdbc.sql("UPDATE groups.seat SET key = NULL, role = 'member', version = version + 1 WHERE id = ?")
                .param(one.seat().id())
                .update();
        shipped.afterSingletonsInstantiated();
        assertThat(seats.of(Group.UNGIS)).hasSize(seatsBefore);
        assertThat(jdbc.sql("SELECT key FROM groups.seat WHERE id = ?")
                        .param(one.seat().id())
                        .query(String.class)
                        .single())
                .isEqualTo("ungis/member/worldbank/0");
    }
}
