package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.opendata.Dumps;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.access.Permission;
import org.throughline.search.SearchMaintenance;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.Keepers;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.OwnershipClaims;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectBatches.Pick;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectModeration;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.Line;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// What passes between keepers and the secretariat stays there: drafts and what is alike to them, the addresses of
/// owners and of those who are asked, claims, questions, reasons and marks. Each has a secret word; then the register
/// is read in every form in which it is given out, and by somebody else who is signed in.
@ThroughlineTest
class RegisterCanaryTests {

    private static final Actor SECRETARIAT = Actor.system("test");
    private static final Pattern RESUMED = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
    private static final Consent NAMELESS = new Consent(false, true, false, false, false);

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ProjectDrafts drafts;

    @Autowired
    ProjectModeration moderation;

    @Autowired
    ProjectBatches batches;

    @Autowired
    Keepers keepers;

    @Autowired
    OwnershipClaims claims;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    Dumps dumps;

    @Autowired
    SearchMaintenance search;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Long> numbers = new ArrayList<>();
    private ProjectCollection collection;

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                any -> "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 14));
    }

    private String mail(String name) {
        return secret(name) + "@example.org";
    }

    private Person somebody(String name) {
        return people.ensure(new EmailAddress(mail(name + "-mail")), secret(name + "-name"), "en");
    }

    private static Actor actor(Person person) {
        return new Actor(person.id().value(), person.name(), Set.of(Permission.CONTRIBUTE));
    }

    @Test
    void whatIsBetweenKeepersAndTheSecretariatReachesNobodyElse() throws Exception {
        collection = SmallRegister.wsis(collections);
        Person keeper = somebody("keeper");
        Register.Taken open = open(keeper);
        drafts(keeper, open);
        letters(keeper, open);
        decisions(keeper, open);
        nameless();
        dumps.take(SECRETARIAT);
        assertThat(search.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();

        List<String> found = new ArrayList<>();
        int read = 0;
        for (String address : addresses()) read += look(address, found);
        for (String prefix : List.of("oai_dc", "oai_datacite")) read += harvest(prefix, found);
        signedIn(found);
        assertThat(found).isEmpty();
        assertThat(read).isGreaterThan(60);
    }

    // Public, with everything private filled, kept by one person and nominated by them.
    private Register.Taken open(Person keeper) {
        Map<String, JsonNode> answers = SmallRegister.answers("Open boats of the canary");
        SmallRegister.put(answers, "relation", "\"nominator\"");
        SmallRegister.put(answers, "ownerEmail", Json.write(mail("owner")));
        SmallRegister.put(answers, "contactName", Json.write(secret("contact")));
        SmallRegister.put(answers, "contactEmail", Json.write(mail("contact-mail")));
        SmallRegister.put(answers, "contactPhone", Json.write("+41 " + secret("phone")));
        Register.Taken taken = register.receive(
                collection,
                NewProject.of("en", answers, Consent.ALL),
                Reception.form(keeper.id().value(), KeeperRole.OWNER),
                actor(keeper));
        register.publish(taken.id(), SECRETARIAT);
        numbers.add(taken.number());
        return taken;
    }

    private void drafts(Person keeper, Register.Taken open) {
        ProjectDraft begun = drafts.start(collection, "en", actor(keeper));
        ProjectForm form = drafts.form(begun);
        for (ProjectForm.Section section : form.sections()) {
            Map<String, JsonNode> typed = new LinkedHashMap<>();
            section.fields()
                    .forEach(field -> SmallRegister.put(
                            typed, field.code(), Json.write("typed " + secret("draft-" + field.code()))));
            drafts.saveAnswers(begun.id(), section, 0, null, typed, actor(keeper));
        }
        ProjectDraft change = drafts.startChange(open.id(), actor(keeper));
        ProjectForm.Section first = form.sections().getFirst();
        Map<String, JsonNode> typed = new LinkedHashMap<>(change.content().answers());
        SmallRegister.put(typed, "title", Json.write("Open boats of the canary " + secret("change-in-work")));
        drafts.saveAnswers(change.id(), first, 0, null, typed, actor(keeper));
    }

    private void letters(Person keeper, Register.Taken open) {
        keepers.invite(open.id(), mail("invited"), KeeperRole.KEEPER, actor(keeper));
        claims.claim(open.number(), "Ours since " + secret("claim"), actor(somebody("claimant")));
    }

    private void decisions(Person keeper, Register.Taken open) {
        Register.Taken asked = waiting(keeper, "asked-title");
        moderation.askBack(asked.id(), 0, secret("question"), SECRETARIAT);
        Register.Taken declined = waiting(keeper, "declined-title");
        moderation.decline(declined.id(), 0, secret("reason"), SECRETARIAT);
        UUID batch = batches.begin(
                ProjectBatch.Kind.TAG,
                secret("mark"),
                List.of(new Pick(
                        open.number(), register.find(open.id()).orElseThrow().version())),
                SECRETARIAT);
        batches.work(batch);
    }

    private Register.Taken waiting(Person keeper, String title) {
        Register.Taken taken = register.receive(
                collection,
                SmallRegister.project("Boats " + secret(title)),
                Reception.form(keeper.id().value(), KeeperRole.OWNER),
                actor(keeper));
        numbers.add(taken.number());
        return taken;
    }

    // Allows the text alone: whoever runs it is named nowhere.
    private void nameless() {
        Map<String, JsonNode> answers = SmallRegister.answers("Boats without a name");
        SmallRegister.put(answers, "entityName", Json.write("Society " + secret("entity")));
        SmallRegister.put(answers, "partners", "[" + Json.write(secret("partner")) + "]");
        SmallRegister.put(answers, "partnerships", Json.write("Together with " + secret("partnership")));
        SmallRegister.put(answers, "website", Json.write("https://" + secret("site") + ".example.org/"));
        SmallRegister.put(answers, "entityWebsite", Json.write("https://" + secret("entity-site") + ".example.org/"));
        numbers.add(SmallRegister.publish(register, collection, NewProject.of("en", answers, NAMELESS))
                .number());
    }

    private List<String> addresses() {
        List<String> all = new ArrayList<>();
        for (long number : numbers) {
            String page = "/stocktaking/" + number;
            for (String end : List.of(
                    "",
                    "/versions",
                    "/versions/1",
                    ".json",
                    ".jsonld",
                    ".iati.xml",
                    ".datacite.xml",
                    ".dc.xml",
                    ".linkset.json")) all.add(page + end);
            for (String end : List.of("", "/versions", "/versions/1")) all.add("/api/v1/projects/" + number + end);
            for (String language : Languages.ALL) all.add("/" + language + page);
            all.add("/data/log?about=stocktaking/" + number);
        }
        for (String end : List.of("", ".csv", ".jsonl", ".atom")) all.add("/stocktaking" + end + "?q=boats");
        for (String file : List.of("csv", "jsonl", "iati.xml")) all.add("/data/register/latest/register." + file);
        all.addAll(List.of(
                "/stocktaking?view=table&q=boats",
                "/stocktaking?view=map",
                "/stocktaking/totals?q=boats",
                "/data/register",
                "/sitemap.xml",
                "/api/v1/projects?q=boats&limit=100",
                "/api/v1/projects/facets",
                "/search?q=boats",
                "/members"));
        secrets.values().forEach(word -> {
            all.add("/api/v1/projects?q=" + word.substring(0, 12));
            all.add("/api/v1/search?q=" + word.substring(0, 12));
        });
        return all;
    }

    private int look(String address, List<String> found) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .build(),
                BodyHandlers.ofByteArray());
        search(address, CanaryTests.textOf(answer.body(), answer.headers().map().toString()), found);
        return answer.statusCode() == 200 ? 1 : 0;
    }

    private void search(String address, String text, List<String> found) {
        String plain = text.toLowerCase(Locale.ROOT);
        secrets.forEach((name, word) -> {
            if (plain.contains(word)) found.add(name + " at " + address);
        });
    }

    private int harvest(String prefix, List<String> found) throws Exception {
        String next = "/oai?verb=ListRecords&metadataPrefix=" + prefix;
        int pages = 0;
        while (!next.isEmpty() && pages < 50) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + next))
                            .build(),
                    BodyHandlers.ofString());
            search(next, answer.body(), found);
            Matcher token = RESUMED.matcher(answer.body());
            next = token.find() ? "/oai?verb=ListRecords&resumptionToken=" + token.group(1) : "";
            pages++;
        }
        return pages;
    }

    // Somebody else who begins to register something alike.
    private void signedIn(List<String> found) throws Exception {
        Line other = Line.signedIn(port, demo, "voter");
        String start = "/stocktaking/new";
        String section = other.form(start, start, "_csrf", other.token(start), "another", "yes")
                .location()
                .replaceFirst("^https?://[^/]+", "");
        String draft = section.replaceFirst("/sections/.*", "");
        for (String title :
                List.of("typed " + secret("draft-title"), "Open boats of the canary", "Boats without a name"))
            search(
                    draft + "/alike.json",
                    other.see(draft + "/alike.json?title="
                                    + title.replace(' ', '+').replace(secret("draft-title"), "canary"))
                            .text(),
                    found);
        for (long number : numbers)
            for (String page : List.of("/my/projects/", "/stocktaking/desk/", "/stocktaking/"))
                search(page + number, other.see(page + number).text(), found);
    }
}
