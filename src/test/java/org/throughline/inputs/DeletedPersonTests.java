package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
import org.throughline.inputs.imports.ImportJob;
import org.throughline.inputs.imports.ImportJobs;
import org.throughline.platform.access.Permission;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
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
    SmallSummary summaries;

    @Autowired
    Workbench workbench;

    @Autowired
    ImportJobs jobs;

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

    // In which tables words are.
    private List<String> whereIs(String words) {
        return jdbc.sql("""
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""").query(String.class).list().stream()
                .filter(table -> jdbc.sql("SELECT EXISTS (SELECT FROM " + table + " t WHERE t::text LIKE ?)")
                        .param("%" + words + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
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
        assertThat(whereIs(name)).contains("audit.entry", "directory.person");
        assertThat(whereIs(secret)).containsExactly("inputs.draft");
        assertThat(whereIs(title)).contains("files.file", "inputs.draft_file");

        accounts.delete(person);

        for (String words : List.of(name, secret, title))
            assertThat(whereIs(words)).isEmpty();
        assertThat(published.find(call, 1).orElseThrow().quotable()).isFalse();
        assertThat(audit.of("calls/" + slug + "/inputs/1", 10))
                .extracting(AuditTrail.Act::actor)
                .contains(person.id());
    }

    @Test
    void whoWorkedInTheSecretariatStaysByNumberOnly() {
        Actor staff = new Actor(person.id(), name, Set.of(Permission.values()));
        InputId input = summaries.input(call, "Words to mark.").id();
        inputs.setConsent(input, new Consent(true, true, true, false, true), staff);
        UUID answer = published.find(call, 1).orElseThrow().answers().getFirst().id();
        workbench.mark(answer, 0, 5, staff);
        byte[] rows = "organisation,q1\nSociety,Words\n".getBytes(StandardCharsets.UTF_8);
        ImportJob job = jobs.start(calls.get(call), new ByteArrayInputStream(rows), "in.csv", "", true, staff);

        accounts.delete(person);

        assertThat(whereIs(name)).isEmpty();
        assertThat(whereIs(person.id().toString()))
                .contains("inputs.consent_event", "inputs.import_job", "synthesis.passage");
        assertThat(jobs.find(call, job.id())).isPresent();
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
