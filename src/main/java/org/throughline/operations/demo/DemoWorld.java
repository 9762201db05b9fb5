package org.throughline.operations.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.letters.LetterExamples;
import org.throughline.platform.DataFolder;
import org.throughline.platform.StartSteps;

/// Loads the example world before the first page is served, through the same services that people use. What is
/// there already is left alone, so that a second start is quick and a demonstration keeps what visitors did.
@Component
class DemoWorld implements SmartLifecycle {

    private static final String MARK = "example-world";
    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final Extent extent;
    private final DataFolder data;
    private final DemoAccounts accounts;
    private final DemoCalls calls;
    private final DemoInputs inputs;
    private final DemoSummaries summaries;
    private final DemoProjects projects;
    private final DemoReports reports;
    private final DemoDocuments documents;
    private final DemoMandates mandates;
    private final LetterExamples letters;
    private volatile boolean loaded;

    /// How much of it: nothing, the people only (for measurements), or all.
    enum Extent {
        NONE,
        PEOPLE,
        ALL
    }

    DemoWorld(
            @Value("${throughline.example-world:none}") Extent extent,
            DataFolder data,
            DemoAccounts accounts,
            DemoCalls calls,
            DemoInputs inputs,
            DemoSummaries summaries,
            DemoProjects projects,
            DemoReports reports,
            DemoDocuments documents,
            DemoMandates mandates,
            LetterExamples letters) {
        this.extent = extent;
        this.data = data;
        this.accounts = accounts;
        this.calls = calls;
        this.inputs = inputs;
        this.summaries = summaries;
        this.projects = projects;
        this.reports = reports;
        this.documents = documents;
        this.mandates = mandates;
        this.letters = letters;
    }

    @Override
    public void start() {
        if (extent == Extent.NONE) return;
        long began = System.nanoTime();
        boolean first = extent == Extent.ALL && !Files.exists(data.file(MARK));
        if (first) StartSteps.begin("Making the example accounts");
        accounts.load();
        if (first) load();
        // An example world that was made before there was a register gets one now.
        if (extent == Extent.ALL) {
            projects.load(accounts.contributor().id().value(), Actor.system("example world"));
            reports.begin(Actor.system("example world"));
            documents.load(Actor.system("example world"));
            documents.place("wsis20-inputs", Actor.system("example world"));
            mandates.load(Actor.system("example world"));
            letters.load(calls.find("action-line-road-maps"), Actor.system("example world"));
        }
        loaded = true;
        log.info(
                "The example world is there after {} ms",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    // Each step leaves alone what an earlier start that was broken off has made. The mark saves later starts from
    // looking.
    private void load() {
        Actor actor = Actor.system("example world");
        StartSteps.begin("Loading the example world: 1 review, 2 calls");
        calls.loadReview(actor);
        CallId past = calls.load("call-wsis20.json", actor);
        CallId open = calls.load("call-roadmaps.json", actor);
        inputs.load(past, actor);
        inputs.own(open, accounts.contributor());
        StartSteps.begin("Loading the example world: 2 summaries");
        summaries.load("summary-wsis20.json", past, actor);
        summaries.load("summary-work.json", past, actor);
        try {
            Files.writeString(data.file(MARK), "1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        loaded = false;
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    /// After the page cluster, before the web server.
    @Override
    public int getPhase() {
        return 1_000;
    }
}
