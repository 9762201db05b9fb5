package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.SampleDocuments;
import org.throughline.letters.SmallLetter;
import org.throughline.platform.access.Permission;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Documents that are not posted, or no longer, and those who write them, stay out of everything that the public reads
/// of documents and letters: pages, files, comparisons, the archive of a meeting, feeds, harvests, maps, search. So do
/// the people who are written to, and their links.
@ThroughlineTest
class DocumentCanaryTests {

    private static final Actor SECRETARIAT = SampleDocuments.SECRETARIAT;
    // One whose agenda every installation has, so that its archive can be asked for.
    private static final String MEETING = "41";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private People people;

    @Autowired
    private Calls calls;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<DocumentWork> numbered = new ArrayList<>();

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                n -> "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }

    private Actor author() {
        Person person = people.ensure(new EmailAddress(secret("author-mail") + "@example.org"), secret("author"), "en");
        return new Actor(person.id().value(), person.name(), Set.of(Permission.CONTRIBUTE));
    }

    @Test
    void noSecretWordReachesThePublic() throws Exception {
        documents();
        SmallLetter.Traced letters = SmallLetter.traced(program, SmallCall.open(calls, SmallCall.freshSlug()));
        for (String word : letters.secrets()) secrets.put("letter " + word, word);

        List<String> found = new ArrayList<>();
        int reached = 0;
        for (String address : addresses(letters)) if (look(address, found)) reached++;
        assertThat(found).isEmpty();
        assertThat(reached).isGreaterThan(40);
    }

    private void documents() {
        var samples = new SampleDocuments(program);
        Actor author = author();
        samples.draft(MEETING, secret("draft-title"), "Words, " + secret("draft-text"), List.of(), author);
        UUID returned = samples.sent(MEETING, secret("returned-title"), secret("returned-text"), author);
        desk.giveBack(returned, samples.version(returned), secret("reason"), SECRETARIAT);
        samples.sent(MEETING, secret("sent-title"), secret("sent-text"), author);
        UUID waiting = samples.sent(MEETING, secret("numbered-title"), secret("numbered-text"), author);
        desk.accept(waiting, samples.version(waiting), SECRETARIAT);
        UUID gone = samples.sent(MEETING, secret("gone-title"), secret("gone-text"), author);
        desk.acceptAndPost(gone, samples.version(gone), SECRETARIAT);
        desk.withdraw(gone, samples.version(gone), "Sent by mistake", SECRETARIAT);
        UUID open = samples.sent(MEETING, "Open words", "Anybody may read this.", author);
        desk.acceptAndPost(open, samples.version(open), SECRETARIAT);
        DocumentWork revision = samples.changed(samples.find(open), Change.REVISION);
        DocumentWork again = samples.changed(revision, Change.REVISION);
        desk.withdraw(revision.id(), revision.version(), "Another was meant", SECRETARIAT);
        for (UUID id : List.of(waiting, gone, open, revision.id(), again.id())) numbered.add(samples.find(id));
    }

    private List<String> addresses(SmallLetter.Traced letters) {
        List<String> all = new ArrayList<>(List.of(
                "/documents?series=cwg-wsis-sdg&meeting=" + MEETING,
                "/documents.atom?series=cwg-wsis-sdg&meeting=" + MEETING,
                "/api/v1/documents?series=cwg-wsis-sdg&meeting=" + MEETING,
                "/groups/cwg-wsis-sdg/meetings/" + MEETING,
                "/groups/cwg-wsis-sdg/meetings/" + MEETING + ".zip",
                "/sitemaps/documents/0.xml",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=documents",
                "/data/log",
                "/letters",
                "/api/v1/letters"));
        for (String format : List.of("", "pdf/", "docx/", "akn/", "changes/", "tracked/"))
            for (DocumentWork one : numbered)
                for (String language : List.of("", "/ar")) all.add(language + "/documents/" + format + one.address());
        for (DocumentWork one : numbered) all.add("/api/v1/documents/" + one.address());
        for (String end : List.of("", "/letter.docx", "/letter.pdf", "/replies.csv")) all.add(letters.letter() + end);
        for (String end : List.of("", "/note.docx", "/note.pdf")) all.add(letters.note() + end);
        for (String word : List.copyOf(secrets.values()))
            if (!word.contains(" ")) all.add("/api/v1/search?q=" + word.substring(0, 12));
        return all;
    }

    private boolean look(String address, List<String> found) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .build(),
                BodyHandlers.ofByteArray());
        String text = CanaryTests.textOf(answer.body(), answer.headers().map().toString());
        secrets.forEach((name, word) -> {
            if (text.contains(word)) found.add(name + " at " + address + " (" + answer.statusCode() + ")");
        });
        return answer.statusCode() == 200;
    }
}
