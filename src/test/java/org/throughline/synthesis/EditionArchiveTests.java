package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputArchive;
import org.throughline.inputs.InputId;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Verified;

/// The archive of a call also shows that nobody has changed a published edition behind the program's back.
@ThroughlineTest
class EditionArchiveTests {

    @TempDir
    Path folder;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    SmallSummary summaries;

    @Autowired
    Workbench workbench;

    @Autowired
    Outline outline;

    @Autowired
    InputArchive archive;

    @Autowired
    JdbcClient jdbc;

    final Actor secretariat = Actor.system("test");
    String slug;
    CallId call;

    @BeforeEach
    void aSummaryInTwoEditionsAndOneInAnotherLanguage() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (int i = 1; i <= 3; i++) summaries.input(call, "Roads are long, say people – مياه 水 “quoted”, and so on.");
        SummaryId summary = summaries.publish(call, "Roads are long.", "Roads are long", 1, 3, 2);
        SentenceId second = summaries.sentence(call, summary, "So say people.", "say people", 2);
        workbench.tie(second, summaries.passage(call, 2, "say people – مياه 水 “quoted”"));
        workbench.tie(second, summaries.passage(call, 2, "so on"));
        SectionId last = outline.addSection(summary, "0", "Before all", secretariat);
        SentenceId first = workbench.write(last, null, "People speak.", secretariat);
        workbench.tie(first, summaries.passage(call, 1, "people"));
        summaries.publish(summary);
        summaries.publish(call, "Les routes sont longues.", "Roads are long", 2);
    }

    @Test
    void whatWasPublishedIsWhatIsStoredWhateverBecomesOfTheInputs() throws IOException {
        assertThat(verify())
                .startsWith("0\n")
                .containsOnlyOnce("ok      Edition 2 of the summary: what is stored is what was published")
                .containsPattern("(?s)Edition 1 of.*Edition 1 of");
        InputId second = publication.find(call, 2).orElseThrow().id();
        inputs.withdraw(second, secretariat);
        assertThat(verify()).startsWith("0\n").contains("Edition 2 of the summary: what is stored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE synthesis.edition_sentence s SET text = s.text || '!' FROM synthesis.edition e WHERE e.id = s.edition_id AND s.line = 1",
                "UPDATE synthesis.edition s SET title = 'Another' FROM synthesis.edition e WHERE e.id = s.id",
                "UPDATE synthesis.edition s SET counts = '{\"published\": 300}' FROM synthesis.edition e WHERE e.id = s.id",
                "DELETE FROM synthesis.edition_evidence s USING synthesis.edition e WHERE e.id = s.edition_id AND s.line = 1",
                "UPDATE synthesis.edition s SET ledger_entry = '00000000-0000-0000-0000-000000000000' FROM synthesis.edition e WHERE e.id = s.id"
            })
    void aChangeBehindTheProgramsBackIsFound(String change) throws IOException {
        UUID changed = jdbc.sql("SELECT id FROM synthesis.edition WHERE call_id = ? AND number = 2")
                .param(call.value())
                .query(UUID.class)
                .single();
        assertThat(jdbc.sql(change + " AND e.id = ?").param(changed).update()).isPositive();
        assertThat(verify())
                .startsWith("1\n")
                .containsPattern("BROKEN  Edition 2 of the summary: (what is stored is not|it was published)")
                .contains("ok      Edition 1 of the summary")
                .endsWith("1 thing does not hold.\n");
    }

    @Test
    void aChangedPassageIsFound() throws IOException {
        jdbc.sql(
                        "UPDATE synthesis.passage SET exact = 'Roads are short' WHERE call_id = ? AND exact = 'Roads are long'")
                .param(call.value())
                .update();
        assertThat(verify()).startsWith("1\n").contains("BROKEN  Edition 1 of the summary: what is stored is not");
    }

    private String verify() throws IOException {
        var bytes = new ByteArrayOutputStream();
        archive.write(archive.snapshot(slug), secretariat, bytes);
        return Verified.archive(bytes.toByteArray(), folder);
    }
}
