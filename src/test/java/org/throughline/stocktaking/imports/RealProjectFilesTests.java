package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.throughline.stocktaking.Answers;
import org.throughline.world.ThroughlineTest;

/// The public collections that the guide names go in with the mappings that are shipped.
@ThroughlineTest
@EnabledIfEnvironmentVariable(named = "THROUGHLINE_REFERENCE_DATA", matches = ".+")
class RealProjectFilesTests extends ImportingProjects {

    private static final Path MAPPINGS = Path.of("docs/examples/import");

    private final Path data = Path.of(String.valueOf(System.getenv("THROUGHLINE_REFERENCE_DATA")));

    private ProjectImportResult bring(String file, String mapping) {
        return run(data.resolve(file), ProjectMapping.read(MAPPINGS.resolve(mapping + ".mapping.json")), true);
    }

    @Test
    void digitalPublicGoodsGoInAsAWhole() throws IOException {
        ProjectImportResult result = bring("dev/digital-public-goods/projects.jsonl", "digital-public-goods");
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(462);
        assertThat(publicTitles()).hasSize(462);
        var read = answers("Dymaxion Labs Toolkit");
        assertThat(Answers.codes(read.get("countries"))).contains("AR", "BR", "UY");
        assertThat(Answers.codes(read.get("sdgs"))).containsExactly("1", "10", "11", "13");
        assertThat(read.at("/sdgs/0/linkage").stringValue()).isNotBlank();
        assertThat(Answers.text(read.get("entityName"))).isEqualTo("Dymaxion Labs");
    }

    @Test
    void projectsOfTheWorldBankGoInAsAWhole() throws IOException {
        ProjectImportResult result = bring("dev/worldbank-projects/projects.csv", "world-bank-projects");
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(528);
        var read = answers("Northern Crisis Recovery Project");
        assertThat(Answers.codes(read.get("countries"))).containsExactly("MZ");
        assertThat(Answers.text(read.get("startsOn"))).isEqualTo("2021-04-27");
        assertThat(Answers.text(read.get("coverage"))).isEqualTo("national");
        var regional = answers("Great Lakes Trade Facilitation and Integration Project");
        assertThat(Answers.codes(regional.get("regions"))).containsExactly("AFR");
        assertThat(Answers.text(regional.get("coverage"))).isEqualTo("regional");
    }

    @Test
    void prizeProjectsGoInAsAWhole() throws IOException {
        ProjectImportResult result = bring("dev/wsis-prizes-2015/nominated-projects-2015.csv", "wsis-prizes-2015");
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(302);
        assertThat(bring("dev/wsis-prizes-2015/nominated-projects-2015.csv", "wsis-prizes-2015")
                        .already())
                .isEqualTo(302);
        var read = answers("GSMA Mobile Alliance Against Child Sexual Abuse Content");
        assertThat(Answers.codes(read.get("regions"))).containsExactly("GLOBAL");
        assertThat(Answers.codes(read.get("actionLines"))).containsExactly("C10");
    }

    @Test
    void ofATwiceBrokenFileOnlyRowsThatLostLettersAreRefused() throws IOException {
        ProjectImportResult result =
                bring("dev/wsis-prizes-2015/as-published-mojibake.csv", "wsis-prizes-2015-as-published");
        assertThat(result.taken()).isEqualTo(293);
        assertThat(result.refused()).isEqualTo(9);
        assertThat(refusedText().lines().skip(1)).allMatch(line -> line.contains("Letters were lost"));
        assertThat(publicTitles()).contains("Life’s Simpler with Internet");
    }

    @Test
    void theStandardsOwnExampleOfAnActivityGoesIn() throws IOException {
        ProjectImportResult result =
                run(data.resolve("dev/iati-examples/activity-standard-example-annotated.xml"), null, true);
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(1);
        var read = answers("Activity title");
        assertThat(Answers.codes(read.get("countries"))).containsExactly("AF", "AG");
        assertThat(Answers.codes(read.get("regions"))).containsExactly("AMS");
        assertThat(read.has("contactName")).isFalse();
    }
}
