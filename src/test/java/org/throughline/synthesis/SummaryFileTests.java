package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.platform.Json;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Verified;
import tools.jackson.databind.node.ObjectNode;

/// `throughline verify summary.json`: the file is held to its fingerprint, and the fingerprint to the log.
@ThroughlineTest
class SummaryFileTests {

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
    MockMvc web;

    final Actor secretariat = Actor.system("test");
    String slug;
    CallId call;
    String file;

    @BeforeEach
    void aPublishedSummary() throws Exception {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (int i = 1; i <= 3; i++) summaries.input(call, "Roads are long, say people – مياه 水 “quoted”, and so on.");
        summaries.publish(call, "Roads are long – مياه.", "Roads are long", 1, 3, 2);
        file = summary();
    }

    @Test
    void asItWasGivenItHolds() throws IOException {
        assertThat(verify(file))
                .startsWith("0\n")
                .contains("ok      Edition 1 of the summary of " + slug + ": its title, its language")
                .contains("1 sentence and 3 passages give the fingerprint")
                .contains("ok      The leaf says the same: calls/" + slug + "/summary/editions/1")
                .contains("ok      Leaf ")
                .contains("ok      The checkpoint at");
    }

    @ParameterizedTest
    @CsvSource({
        "Roads are long –, Roads are short –, do not give the fingerprint",
        "\"title\":\", \"title\":\"No , do not give the fingerprint",
        "\"language\":\"en\", \"language\":\"fr\", do not give the fingerprint",
        "\"publishedInputs\":3, \"publishedInputs\":300, do not give the fingerprint",
        "\"quote\":\"Roads are long\", \"quote\":\"Roads are wide\", do not give the fingerprint",
        "\"start\":0, \"start\":1, do not give the fingerprint",
        "\"line\":1, \"line\":2, do not give the fingerprint",
        "\"hash\":\", \"hash\":\"A, do not give the fingerprint",
        "\"publishedAt\":\"2, \"publishedAt\":\"3, The leaf is not that of this edition",
        "\"treeSize\":, \"treeSize\":9, is not in the signed log",
        "editions/1, editions/2, The leaf is not that of this edition",
    })
    void withAnythingChangedThatTheFingerprintHoldsItDoesNot(String before, String after, String said)
            throws IOException {
        assertThat(file).contains(before);
        assertThat(verify(file.replaceFirst(before, after))).startsWith("1\n").containsPattern("BROKEN .*" + said);
    }

    @Test
    void aPassageThatWasTakenOutOfTheFileIsMissed() throws IOException {
        var json = (ObjectNode) Json.tree(file);
        ((tools.jackson.databind.node.ArrayNode) json.at("/sections/0/sentences/0/evidence")).remove(0);
        assertThat(verify(json.toString())).startsWith("1\n").contains("1 sentence and 2 passages do not give");
    }

    @Test
    void withoutItsProofTheReaderIsTold() throws IOException {
        var json = (ObjectNode) Json.tree(file);
        json.remove("proof");
        json.remove("type");
        assertThat(verify(json.toString())).startsWith("0\n").contains("note    The file has no proof");
    }

    /// What rests on an input that is no longer shown cannot be computed again, and nothing else is said to hold.
    @Test
    void afterAWithdrawalNothingCanBeChecked() throws Exception {
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), secretariat);
        assertThat(verify(summary()))
                .startsWith("1\n")
                .contains("note    1 sentence rests on inputs that are no longer shown")
                .doesNotContain("ok      ")
                .endsWith("Nothing could be checked.\n");
        assertThat(verify(file)).startsWith("0\n");
    }

    private String summary() throws Exception {
        return web.perform(get("/calls/" + slug + "/summary.json"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String verify(String json) throws IOException {
        return Verified.archive(json.getBytes(StandardCharsets.UTF_8), folder);
    }
}
