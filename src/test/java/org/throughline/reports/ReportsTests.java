package org.throughline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.AuditTrail;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.PublicLog;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.LogPlaces;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class ReportsTests {

    @Autowired
    Reports reports;

    @Autowired
    Making making;

    @Autowired
    ReportEditions editions;

    @Autowired
    PublishedReports published;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EditionRows rows;

    @Autowired
    Freezing freezing;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private Taken project(String title) {
        return SmallRegister.publish(register, collection, SmallRegister.project(title));
    }

    private Taken project(String title, String code, String json) {
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        SmallRegister.put(answers, code, json);
        return SmallRegister.publish(register, collection, NewProject.of("en", answers, Consent.ALL));
    }

    private Report report() {
        return reports.create(SmallReport.freshSlug(), SmallReport.recipe(collection), SmallReport.SECRETARIAT);
    }

    private PublishedReport publish(Report report, Stage stage) {
        Edition edition = SmallReport.make(making, editions, report, stage);
        assertThat(edition.state()).isEqualTo(Edition.State.DONE);
        editions.publish(edition, SmallReport.SECRETARIAT);
        return published.find(report.slug(), edition.number()).orElseThrow();
    }

    private List<PublishedReport.Line> lines(PublishedReport report) {
        List<PublishedReport.Line> lines = new ArrayList<>();
        published.each(report, lines::add);
        return lines;
    }

    @Test
    void anEditionHoldsThePublicStateOfEveryProjectAndItsCounts() {
        Taken one = project("Solar schools");
        Taken other = project("Village radio", "actionLines", "[\"C9\"]");
        register.receive(
                collection,
                SmallRegister.project("Waiting"),
                org.throughline.stocktaking.Reception.imported(null, "w", null),
                SmallReport.SECRETARIAT);
        PublishedReport report = publish(report(), Stage.FINAL);
        assertThat(report.projects()).isEqualTo(2);
        assertThat(report.register()).isEqualTo(2);
        assertThat(lines(report).stream().map(PublishedReport.Line::number))
                .containsExactly(one.number(), other.number());
        assertThat(count(report, "action-line", "C2")).isEqualTo(1);
        assertThat(count(report, "action-line", "C9")).isEqualTo(1);
        assertThat(count(report, "country", "KE")).isEqualTo(2);
        assertThat(count(report, "status", "ongoing")).isEqualTo(2);
        FigureData heat = report.figure("action-line-sdg").orElseThrow();
        assertThat(heat.rows().stream()
                        .filter(row -> row.code().equals("C9"))
                        .findFirst()
                        .orElseThrow()
                        .values()
                        .get(3))
                .isEqualTo(1);
        assertThat(report.digests()).containsEntry("C2", List.of(one.number()));
    }

    private static long count(PublishedReport report, String figure, String code) {
        return report.figure(figure).orElseThrow().rows().stream()
                .filter(row -> row.code().equals(code))
                .mapToLong(FigureData.Row::value)
                .sum();
    }

    @Test
    void whatChangesLaterDoesNotChangeAnEdition() {
        Taken taken = project("Solar schools");
        PublishedReport report = publish(report(), Stage.FINAL);
        register.change(
                taken.id(),
                register.find(taken.id()).orElseThrow().version(),
                SmallRegister.project("Solar colleges"),
                SmallReport.SECRETARIAT);
        register.publish(taken.id(), SmallReport.SECRETARIAT);
        project("Another");
        PublishedReport later = published.find(report.slug(), null).orElseThrow();
        assertThat(lines(later).stream().map(line -> line.entry().orElseThrow().title()))
                .containsExactly("Solar schools");
        assertThat(later.content().hash()).isEqualTo(later.hash());
    }

    @Test
    void theFingerprintIsOnRecordAndCanBeComputedFromWhatIsShown() {
        project("Solar schools");
        project("Village radio");
        PublishedReport report = publish(report(), Stage.FINAL);
        var entries = new EntriesHash();
        lines(report).forEach(line -> {
            assertThat(Entry.hash(line.entry().orElseThrow().data())).isEqualTo(line.hash());
            entries.add(line.number(), line.version(), line.hash());
        });
        assertThat(entries.value()).isEqualTo(report.entries());
        assertThat(report.content().hash()).isEqualTo(report.hash());
        LogPlaces.await(jdbc, EntryKind.EDITION);
        assertThat(log.proof(EntryKind.EDITION, ReportEditions.subject(report.slug(), report.number()), report.hash()))
                .isPresent();
    }

    @Test
    void aWithdrawnProjectLeavesEveryEditionAtOnce() {
        Taken taken = project("Solar schools");
        project("Village radio");
        PublishedReport report = publish(report(), Stage.FINAL);
        String before = published.state(report);
        register.withdraw(taken.id(), SmallReport.SECRETARIAT);
        PublishedReport after = published.find(report.slug(), null).orElseThrow();
        assertThat(after.gone()).isEqualTo(1);
        assertThat(after.projects()).isEqualTo(2);
        PublishedReport.Line line = lines(after).getFirst();
        assertThat(line.entry()).isEmpty();
        assertThat(line.gone()).isEqualTo("withdrawn");
        assertThat(published.state(after)).isNotEqualTo(before);
    }

    @Autowired
    ProjectBatches batches;

    @Test
    void aStateWhosePublicationWasUndoneLeavesEveryEditionAtOnce() {
        Taken taken = project("Solar schools");
        int seen = register.find(taken.id()).orElseThrow().version();
        register.change(taken.id(), seen, SmallRegister.project("Words taken back"), SmallReport.SECRETARIAT);
        UUID batch = batches.begin(
                ProjectBatch.Kind.PUBLISH,
                "",
                List.of(new ProjectBatches.Pick(taken.number(), seen + 1)),
                SmallReport.SECRETARIAT);
        batches.work(batch);
        PublishedReport report = publish(report(), Stage.FINAL);
        assertThat(lines(report).getFirst().entry().orElseThrow().title()).isEqualTo("Words taken back");
        batches.undo(batch);
        batches.work(batch);
        PublishedReport.Line line = lines(report).getFirst();
        assertThat(line.entry()).isEmpty();
        assertThat(line.gone()).isEqualTo("taken-back");
        assertThat(line.whole()).isFalse();
    }

    @Test
    void wordsAndNamesAreTakenBackToo() {
        Taken taken = project("Solar schools");
        PublishedReport report = publish(report(), Stage.FINAL);
        assertThat(lines(report).getFirst().entry().orElseThrow().summary()).contains("solar power");
        register.consent(taken.id(), new Consent(false, true, true, false, true), SmallReport.SECRETARIAT);
        PublishedReport.Line line = lines(report).getFirst();
        assertThat(line.entry().orElseThrow().summary()).isEmpty();
        assertThat(line.entry().orElseThrow().entityName()).isEmpty();
        assertThat(line.entry().orElseThrow().title()).isEqualTo("Solar schools");
        assertThat(line.whole()).isFalse();
    }

    @Test
    void whatMayNotBeQuotedIsNotKept() {
        SmallRegister.publish(
                register, collection, SmallRegister.project("Quiet", new Consent(true, true, true, false, true)));
        PublishedReport report = publish(report(), Stage.FINAL);
        assertThat(lines(report).getFirst().entry().orElseThrow().summary()).isEmpty();
        assertThat(lines(report).getFirst().whole()).isTrue();
        assertThat(report.digests().get("C2")).isEmpty();
        assertThat(jdbc.sql("SELECT data::text FROM reports.edition_project WHERE edition_id = ?")
                        .param(report.edition())
                        .query(String.class)
                        .single())
                .doesNotContain("solar power")
                .doesNotContain("private.person");
    }

    @Test
    void amountsAreCountedByUnitAndNeverAddedUp() {
        project(
                "One",
                "claims",
                "[{\"text\":\"reached 40,000 people\",\"amount\":40000,\"unit\":\"persons\",\"asOf\":\"2024-12\",\"document\":\"Report\",\"page\":\"12\"}]");
        project(
                "Other",
                "claims",
                "[{\"text\":\"reached 10 people\",\"amount\":10,\"unit\":\"persons\",\"asOf\":\"2023\"}]");
        PublishedReport report = publish(report(), Stage.FINAL);
        assertThat(report.claims().units()).containsExactly(new ClaimTotals.Unit("persons", 2, 2, 1));
        assertThat(report.claims().toString()).doesNotContain("40010");
    }

    @Test
    void aMakingOnAnotherNodeStopsToo() {
        project("Solar schools");
        Report report = report();
        var other = new Making(rows, freezing, published, new SlowFiles(), audit, clock);
        Edition begun = other.start(report, Stage.FINAL, null, SmallReport.SECRETARIAT);
        making.stop(begun);
        Edition ended = SmallReport.await(editions, report, begun.number());
        assertThat(ended.state()).isEqualTo(Edition.State.STOPPED);
        making.goOn(ended, SmallReport.SECRETARIAT);
        assertThat(SmallReport.await(editions, report, begun.number()).state()).isEqualTo(Edition.State.DONE);
    }

    /// Writes until somebody stops it, for half a minute at most.
    private static final class SlowFiles implements EditionFiles {

        @Override
        public List<String> names(Recipe recipe) {
            return List.of("en.pdf");
        }

        @Override
        public void write(PublishedReport report, String name, BooleanSupplier stopped) {
            for (int i = 0; i < 600; i++) {
                if (stopped.getAsBoolean()) throw new CancellationException();
                LockSupport.parkNanos(50_000_000);
            }
        }

        @Override
        public void forget(UUID edition) {}
    }

    @Test
    void anEditionThatNobodySawIsNotPublic() {
        project("Solar schools");
        Report report = report();
        Edition edition = SmallReport.make(making, editions, report, Stage.FINAL);
        assertThat(published.find(report.slug(), null)).isEmpty();
        assertThatThrownBy(() -> making.start(report, Stage.FINAL, null, SmallReport.SECRETARIAT))
                .isInstanceOf(Refusal.class);
        editions.discard(edition, SmallReport.SECRETARIAT);
        assertThat(editions.of(report)).isEmpty();
        assertThat(SmallReport.make(making, editions, report, Stage.FINAL).number())
                .isEqualTo(1);
    }

    @Test
    void aMakingThatWasInterruptedGoesOn() {
        project("Solar schools");
        Report report = report();
        Edition edition = SmallReport.make(making, editions, report, Stage.FINAL);
        jdbc.sql("UPDATE reports.edition SET state = 'running', ended_at = NULL WHERE id = ?")
                .param(edition.id())
                .update();
        Edition interrupted = editions.find(report, 1).orElseThrow();
        assertThat(interrupted.state()).isEqualTo(Edition.State.INTERRUPTED);
        assertThatThrownBy(() -> editions.publish(interrupted, SmallReport.SECRETARIAT))
                .isInstanceOf(Refusal.class);
        making.goOn(interrupted, SmallReport.SECRETARIAT);
        assertThat(SmallReport.await(editions, report, 1).state()).isEqualTo(Edition.State.DONE);
    }

    @Test
    void nothingIsPublishedOfNothing() {
        Report report = report();
        Edition edition = SmallReport.make(making, editions, report, Stage.FINAL);
        assertThatThrownBy(() -> editions.publish(edition, SmallReport.SECRETARIAT))
                .hasMessageContaining("report-empty");
    }

    @Test
    void aRecipeNarrowsByRegionAndYear() {
        project("Africa");
        Taken asia = project("Asia", "countries", "[\"BT\"]");
        Taken old = project("Old", "startsOn", "\"2004\"");
        Recipe all = SmallReport.recipe(collection);
        Report regional = reports.create(
                SmallReport.freshSlug(), with(all, List.of("ASP"), Recipe.Period.ALL), SmallReport.SECRETARIAT);
        assertThat(lines(publish(regional, Stage.FINAL)).stream().map(PublishedReport.Line::number))
                .containsExactly(asia.number());
        Report early = reports.create(
                SmallReport.freshSlug(),
                with(all, List.of(), new Recipe.Period(Recipe.Basis.STARTED, 2000, 2010)),
                SmallReport.SECRETARIAT);
        assertThat(lines(publish(early, Stage.FINAL)).stream().map(PublishedReport.Line::number))
                .containsExactly(old.number());
    }

    private static Recipe with(Recipe recipe, List<String> regions, Recipe.Period period) {
        return new Recipe(
                recipe.title(),
                recipe.collection(),
                regions,
                period,
                recipe.chapters(),
                recipe.lines(),
                recipe.figures(),
                recipe.digests(),
                recipe.featured(),
                List.of(),
                recipe.language(),
                recipe.words());
    }
}
