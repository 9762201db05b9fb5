package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.ledger.Hash;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Verified;

/// The archive of a call verifies as long as nobody has changed an input behind the program's back.
@ThroughlineTest
class InputArchiveTests {

    static final Consent WITHOUT_NAME = new Consent(false, true, true, true, true);

    @TempDir
    Path folder;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    InputArchive archive;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    final Actor secretariat = Actor.system("test");
    final UUID owner = UUID.randomUUID();
    final Actor contributor = new Actor(owner, "Amina", java.util.Set.of());
    String slug;

    @BeforeEach
    void aCallWithFiveInputsOneOfThemReplacedAndOneWithdrawn() {
        slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        for (int i = 1; i <= 5; i++) {
            Received received = inputs.submit(
                    call,
                    SmallCall.input("Point " + i + " – مياه 水 \"quoted\"\r\nline"),
                    Reception.form(owner, "en"),
                    contributor);
            if (i == 2) Replaced.by(inputs, received.id(), SmallCall.input("A better point."), contributor);
            if (i == 4) inputs.withdraw(received.id(), contributor);
        }
    }

    @Test
    void whatWasReceivedIsWhatIsStored() throws IOException {
        assertThat(verify())
                .startsWith("0\n")
                .contains("Input 1: the stored content matches its receipt")
                .contains("Input 4: its content is not in this archive")
                .contains("Input 5: the stored content matches its receipt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inputs.answer a SET text = a.text || '.' FROM inputs.input i WHERE a.kind = 'long-text' AND a.revision = i.revision",
                "UPDATE inputs.answer a SET value = to_jsonb(a.text || '.') FROM inputs.input i WHERE a.kind = 'long-text'",
                "UPDATE inputs.answer a SET text = a.text || '.', text_hash = sha256(convert_to(a.text || '.', 'UTF8')), value = to_jsonb(a.text || '.')"
                        + " FROM inputs.input i WHERE a.kind = 'long-text'",
                "DELETE FROM inputs.answer a USING inputs.input i WHERE true"
            })
    void aChangeOfWhatThePagesShowIsFound(String change) throws IOException {
        changeInputThree(change);
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 3: the pages show other than what was received: answers.")
                .contains("ok      Input 1:")
                .endsWith("1 thing does not hold.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inputs.revision a SET content = jsonb_set(a.content, '{revision}', '7') FROM inputs.input i WHERE true",
                "UPDATE inputs.revision a SET salt = sha256(a.salt) FROM inputs.input i WHERE true"
            })
    void aChangeOfWhatIsSealedIsFound(String change) throws IOException {
        changeInputThree(change);
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 3: the stored content does not match its receipt")
                .contains("ok      Input 1:")
                .endsWith("1 thing does not hold.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jsonb_set(a.content, '{answers,q1}', '\"tampered revision\"')",
                "'\"tampered revision\"'",
                "jsonb_set(a.content, '{number}', '1e400')"
            })
    void aForgedReceiptIsFoundThoughThePagesShowWhatWasReceived(String content) throws IOException {
        publication.publish(id(3), secretariat);
        changeInputThree("UPDATE inputs.revision a SET content = " + content + " FROM inputs.input i WHERE true");
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 3: the stored content does not match its receipt")
                .contains("ok      Input 1:");
    }

    @ParameterizedTest
    @CsvSource({
        "3, UPDATE inputs.input SET received_at = received_at - interval '20 days' WHERE number = 3",
        "2, UPDATE inputs.input SET received_at = received_at - interval '20 days' WHERE number = 2",
        "2, UPDATE inputs.revision SET received_at = received_at - interval '20 days' WHERE number = 2",
        "4, UPDATE inputs.input SET received_at = received_at - interval '20 days' WHERE number = 4"
    })
    void aMovedDateOfReceiptIsFound(int number, String change) throws IOException {
        publication.publish(id(3), secretariat);
        String inCall = change.startsWith("UPDATE inputs.input")
                ? " AND call_id = (SELECT id FROM calls.call WHERE slug = ?)"
                : " AND input_id IN (SELECT id FROM inputs.input WHERE call_id = (SELECT id FROM calls.call WHERE slug = ?))";
        assertThat(verify())
                .startsWith("0\n")
                .contains("ok      The dates of receipt of 6 inputs are those in their leaves.");
        assertThat(jdbc.sql(change + inCall).param(slug).update()).isOne();
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input " + number + ": the archive says it was received at ")
                .endsWith("1 thing does not hold.\n");
    }

    @Test
    void whatWasReceivedBeforeItWasPutOnRecordKeepsTheDateOfItsSource() throws IOException {
        var paper = new Reception(
                Reception.Origin.PAPER, null, null, null, Instant.parse("2024-02-29T23:59:59.999999Z"), "en");
        inputs.submit(archive.snapshot(slug).call().id(), SmallCall.input("By mail."), paper, secretariat);
        assertThat(verify()).startsWith("0\n").contains("ok      The dates of receipt of 7 inputs");
    }

    @Test
    void laterConsentsAreOnRecordAndTheNewestIsInForce() throws IOException {
        inputs.setConsent(id(1), WITHOUT_NAME, contributor);
        inputs.setConsent(id(1), Consent.NONE, contributor);
        inputs.setConsent(id(1), WITHOUT_NAME, contributor);
        inputs.setConsent(id(2), Consent.NONE, contributor);
        Replaced.by(inputs, id(2), SmallCall.input("A still better point."), contributor);
        inputs.setConsent(id(3), WITHOUT_NAME, contributor);
        inputs.withdraw(id(3), contributor);
        assertThat(verify())
                .startsWith("0\n")
                .contains("ok      The consents of 3 inputs are those that follow from")
                .doesNotContain("its consent was changed");
        assertThat(jdbc.sql("SELECT count(*) FROM ledger.entry WHERE kind = 'consent' AND subject = ?")
                        .param("calls/" + slug + "/inputs/1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNameShownAgainstTheConsentIsFound(boolean refusedLater) throws IOException {
        int number = 3;
        if (refusedLater) {
            inputs.setConsent(id(3), WITHOUT_NAME, contributor);
        } else {
            NewInput said = SmallCall.input("Do not name me.");
            var unnamed = NewInput.of("en", said.respondent(), said.answers(), WITHOUT_NAME, null, List.of());
            inputs.submit(archive.snapshot(slug).call().id(), unnamed, Reception.form(owner, "en"), contributor);
            number = 6;
        }
        publication.publish(id(number), secretariat);
        assertThat(verify()).startsWith("0\n");
        jdbc.sql("UPDATE inputs.input SET consent_name = true WHERE id = ?")
                .param(id(number).value())
                .update();
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input " + number
                        + ": the archive says that its owner allows files, name, quotation, text, translation,"
                        + " but what is on record says: files, quotation, text, translation.")
                .endsWith("1 thing does not hold.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inputs.consent_entry SET content = jsonb_set(content, '{consent,name}', 'true') WHERE input_id = ?",
                "UPDATE inputs.consent_entry SET content = '7' WHERE input_id = ?",
                "UPDATE inputs.consent_entry SET salt = sha256(salt) WHERE input_id = ?",
                "DELETE FROM inputs.consent_entry WHERE input_id = ?"
            })
    void aForgedConsentIsFound(String change) throws IOException {
        inputs.setConsent(id(3), WITHOUT_NAME, contributor);
        assertThat(jdbc.sql(change).param(id(3).value()).update()).isOne();
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 3: what is kept of its newest consent is not what was put on record");
    }

    @Test
    void aChangeFromBeforeConsentsWereOnRecordIsToldAsSuch() throws IOException {
        inputs.setConsent(id(1), WITHOUT_NAME, contributor);
        var paper =
                new Reception(Reception.Origin.PAPER, null, null, null, Instant.parse("2019-03-01T10:00:00Z"), "en");
        inputs.submit(archive.snapshot(slug).call().id(), SmallCall.input("By mail."), paper, secretariat);
        changeConsentOfSix("2020-03-01T10:00:00Z");
        assertThat(verify())
                .startsWith("0\n")
                .contains("note    Input 6: its consent was changed (2020-03-01T10:00:00.000Z) before such changes");
        jdbc.sql("UPDATE inputs.consent_event SET at = now() WHERE input_id = ? AND at = '2020-03-01T10:00:00Z'")
                .param(id(6).value())
                .update();
        assertThat(verify())
                .startsWith("1\n")
                .contains(
                        "BROKEN  Input 6: the archive says that its owner allows files, quotation, text, translation,");
    }

    private void changeConsentOfSix(String at) {
        jdbc.sql("UPDATE inputs.input SET consent_name = false WHERE id = ?")
                .param(id(6).value())
                .update();
        jdbc.sql("""
                INSERT INTO inputs.consent_event (id, input_id, usage, allowed, at)
                VALUES (?, ?, 'name', false, ?::timestamptz)""").params(UUID.randomUUID(), id(6).value(), at).update();
    }

    private void changeInputThree(String change) {
        int changed = jdbc.sql(
                        change
                                + " AND a.input_id = i.id AND i.number = 3 AND i.call_id = (SELECT id FROM calls.call WHERE slug = ?)")
                .param(slug)
                .update();
        assertThat(changed).isPositive();
    }

    @Test
    void aChangedRespondentIsFound() throws IOException {
        jdbc.sql(
                        "UPDATE inputs.input SET organisation = 'Another Society' WHERE number = 2 AND call_id = (SELECT id FROM calls.call WHERE slug = ?)")
                .param(slug)
                .update();
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 2: the pages show other than what was received: respondent.");
    }

    @Test
    void theStateOfEachInputFollowsFromTheLedger() throws IOException {
        publication.publish(id(1), secretariat);
        publication.publish(id(2), secretariat);
        publication.withhold(id(2), "Not for everybody", secretariat);
        publication.publish(id(3), secretariat);
        Replaced.by(inputs, id(3), SmallCall.input("A better point still."), contributor);
        publication.publish(id(3), secretariat);
        publication.markDuplicate(id(5), id(1), secretariat);
        assertThat(verify()).startsWith("0\n").contains("ok      The states of 7 inputs are those that follow");
        inputs.withdraw(id(3), contributor);
        inputs.setConsent(id(1), Consent.NONE, contributor);
        assertThat(verify()).startsWith("0\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "published_at = NULL, withheld_reason = 'Inconvenient'",
                "published_at = NULL, checked_at = NULL",
                "published_at = NULL, withdrawn_at = now()"
            })
    void anInputTakenOutOfThePublicBehindTheProgramsBackIsFound(String change) throws IOException {
        publication.publish(id(3), secretariat);
        assertThat(verify()).startsWith("0\n");
        jdbc.sql("UPDATE inputs.input SET " + change + " WHERE id = ?")
                .param(id(3).value())
                .update();
        assertThat(verify()).startsWith("1\n").contains("BROKEN  Input 3: the archive says");
    }

    private InputId id(int number) {
        return publication
                .find(archive.snapshot(slug).call().id(), number)
                .orElseThrow()
                .id();
    }

    @Test
    void attachedFilesAreInItByTheirHash() throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
        }
        FileId file = files.store(new ByteArrayInputStream(pdf.toByteArray()), "report.pdf", 1 << 20);
        var said = SmallCall.input("With a report.");
        var input = NewInput.of(
                "en",
                said.respondent(),
                said.answers(),
                said.consent(),
                null,
                List.of(new NewInput.Attached("q6", file.value(), "Report")));
        inputs.submit(archive.snapshot(slug).call().id(), input, Reception.form(owner, "en"), contributor);
        assertThat(verify()).startsWith("0\n").contains("Input 6: the stored content matches its receipt");
        String stored = "";
        try (var zip = new ZipFile(folder.resolve("archive.zip").toFile())) {
            stored = new String(
                    zip.getInputStream(zip.getEntry("inputs/6.json")).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(stored).contains(Hash.sha256(pdf.toByteArray()).hex()).contains("Report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inputs.endorser SET organisation = 'Another Society' WHERE position = 1 AND input_id = ?",
                "DELETE FROM inputs.endorser WHERE position = 0 AND input_id = ?"
            })
    void aChangedEndorserIsFound(String change) throws IOException {
        NewInput said = SmallCall.input("With others.");
        var joint = NewInput.of(
                "en",
                said.respondent(),
                said.answers(),
                said.consent(),
                List.of(
                        NewInput.Endorsement.of("Library of Exampleland", "Bo", "bo@example.org", "SE", "GOV"),
                        NewInput.Endorsement.of("Readers’ Union", "", "readers@example.org", null, "CSO")),
                List.of());
        inputs.submit(archive.snapshot(slug).call().id(), joint, Reception.form(owner, "en"), contributor);
        assertThat(verify()).startsWith("0\n").contains("Input 6: the stored content matches its receipt");
        assertThat(jdbc.sql(change).param(id(6).value()).update()).isOne();
        assertThat(verify())
                .startsWith("1\n")
                .contains("BROKEN  Input 6: the pages show other than what was received: endorsers.");
    }

    @Test
    void thePublicCannotTakeIt() throws Exception {
        assertThat(web.perform(get("/api/v1/calls/" + slug + "/archive.zip"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(web.perform(get("/calls/" + slug + "/archive.zip"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .asString()
                .doesNotContain("PK");
    }

    private String verify() throws IOException {
        var bytes = new ByteArrayOutputStream();
        archive.write(archive.snapshot(slug), secretariat, bytes);
        return Verified.archive(bytes.toByteArray(), folder);
    }
}
