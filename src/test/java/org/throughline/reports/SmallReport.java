package org.throughline.reports;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.throughline.audit.Actor;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.ProjectCollection;

/// Reports for tests.
public final class SmallReport {

    public static final Actor SECRETARIAT = Actor.system("test");

    private SmallReport() {}

    public static String freshSlug() {
        return "r-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /// Everything about one register, told in two action lines, without files from the start.
    public static Recipe recipe(ProjectCollection collection) {
        return recipe(collection.slug());
    }

    /// The same about the register of the process itself.
    public static Recipe wsis() {
        return recipe(ProjectCollection.WSIS);
    }

    private static Recipe recipe(String collection) {
        return new Recipe(
                LocalizedText.of("en", "Report for tests"),
                collection,
                List.of(),
                Recipe.Period.ALL,
                Arrays.asList(Chapter.values()),
                List.of("C2", "C7-ELEA"),
                Arrays.asList(Figure.values()),
                5,
                List.of(),
                List.of(),
                "en",
                new Recipe.Words("The first words.\n\nThe second words.", "What follows.", "We thank all."));
    }

    /// Makes an edition and waits for it.
    public static Edition make(Making making, ReportEditions editions, Report report, Stage stage) {
        Edition begun = making.start(
                report, stage, stage == Stage.DRAFT ? java.time.Instant.now().plusSeconds(86_400) : null, SECRETARIAT);
        return await(editions, report, begun.number());
    }

    public static Edition await(ReportEditions editions, Report report, int number) {
        for (int i = 0; i < 1_200; i++) {
            Edition edition = editions.find(report, number).orElseThrow();
            if (!edition.isRunning()) return edition;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("The report is not made");
    }
}
