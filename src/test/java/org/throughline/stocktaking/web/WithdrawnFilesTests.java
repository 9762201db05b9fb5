package org.throughline.stocktaking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.opendata.Dumps;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Whoever kept the address of a file of an entry cannot get the file by it any more once the entry is gone, whichever
/// address that was.
@ThroughlineTest
class WithdrawnFilesTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    MockMvc web;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    PublishedProjects published;

    @Autowired
    Files files;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    Dumps dumps;

    private final String title = "Boats " + UUID.randomUUID();
    private ProjectCollection collection;
    private UUID owner;
    private FileId file;
    private Register.Taken taken;

    @BeforeEach
    void aPublicEntryWithAPicture() throws Exception {
        demo.ensure();
        owner = people.ensure(new EmailAddress("contributor@example.org"), "Amina Example", "en")
                .id()
                .value();
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        file = files.storePicture(new ByteArrayInputStream(picture.toByteArray()), "boat.png", 1 << 20);
        collection = SmallRegister.fresh(collections);
        taken = register.receive(collection, withPicture(title), Reception.form(owner, KeeperRole.OWNER), SECRETARIAT);
        register.publish(taken.id(), SECRETARIAT);
    }

    private NewProject withPicture(String title) {
        return new NewProject(
                "en",
                SmallRegister.answers(title),
                Consent.ALL,
                List.of(new Attached(AttachmentKind.PICTURE, file.value(), "The boat", "Children board a boat")));
    }

    private MockHttpServletResponse ask(String address, String... headers) throws Exception {
        var request = get(address);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return web.perform(request).andReturn().getResponse();
    }

    @Test
    void anEarlierAddressOfAFileLeadsToItWhileTheEntryHasIt() throws Exception {
        String first = address();
        change(withPicture(title + " of the delta"));

        MockHttpServletResponse moved = ask("/fr" + first);
        assertThat(moved.getStatus()).isEqualTo(301);
        assertThat(moved.getHeader(HttpHeaders.LOCATION)).isEqualTo("/fr" + address());

        change(new NewProject("en", withPicture(title + " again").answers(), Consent.ALL, List.of()));
        assertThat(ask(first).getStatus()).isEqualTo(410);
        assertThat(ask(path() + "/files/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    private String path() {
        return "/stocktaking/" + taken.number();
    }

    private String address() {
        return path() + "/files/"
                + published.attachments(taken.number()).getFirst().id();
    }

    private void change(NewProject project) {
        register.change(taken.id(), register.find(taken.id()).orElseThrow().version(), project, SECRETARIAT);
        register.publish(taken.id(), SECRETARIAT);
    }

    private void assertGone(String address, String tag) throws Exception {
        List<String> forms = new ArrayList<>(List.of(address));
        Languages.ALL.stream()
                .filter(language -> !language.equals("en"))
                .forEach(language -> forms.add("/" + language + address));
        for (String form : forms) {
            MockHttpServletResponse answer = ask(form);
            assertThat(answer.getStatus()).describedAs(form).isEqualTo(410);
            assertThat(answer.getContentType()).describedAs(form).startsWith("text/html");
        }
        assertThat(ask(address, HttpHeaders.IF_NONE_MATCH, tag).getStatus()).isEqualTo(410);
        assertThat(ask(address, HttpHeaders.RANGE, "bytes=0-1").getStatus()).isEqualTo(410);
        assertThat(web.perform(head(address)).andReturn().getResponse().getStatus())
                .isEqualTo(410);
    }

    @Test
    void aFileOfAWithdrawnEntryIsGoneInEveryFormOfItsAddress() throws Exception {
        String first = address();
        change(withPicture(title + " of the delta"));
        String address = address();
        MockHttpServletResponse there = ask(address);
        assertThat(there.getStatus()).isEqualTo(200);
        // Nobody on the way may keep it, as nobody on the way hears of a withdrawal.
        assertThat(there.getHeader(HttpHeaders.CACHE_CONTROL)).contains("max-age=0", "must-revalidate", "private");
        String tag = String.valueOf(there.getHeader(HttpHeaders.ETAG));
        var amina = Visitor.as(web, demo, "contributor");
        var claire = Visitor.as(web, demo, "secretariat");
        List<String> others = List.of(
                "/my/projects/" + taken.number() + "/files/" + file.value(),
                "/stocktaking/desk/" + taken.number() + "/files/" + file.value());
        assertThat(amina.see(others.get(0)).status()).isEqualTo(200);
        assertThat(claire.see(others.get(1)).status()).isEqualTo(200);
        register.withdraw(taken.id(), SECRETARIAT);
        assertGone(address, tag);
        assertGone(first, tag);
        assertThat(amina.see(address).status()).isEqualTo(410);
        assertThat(claire.see(address).status()).isEqualTo(410);
        assertThat(amina.see(others.get(0)).status()).isEqualTo(404);
        assertThat(claire.see(others.get(1)).status()).isEqualTo(404);
    }

    @Test
    void nothingThatIsLeftOfAWithdrawnEntryLeadsToItsFiles() throws Exception {
        String id = address().substring(address().lastIndexOf('/') + 1);
        String dump = "/data/register/" + dumps.take(SECRETARIAT).name();
        List<String> places = List.of(
                path(),
                "/api/v1/projects/" + taken.number(),
                "/api/v1/projects/" + taken.number() + "/versions",
                "/api/v1/projects/" + taken.number() + "/versions/1",
                path() + "/versions/1",
                path() + ".json",
                path() + ".jsonld",
                path() + ".linkset.json",
                path() + ".datacite.xml",
                dump + "/register.csv",
                dump + "/register.jsonl",
                dump + "/register.iati.xml");
        assertThat(ask(path()).getContentAsString(StandardCharsets.UTF_8)).contains(id);
        assertThat(ask(places.get(1)).getContentAsString(StandardCharsets.UTF_8))
                .contains(id);
        register.withdraw(taken.id(), SECRETARIAT);
        for (String place : places) {
            MockHttpServletResponse answer = ask(place);
            assertThat(answer.getStatus()).describedAs(place).isEqualTo(place.startsWith("/data/") ? 200 : 410);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8) + answer.getHeader(HttpHeaders.LINK))
                    .describedAs(place)
                    .doesNotContain(id, file.value().toString(), title);
        }
    }

    @Test
    void whoMayNoLongerShowFilesIsObeyedAndAMergedEntrySaysWhereItWent() throws Exception {
        String address = address();
        register.consent(taken.id(), new Consent(true, true, false, true, true), SECRETARIAT);
        assertThat(ask(address).getStatus()).isEqualTo(404);
        register.consent(taken.id(), Consent.ALL, SECRETARIAT);
        assertThat(ask(address).getStatus()).isEqualTo(200);
        Register.Taken stays = SmallRegister.publish(register, collection, SmallRegister.project("Stays"));
        register.merge(taken.id(), stays.id(), SECRETARIAT);
        MockHttpServletResponse merged = ask(address);
        assertThat(merged.getStatus()).isEqualTo(410);
        assertThat(merged.getContentAsString(StandardCharsets.UTF_8)).contains(Long.toString(stays.number()));
        assertThat(ask("/stocktaking/999999999/files/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsClaimedIsAddedUpAnewWhenAClaimChangesAndWhenItIsGone() throws Exception {
        String address = "/stocktaking/totals?collection=" + collection.slug();
        Map<String, tools.jackson.databind.JsonNode> answers = SmallRegister.answers(title);
        for (String amount : List.of("4321", "8765")) {
            answers.put(
                    "claims",
                    Json.tree("[{\"text\": \"Reached\", \"amount\": %s, \"unit\": \"villages\"}]".formatted(amount)));
            change(NewProject.of("en", answers, Consent.ALL));
            String shown = "%,d".formatted(Integer.parseInt(amount));
            for (String page : List.of(address, "/ar" + address))
                assertThat(ask(page).getContentAsString(StandardCharsets.UTF_8))
                        .describedAs(page)
                        .contains(shown);
        }
        assertThat(ask(address).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("4,321");
        // What waits for the secretariat counts for nobody yet.
        answers.put("claims", Json.tree("[{\"text\": \"Reached\", \"amount\": 9999, \"unit\": \"villages\"}]"));
        register.change(
                taken.id(),
                register.find(taken.id()).orElseThrow().version(),
                NewProject.of("en", answers, Consent.ALL),
                SECRETARIAT);
        assertThat(ask(address).getContentAsString(StandardCharsets.UTF_8))
                .contains("8,765")
                .doesNotContain("9,999");
        register.withdraw(taken.id(), SECRETARIAT);
        assertThat(ask(address).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("8,765", title);
    }
}
