package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.Accounts;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.SignedInPerson;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the page on deleting an account promises: drafts and their files go, the name goes from every record, and
/// what was sent stays as it was consented to.
@ThroughlineTest
class DeletedPersonTests {

    @Autowired
    Calls calls;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    InputDrafts drafts;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    CallId call;
    String slug;
    SignedInPerson person;
    Actor actor;
    String name = "Nadia " + UUID.randomUUID();

    @BeforeEach
    void somebodyWithADraftAndAnInput() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        Person made = people.ensure(new EmailAddress("x" + UUID.randomUUID() + "@example.net"), name, "en");
        person = new SignedInPerson(made.id().value(), name, Set.of(), 0, Way.LINK, Instant.now());
        actor = Actor.of(person);
    }

    private boolean isAnywhere(String words) {
        List<String> places = List.of(
                "SELECT count(*) FROM inputs.draft d WHERE d::text LIKE ?",
                        "SELECT count(*) FROM inputs.draft_file f WHERE f::text LIKE ?",
                "SELECT count(*) FROM inputs.consent_event e WHERE e::text LIKE ?",
                        "SELECT count(*) FROM audit.entry e WHERE e::text LIKE ?",
                "SELECT count(*) FROM directory.person p WHERE p::text LIKE ?",
                        "SELECT count(*) FROM files.file f WHERE f::text LIKE ?");
        return places.stream()
                .anyMatch(sql ->
                        jdbc.sql(sql).param("%" + words + "%").query(Long.class).single() > 0);
    }

    @Test
    void draftsFilesAndTheNameGoAndWhatWasSentStays() {
        InputId input = inputs.submit(call, SmallCall.input("What was sent."), Reception.api(person.id(), null), actor)
                .id();
        inputs.setConsent(input, new Consent(true, true, true, false, true), actor);
        publication.publish(input, Actor.system("test"));
        Draft draft = drafts.start(call, "en", actor);
        String secret = "typed " + UUID.randomUUID();
        drafts.saveAnswers(
                draft.id(),
                calls.questionnaire(call, 1).section("I").orElseThrow(),
                0,
                Map.of("q1", JsonNodeFactory.instance.stringNode(secret)),
                actor);
        String title = UUID.randomUUID() + ".pdf";
        drafts.addFile(draft.id(), "q6", new ByteArrayInputStream(OnePage.pdf()), title, actor);
        assertThat(List.of(isAnywhere(name), isAnywhere(secret), isAnywhere(title)))
                .containsOnly(true);

        accounts.delete(person);

        assertThat(List.of(isAnywhere(name), isAnywhere(secret), isAnywhere(title)))
                .containsOnly(false);
        assertThat(published.find(call, 1).orElseThrow().quotable()).isFalse();
        assertThat(audit.of("calls/" + slug + "/inputs/1", 10))
                .extracting(AuditTrail.Act::actor)
                .contains(person.id());
    }

    @Test
    void nothingElseOfTheRecordCanBeChanged() {
        inputs.submit(call, SmallCall.input("Kept."), Reception.api(person.id(), null), actor);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("UPDATE audit.entry SET action = 'nothing', name = '–' WHERE actor = ?")
                                .param(person.id())
                                .update())
                .hasStackTraceContaining("not changed");
    }
}
