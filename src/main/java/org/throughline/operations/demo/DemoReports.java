package org.throughline.operations.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.LocalizedText;
import org.throughline.reports.Chapter;
import org.throughline.reports.Comment;
import org.throughline.reports.Edition;
import org.throughline.reports.Figure;
import org.throughline.reports.Making;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;
import org.throughline.reports.Report;
import org.throughline.reports.ReportComments;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Two example reports about the example projects: a global one whose zero draft was commented on and which is final,
/// and a regional one that still asks for comments. Their files are written when somebody asks for one.
@Component
class DemoReports {

    private static final Logger log = LoggerFactory.getLogger(DemoReports.class);
    private static final String FILE = "reports.json";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Reports reports;
    private final ReportEditions editions;
    private final PublishedReports published;
    private final ReportComments comments;
    private final Making making;
    private final Vocabulary vocabulary;
    private final Clock clock;

    DemoReports(
            Reports reports,
            ReportEditions editions,
            PublishedReports published,
            ReportComments comments,
            Making making,
            Vocabulary vocabulary,
            Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.published = published;
        this.comments = comments;
        this.making = making;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /// @param commentsFor how long the zero draft asks for comments
    /// @param comments on the zero draft
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            String slug,
            LocalizedText title,
            List<String> regions,
            String language,
            Recipe.Words words,
            Duration commentsFor,
            boolean last,
            List<CommentLine> comments) {}

    /// @param reply absent for one that nobody of the secretariat has read yet
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CommentLine(
            @Nullable Integer paragraph,
            String text,
            String language,
            String name,
            String organisation,
            @Nullable String reply) {}

    /// Makes beside everything else what is not there yet; a making takes a moment, and nobody waits for it.
    void begin(Actor actor) {
        Thread.ofVirtual().name("example-reports").start(() -> {
            try {
                for (Line line : ExampleFiles.read(FILE, Line[].class)) load(line, actor);
            } catch (RuntimeException e) {
                log.warn("The example reports were not made; the next start tries again", e);
            }
        });
    }

    private void load(Line line, Actor actor) {
        Report report = reports.find(line.slug()).orElseGet(() -> reports.create(line.slug(), recipe(line), actor));
        // What an earlier start left half made is made anew.
        editions.of(report).stream()
                .filter(edition -> !edition.isPublished() && !edition.isRunning())
                .forEach(edition -> editions.discard(edition, actor));
        if (has(report, Stage.DRAFT)) comment(report, line, actor);
        else {
            make(report, Stage.DRAFT, clock.instant().plus(line.commentsFor()), actor);
            comment(report, line, actor);
        }
        if (line.last() && !has(report, Stage.FINAL)) make(report, Stage.FINAL, null, actor);
    }

    private boolean has(Report report, Stage stage) {
        return editions.of(report).stream().anyMatch(edition -> edition.isPublished() && edition.stage() == stage);
    }

    private void make(Report report, Stage stage, @Nullable Instant until, Actor actor) {
        Edition edition = making.start(report, stage, until, actor);
        Instant limit = clock.instant().plus(LIMIT);
        while (edition.isRunning() && clock.instant().isBefore(limit)) {
            LockSupport.parkNanos(100_000_000);
            edition = editions.find(report, edition.number()).orElseThrow();
        }
        editions.publish(edition, actor);
    }

    private void comment(Report report, Line line, Actor actor) {
        Edition draft = editions.of(report).stream()
                .filter(edition -> edition.isPublished() && edition.stage() == Stage.DRAFT)
                .findFirst()
                .orElseThrow();
        PublishedReport open = published.find(report.slug(), draft.number()).orElseThrow();
        if (!open.takesComments(clock.instant()) || !comments.all(draft).isEmpty()) return;
        for (CommentLine one : line.comments()) {
            int number = comments.receive(
                    open,
                    new ReportComments.Sent(
                            one.paragraph(),
                            one.text(),
                            one.language(),
                            one.name(),
                            one.organisation(),
                            "reader@example.org",
                            true),
                    "example world");
            if (one.reply() == null) continue;
            int seen = comments.all(draft).stream()
                    .filter(comment -> comment.number() == number)
                    .map(Comment::version)
                    .findFirst()
                    .orElseThrow();
            comments.show(draft, number, one.reply(), one.language(), seen, actor);
        }
    }

    private Recipe recipe(Line line) {
        return new Recipe(
                line.title(),
                ProjectCollection.WSIS,
                line.regions(),
                Recipe.Period.ALL,
                Arrays.asList(Chapter.values()),
                vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                        .map(Term::code)
                        .toList(),
                Arrays.asList(Figure.values()),
                5,
                List.of(),
                List.of(),
                line.language(),
                line.words());
    }
}
