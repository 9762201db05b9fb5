package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.inputs.Consent;
import org.throughline.inputs.InputId;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.notices.Follows;
import org.throughline.notices.Mailings;
import org.throughline.notices.Profile;
import org.throughline.notices.Profiles;
import org.throughline.notices.Rhythm;
import org.throughline.notices.Target;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallRegister;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Every private field is given a secret word; then everything the public can reach is fetched, and not one of the
/// words may be found: pages in six languages, lists, feeds, files, API, search, errors, documents.
@ThroughlineTest
class CanaryTests {

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary summaries;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    Follows follows;

    @Autowired
    Mailings mailings;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Actor secretariat = Actor.system("test");
    private final Actor owner = new Actor(UUID.randomUUID(), "Owner", Set.of());
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Long> projects = new ArrayList<>();
    private String slug = "";

    private static final org.throughline.stocktaking.Consent PROJECT_ALL = org.throughline.stocktaking.Consent.ALL;
    private static final org.throughline.stocktaking.Consent NAMELESS =
            new org.throughline.stocktaking.Consent(false, true, false, true, true);

    @Test
    void noSecretWordReachesThePublic() throws Exception {
        slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        InputId open = send(call, "open words everybody may read", Consent.ALL, "published");
        publication.publish(open, secretariat);
        InputId nameless = send(call, "words without a name", new Consent(false, true, false, true, true), "nameless");
        secret("nameless-organisation");
        publication.publish(nameless, secretariat);
        InputId kept = send(call, secretText("unpublished"), Consent.ALL, "unpublished");
        publication.withhold(kept, secret("reason"), secretariat);
        send(call, secretText("waiting"), Consent.ALL, "waiting");
        InputId gone = send(call, secretText("withdrawn"), Consent.ALL, "withdrawn");
        publication.publish(gone, secretariat);
        fetch("/calls/" + slug + "/inputs");
        inputs.withdraw(gone, owner);
        InputId twice = send(call, secretText("duplicate"), Consent.ALL, "duplicate");
        publication.markDuplicate(twice, open, secretariat);
        InputId closed =
                send(call, secretText("no-text-consent"), new Consent(true, false, true, true, true), "closed");
        assertThat(closed).isNotNull();
        summarise(call);
        String member = members();
        projects();

        List<String> found = new ArrayList<>();
        Set<String> addresses = addresses();
        addresses.addAll(List.of(member, "/ar" + member, "/members", "/members?country=KE"));
        int reached = 0;
        for (String address : addresses) {
            HttpResponse<byte[]> answer = fetch(address);
            if (answer.statusCode() == 200) reached++;
            String text = textOf(answer.body(), answer.headers().map().toString());
            secrets.forEach((name, word) -> {
                if (text.contains(word) || text.contains(word.toLowerCase(java.util.Locale.ROOT)))
                    found.add(name + " at " + address + " (" + answer.statusCode() + ")");
            });
        }
        assertThat(reached).isGreaterThan(60);
        assertThat(found).isEmpty();
    }

    // Each with everything that is nobody's business filled with a secret word.
    private void projects() {
        Register.Taken open = project("project-open", PROJECT_ALL, false);
        register.publish(open.id(), secretariat);
        Register.Taken nameless = project("project-nameless", NAMELESS, true);
        register.publish(nameless.id(), secretariat);
        Register.Taken gone = project("project-gone", PROJECT_ALL, true);
        register.publish(gone.id(), secretariat);
        register.withdraw(gone.id(), secretariat);
        project("project-waiting", PROJECT_ALL, true);
    }

    private Register.Taken project(String name, org.throughline.stocktaking.Consent consent, boolean whole) {
        Map<String, JsonNode> answers = SmallRegister.answers(
                whole && consent.name() ? secretText(name + "-title") : "An open title of " + slug);
        for (String field : List.of("contactName", "contactPhone"))
            SmallRegister.put(answers, field, '"' + secret(name + "-" + field) + '"');
        SmallRegister.put(
                answers,
                "contactEmail",
                '"' + secret(name + "-mail").toLowerCase(java.util.Locale.ROOT) + "@example.org\"");
        if (whole) {
            SmallRegister.put(answers, "entityName", '"' + secret(name + "-entity") + '"');
            SmallRegister.put(answers, "partners", "[\"" + secret(name + "-partner") + "\"]");
            SmallRegister.put(
                    answers,
                    "website",
                    "\"https://" + secret(name + "-site").toLowerCase(java.util.Locale.ROOT) + ".org\"");
        }
        Register.Taken taken = register.receive(
                SmallRegister.wsis(collections),
                NewProject.of("en", answers, consent),
                org.throughline.stocktaking.Reception.imported(
                        null, UUID.randomUUID().toString(), null),
                secretariat);
        projects.add(taken.number());
        return taken;
    }

    /// A member who shows the country alone, somebody who follows by an address, and a letter that is being written.
    private String members() {
        String address = secret("member-mail").toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var person = people.ensure(new EmailAddress(address), secret("account-name"), "en");
        Actor self = new Actor(person.id().value(), "A member", Set.of());
        profiles.save(
                new Profile(
                        "",
                        secret("member-name"),
                        secret("member-organisation"),
                        "KE",
                        List.of("ar"),
                        List.of("C2"),
                        Set.of(Profile.Field.COUNTRY),
                        true,
                        true,
                        0),
                self);
        String follower = secret("follower").toLowerCase(java.util.Locale.ROOT) + "@example.org";
        follows.ask(
                Target.of(Map.of("q", List.of(secret("followed")))).orElseThrow(),
                Rhythm.DAILY,
                new EmailAddress(follower),
                "en",
                "127.0.0.1");
        mailings.write(
                mailings.begin(secretariat),
                0,
                LocalizedText.of("en", secret("letter-subject")),
                LocalizedText.of("en", secretText("letter")),
                60,
                secretariat);
        return "/members/" + profiles.mine(self).slug();
    }

    private void summarise(CallId call) {
        var summary = summaries.publish(call, "The words may be read.", "words", 1, 2);
        workbench.write(summaries.section(summary), null, secretText("sentence-in-work"), secretariat);
        workbench.begin(call, secret("summary-in-work"), "en", secretariat);
    }

    private InputId send(CallId call, String text, Consent consent, String name) {
        Respondent who = Respondent.of(
                Respondent.Behalf.ORGANISATION,
                consent.name() && (name.equals("published"))
                        ? "Open Society of Examples"
                        : secret(name + "-organisation"),
                secret(name + "-person"),
                secret(name + "-mail").toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "CSO",
                "KE",
                null,
                null);
        NewInput input = NewInput.of(
                "en",
                who,
                Map.of("q1", JsonNodeFactory.instance.stringNode(text)),
                consent,
                List.of(new NewInput.Endorsement(
                        secret(name + "-endorser"), secret(name + "-endorser-person"), "", null, "CSO")),
                null);
        return inputs.submit(call, input, Reception.form(java.util.Objects.requireNonNull(owner.person()), "en"), owner)
                .id();
    }

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                n -> "Canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }

    private String secretText(String name) {
        return "Some words with " + secret(name) + " among them.";
    }

    /// Every GET route with its variables filled by what this test made, and what hangs on them.
    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            if (!verbs.isEmpty() && !verbs.contains(RequestMethod.GET)) return;
            for (String pattern : info.getPatternValues())
                for (int number = 1; number <= 8; number++) addresses.add(fill(pattern, number));
        });
        secrets.values().forEach(word -> {
            addresses.add("/search?q=" + word);
            addresses.add("/calls/" + slug + "/inputs?q=" + word);
            addresses.add("/api/v1/search?q=" + word.substring(0, 12));
            addresses.add("/api/v1/projects?q=" + word.substring(0, 12));
        });
        for (long number : projects) {
            addresses.add("/stocktaking/" + number);
            addresses.add("/ar/stocktaking/" + number);
            addresses.add("/stocktaking/" + number + "/versions");
            addresses.add("/stocktaking/" + number + "/versions/1");
            addresses.add("/api/v1/projects/" + number);
            addresses.add("/api/v1/projects/" + number + "/versions");
        }
        addresses.add("/stocktaking?country=KE");
        addresses.add("/stocktaking?country=KE&view=table");
        addresses.add("/stocktaking.csv?country=KE");
        addresses.add("/countries/KE");
        addresses.add("/action-lines/C2");
        addresses.add("/search?q=words");
        addresses.add("/calls/" + slug + "/inputs.csv?q=words");
        addresses.add("/calls/" + slug + "/inputs?stakeholderType=CSO&after=0");
        addresses.add("/calls/" + slug + "/no-such-page");
        addresses.add("/api/v1/calls/" + slug + "/no-such-thing");
        Set<String> all = new LinkedHashSet<>(addresses);
        for (String language : Languages.ALL)
            if (!language.equals("en"))
                addresses.stream()
                        .filter(a -> a.startsWith("/calls/" + slug))
                        .forEach(a -> all.add("/" + language + a));
        // Searching for the word itself echoes the reader's own question back; that is not a leak of what is
        // stored.
        all.removeIf(address -> secrets.values().stream().anyMatch(address::contains) && !address.startsWith("/api"));
        // A demonstration shows the mail it does not send, on purpose and to everybody; elsewhere the page does not
        // exist.
        all.removeIf(address -> address.endsWith("/demo/mail"));
        return all;
    }

    private String fill(String pattern, int number) {
        return pattern.replaceAll("\\{name:latest[^/]*}(?=/|$)", "latest")
                .replaceAll("\\{file:register[^/]*}", "register.csv")
                .replaceAll("\\{slug(:[^}]*)?}", slug)
                .replaceAll("\\{(number|n)(:[^/]*?)?}(?=/|$|\\.)", String.valueOf(number))
                .replaceAll("\\{[^/]*}", String.valueOf(number));
    }

    private HttpResponse<byte[]> fetch(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .GET()
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /// What is in an answer, also where it is packed: an archive, a workbook, a document.
    static String textOf(byte[] body, String headers) throws Exception {
        var text = new StringBuilder(headers);
        if (body.length > 2 && body[0] == 'P' && body[1] == 'K') {
            try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(body))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    text.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else if (body.length > 4 && body[0] == '%' && body[1] == 'P') {
            try (var pdf = org.apache.pdfbox.Loader.loadPDF(body)) {
                text.append(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf));
                text.append(pdf.getDocumentInformation().getTitle())
                        .append(pdf.getDocumentInformation().getSubject());
            }
        } else {
            text.append(new String(body, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
