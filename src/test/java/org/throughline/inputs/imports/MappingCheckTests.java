package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.calls.CallId;
import org.throughline.tables.ImportFailed;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// A mistake in a mapping is refused before any row is read, by the name that nothing is called.
@ThroughlineTest
class MappingCheckTests extends Importing {

    private static final String TABLE = "who,said,yes\nSociety,Words.,yes\n";

    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'answrs': {'q1': 'said'}} | answrs",
                "{'answers': {'q1': {'colunm': 'said'}}} | answers.q1.colunm",
                "{'consent': {'txt': 'yes'}} | consent.txt",
                "{'respondent': {'organization': 'who'}} | respondent.organization",
                "{'group': {'by': 'who', 'question': 'said', 'answer': 'said', 'sort': 'who'}} | group.sort",
                "{'language': {'split': ';', 'languge': 'en'}} | language.languge",
                "{'unknownCountry': 'regoin'} | unknownCountry: regoin",
                "['q1'] | JSON object"
            })
    void whatNoMappingHasIsRefused(String mapping, String named) {
        assertThatThrownBy(() -> Mapping.parse(mapping.replace('\'', '"'), "mapping.json"))
                .isInstanceOfSatisfying(
                        ImportFailed.class,
                        e -> assertThat(e.reason().words(messages.in("en"))).contains(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'answers': {'q1': 'said'}, 'consent': {'name': 'Nope'}} | “Nope” (consent.name)",
                "{'answers': {'q1': 'sayd'}} | “sayd” (answers.q1)",
                "{'answers': {'zz': 'said'}} | zz",
                "{'answers': {'q1': 'said'}, 'key': 'id'} | “id” (key)",
                "{'answers': {'q1': 'said'}, 'language': 'tongue'} | “tongue” (language)",
                "{'answers': {'q1': 'said'}, 'receivedAt': {'column': 'day'}} | “day” (receivedAt)",
                "{'group': {'by': 'nobody', 'question': 'said', 'answer': 'said'}} | “nobody” (group.by)",
                "{'group': {'by': 'who', 'question': 'said', 'answer': 'said', 'questions': {'First': 'zz'}}} | zz"
            })
    void columnsAndQuestionsThatAreNotThereAreRefusedBeforeAnyRow(String mapping, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), TABLE);
        Mapping read = Mapping.parse(mapping.replace('\'', '"'), "mapping.json");
        assertThatThrownBy(() -> run(slug, file, read))
                .isInstanceOfSatisfying(
                        ImportFailed.class,
                        e -> assertThat(e.reason().words(messages.in("en"))).contains(named));
        assertThat(refused()).doesNotExist();
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
    }

    @Test
    void aMemberThatOnlySomeLinesOfJsonHaveIsAColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), """
                {"who": "A", "said": "One."}
                {"who": "B", "said": "Two.", "place": "KE"}
                """);
        Mapping mapping = Mapping.parse("""
                {"answers": {"q1": "said"}, "respondent": {"organisation": "who", "country": "place",
                 "stakeholderType": {"constant": "CSO"}}}""", "mapping.json");
        assertThat(run(slug, file, mapping).inputs()).isEqualTo(2);
    }
}
