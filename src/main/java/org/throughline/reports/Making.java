package org.throughline.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Refusal;
import org.throughline.reports.Edition.State;

/// Makes editions: freezes the data, then writes the files. A making goes on when nobody looks, can be stopped
/// between steps, and goes on where it ended after it was stopped or the program was.
@Service
public class Making {

    private static final Logger log = LoggerFactory.getLogger(Making.class);
    private static final long SECOND = 1_000_000_000L;
    /// What a file weighs on the bar, in projects.
    private static final long FILE = 2_000;

    private final EditionRows rows;
    private final Freezing freezing;
    private final PublishedReports reports;
    private final EditionFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    Making(
            EditionRows rows,
            Freezing freezing,
            PublishedReports reports,
            EditionFiles files,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.freezing = freezing;
        this.reports = reports;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /// Begins an edition of a report. Refused while another of the same report is being made or waits to be
    /// published or thrown away, and for a zero draft without time for comments.
    public Edition start(Report report, Stage stage, @Nullable Instant commentsUntil, Actor actor) {
        Instant until = commentsUntil == null ? null : commentsUntil.truncatedTo(ChronoUnit.SECONDS);
        if (stage == Stage.DRAFT && (until == null || !until.isAfter(clock.instant())))
            throw new Refusal("report-comments-over", 422, "reports.problem.comments-over");
        if (rows.of(report.id()).stream().anyMatch(edition -> !edition.isPublished()))
            throw new Refusal("report-being-made", 409, "reports.problem.one-at-a-time");
        UUID id = rows.insert(report, stage, stage == Stage.DRAFT ? until : null, actor.person());
        Edition edition = rows.find(id).orElseThrow();
        audit.record(actor, "report-begun", ReportEditions.subject(edition), Map.of("recipe", report.recipeVersion()));
        work(edition);
        return edition;
    }

    /// Takes a making up again. Refused for one that is running or has come to its end.
    public void goOn(Edition edition, Actor actor) {
        if (!edition.canGoOn() || !rows.again(edition.id()))
            throw new Refusal("report-being-made", 409, "reports.problem.being-made");
        audit.record(actor, "report-taken-up", ReportEditions.subject(edition), Map.of());
        work(rows.find(edition.id()).orElseThrow());
    }

    /// Stops a making before its next step, on whichever node it is made: that one looks at the row.
    public void stop(Edition edition) {
        if (edition.isRunning()) rows.askToStop(edition.id());
    }

    private void work(Edition edition) {
        Thread.ofVirtual().name("report-" + edition.id()).start(() -> run(edition));
    }

    private void run(Edition edition) {
        UUID id = edition.id();
        try (var pulse =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            pulse.scheduleAtFixedRate(() -> rows.seen(id), 10, 10, TimeUnit.SECONDS);
            try {
                long begun = System.nanoTime();
                make(edition);
                rows.end(id, State.DONE, "");
                log.info(
                        "Report {} made in {} ms",
                        ReportEditions.subject(edition),
                        (System.nanoTime() - begun) / 1_000_000);
            } catch (CancellationException e) {
                rows.end(id, State.STOPPED, "");
            } catch (RuntimeException e) {
                log.error("Report {} was not made", ReportEditions.subject(edition), e);
                rows.end(id, State.FAILED, "unexpected");
            } finally {
                rows.over(id);
                pulse.shutdownNow();
            }
        }
    }

    private void make(Edition edition) {
        List<Long> wanted = edition.frozenAt() == null ? freezing.wanted(edition.recipe()) : List.of();
        List<String> names = files.names(edition.recipe());
        long projects = edition.frozenAt() == null ? wanted.size() : edition.projects();
        long all = projects + FILE * names.size();
        var progress = new Progress(edition.id(), all);
        progress.at("", 0, true);
        if (edition.frozenAt() == null) freezing.freeze(edition, wanted, done -> progress.at("", done, false));
        PublishedReport frozen = reports.preview(edition.id());
        for (int i = 0; i < names.size(); i++) {
            progress.at(names.get(i), projects + FILE * i, true);
            files.write(frozen, names.get(i), () -> rows.isStopAsked(edition.id()));
        }
        progress.at("", all, true);
    }

    /// Tells the row how far the making is, once a second, and ends it where somebody wants that.
    private final class Progress {

        private final UUID edition;
        private final long all;
        private long told;

        Progress(UUID edition, long all) {
            this.edition = edition;
            this.all = all;
        }

        void at(String step, long done, boolean now) {
            if (!now && System.nanoTime() - told < SECOND) return;
            told = System.nanoTime();
            if (rows.progress(edition, step, done, all)) throw new CancellationException();
        }
    }
}
