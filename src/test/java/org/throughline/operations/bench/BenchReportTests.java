package org.throughline.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.reports.Making;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Measuring leaves nothing behind.
@ThroughlineTest
class BenchReportTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    BenchReport bench;

    @Autowired
    Reports reports;

    @Autowired
    ReportEditions editions;

    @Autowired
    Making making;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Test
    void whatIsMadeForMeasuringIsThrownAwayAndWhatWasLeftBeforeToo() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        SmallRegister.publish(register, collection, SmallRegister.project("Measured"));
        Report report = reports.find(BenchReport.SLUG)
                .orElseGet(() -> reports.create(BenchReport.SLUG, SmallReport.recipe(collection), SECRETARIAT));
        int left = SmallReport.make(making, editions, report, Stage.DRAFT).number();
        assertThat(editions.find(report, left)).isPresent();
        var said = new ByteArrayOutputStream();
        int result = bench.measure(SmallReport.recipe(collection), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(result).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("report of 1 projects in ");
        assertThat(editions.of(report)).isEmpty();
    }

    @Test
    void aReportThatCouldNotBeMadeIsThrownAwayAsWell() {
        var said = new ByteArrayOutputStream();
        int result = bench.measure(
                SmallReport.recipe(SmallRegister.fresh(collections)),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(result + said.toString(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(editions.of(reports.find(BenchReport.SLUG).orElseThrow())).isEmpty();
    }
}
