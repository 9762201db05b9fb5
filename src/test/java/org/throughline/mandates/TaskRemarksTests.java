package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class TaskRemarksTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditTrail audit;

    // Of its own, so that what is shown here is not what other tests look at.
    private String fresh() {
        int number = jdbc.sql("""
                INSERT INTO mandates.task (id, instrument_id, revision_id, number, paragraph, words, note, verb, action_lines, sdgs,
                    gdc, due, due_words, certainty, source, source_url, added_at, changed_at)
                SELECT ?, r.instrument_id, r.id, (SELECT max(number) + 1 FROM mandates.task), '200',
                    jsonb_build_object('en', 'A task for tests ' || gen_random_uuid()), note, 'request', action_lines, sdgs, gdc, '2001-05', due_words, t.certainty, t.source, t.source_url, ?, ?
                FROM mandates.task t, mandates.revision r JOIN mandates.instrument i ON i.id = r.instrument_id
                WHERE t.number = 7 AND i.slug = 'ecosoc-2006-46' RETURNING number""")
                .params(
                        UUID.randomUUID(),
                        java.sql.Timestamp.from(Instant.EPOCH),
                        java.sql.Timestamp.from(Instant.EPOCH))
                .query(Integer.class)
                .single();
        return "/mandates/ecosoc-2006-46/tasks/" + number;
    }

    private Task task(String path) {
        return tasks.find("ecosoc-2006-46", Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private static String[] evidence(String kind, String url) {
        return new String[] {
            "kind",
            kind,
            "thing",
            "document",
            "title",
            "Outline of the task force",
            "language",
            "en",
            "url",
            url,
            "happened",
            "2026-04",
            "source",
            "A letter"
        };
    }

    @Test
    void evidenceMovesTheStatusAndIsTakenAwayOnRecord() throws Exception {
        String path = fresh();
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        assertThat(secretariat.see(path).html()).contains("No report");

        assertThat(secretariat
                        .send(path + "/evidence", evidence("plan", "/fr/calls/wsis20"))
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.see(path).html()).contains("No report").contains("href=\"/calls/wsis20\"");
        assertThat(secretariat
                        .send(path + "/evidence", evidence("report", "https://example.org/r"))
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.see(path).html()).contains("Reported");
        assertThat(secretariat
                        .send(path + "/evidence", evidence("report", "https://example.org/r"))
                        .status())
                .isEqualTo(409);

        Evidence report = task(path).evidence().stream()
                .filter(one -> one.kind() == Evidence.Kind.REPORT)
                .findFirst()
                .orElseThrow();
        assertThat(secretariat
                        .send(path + "/evidence/" + report.id() + "/removal")
                        .status())
                .isEqualTo(303);
        assertThat(task(path).status(tasks.today())).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(audit.of(path.substring(1), 10))
                .extracting(AuditTrail.Act::action)
                .containsExactly("task-evidence-removed", "task-evidence-added", "task-evidence-added");
    }

    @Test
    void evidenceIsRefusedInWordsAndFromOthers() throws Exception {
        String path = fresh();
        Visitor secretariat = Visitor.as(web, people, "secretariat");

        for (String wrong :
                List.of("javascript:alert(1)", "//example.org/x", "https://", "https://a b", "calls/wsis20"))
            assertThat(secretariat
                            .send(path + "/evidence", evidence("plan", wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        var answer = secretariat.send(path + "/evidence", "title", "Typed before");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html()).contains("Typed before").contains("Choose what it shows.");
        assertThat(Visitor.as(web, people, "contributor")
                        .send(path + "/evidence", evidence("plan", "/x"))
                        .status())
                .isEqualTo(403);
        assertThat(task(path).evidence()).isEmpty();
    }

    @Test
    void aContestIsPublicOnceTheSecretariatShowsItAndNamesNobodyWithoutConsent() throws Exception {
        String path = fresh();
        Visitor contributor = Visitor.as(web, people, "contributor");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String reason = "The report was given in May " + UUID.randomUUID();

        assertThat(contributor
                        .send(path + "/remarks", "kind", "contest", "text", reason, "language", "en")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.see(path).html())
                .doesNotContain(reason)
                .contains("<a href=\"/mandates/remarks\">1 remark waits for a decision.</a>");
        assertThat(contributor.see(path).html())
                .contains("What you wrote here waits for the secretariat")
                .doesNotContain("waits for a decision");
        String desk = secretariat.see("/mandates/remarks").html();
        assertThat(desk)
                .contains(reason)
                .contains(" of Resolution 2006/46, remark 1")
                .contains("The name is for the secretariat only");

        UUID id = jdbc.sql("SELECT id FROM mandates.remark WHERE text = ?")
                .param(reason)
                .query(UUID.class)
                .single();
        var declined = secretariat.send("/mandates/remarks/" + id, "decision", "decline", "seen", "1");
        assertThat(declined.status()).isEqualTo(422);
        assertThat(declined.html()).contains("id=\"reason-" + id + "-error\"").contains("Say why you decline.");
        assertThat(secretariat
                        .send("/mandates/remarks/" + id, "decision", "show", "seen", "1")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat
                        .send("/mandates/remarks/" + id, "decision", "show", "seen", "1")
                        .status())
                .isEqualTo(409);
        assertThat(contributor.see(path).html())
                .contains(reason)
                .contains("Contests the status “No report”")
                .contains("Name not shown")
                .contains(">Contested</a>");
        assertThat(task(path).isContested(tasks.today())).isTrue();
        assertThat(task(path).status(tasks.today())).isEqualTo(TaskStatus.NO_REPORT);
    }

    @Test
    void aDeclinedRemarkStaysUnseen() throws Exception {
        String path = fresh();
        Visitor contributor = Visitor.as(web, people, "contributor");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String words = "Buy " + UUID.randomUUID();

        assertThat(contributor
                        .send(path + "/remarks", "kind", "comment", "text", words, "language", "xx")
                        .status())
                .isEqualTo(422);
        contributor.send(path + "/remarks", "kind", "comment", "text", words, "language", "en", "shown", "yes");
        UUID id = jdbc.sql("SELECT id FROM mandates.remark WHERE text = ?")
                .param(words)
                .query(UUID.class)
                .single();
        assertThat(secretariat
                        .send(
                                "/mandates/remarks/" + id,
                                "decision",
                                "decline",
                                "seen",
                                "1",
                                "reason",
                                "An advertisement")
                        .status())
                .isEqualTo(303);
        assertThat(contributor.see(path).html()).doesNotContain(words);
        assertThat(contributor.see("/mandates/remarks").status()).isEqualTo(403);
    }
}
