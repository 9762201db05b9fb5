package org.throughline.operations.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import org.throughline.reports.Chapter;
import org.throughline.reports.Edition;
import org.throughline.reports.Figure;
import org.throughline.reports.Making;
import org.throughline.reports.Recipe;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// `bench-report [--language LANGUAGE]`: makes a global report of everything in the register, with all chapters and
/// figures and the annex, as PDF, DOCX and HTML, and says how long each part took. The edition is thrown away again,
/// and so is one that an earlier measurement left half made.
@Component
class BenchReport implements Command {

    static final String SLUG = "bench-report";
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Reports reports;
    private final ReportEditions editions;
    private final Making making;
    private final Vocabulary vocabulary;

    BenchReport(Reports reports, ReportEditions editions, Making making, Vocabulary vocabulary) {
        this.reports = reports;
        this.editions = editions;
        this.making = making;
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "bench-report";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        return measure(recipe(arguments.option("language").orElse("en")), out);
    }

    int measure(Recipe recipe, PrintStream out) {
        Actor actor = Actor.system("measurement");
        Report report = report(recipe, actor);
        discard(report, actor);
        long began = System.nanoTime();
        Edition edition = making.start(report, Stage.FINAL, null, actor);
        Map<String, Long> steps = new LinkedHashMap<>();
        String step = "";
        long since = began;
        while (edition.isRunning() && System.nanoTime() - began < LIMIT.toNanos()) {
            pause();
            edition = editions.find(report, edition.number()).orElseThrow();
            if (edition.step().equals(step) && edition.isRunning()) continue;
            steps.merge(step.isEmpty() ? "data" : step, (System.nanoTime() - since) / 1_000_000, Long::sum);
            since = System.nanoTime();
            step = edition.step();
        }
        long all = (System.nanoTime() - began) / 1_000_000;
        if (edition.state() != Edition.State.DONE) {
            out.println("The report was not made: " + edition.state());
            if (!edition.isRunning()) discard(report, actor);
            return 1;
        }
        steps.forEach((name, millis) -> out.println(name + " " + millis + " ms"));
        out.println("report of " + edition.projects() + " projects in " + all + " ms");
        discard(report, actor);
        return 0;
    }

    // Also what an earlier measurement left that was broken off.
    private void discard(Report report, Actor actor) {
        editions.of(report).stream()
                .filter(edition -> !edition.isPublished())
                .forEach(edition -> editions.discard(edition, actor));
    }

    private Report report(Recipe recipe, Actor actor) {
        return reports.find(SLUG)
                .map(there -> reports.change(there, recipe, there.version(), actor))
                .orElseGet(() -> reports.create(SLUG, recipe, actor));
    }

    private Recipe recipe(String language) {
        return new Recipe(
                LocalizedText.of("en", "Report for measuring"),
                ProjectCollection.WSIS,
                List.of(),
                Recipe.Period.ALL,
                Arrays.asList(Chapter.values()),
                vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                        .map(Term::code)
                        .toList(),
                Arrays.asList(Figure.values()),
                5,
                List.of(),
                List.of(language),
                language,
                Recipe.Words.NONE);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
