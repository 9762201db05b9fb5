package org.throughline.operations.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.platform.Ids;
import org.throughline.platform.access.Permission;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;

/// `bench-documents --documents N`: 50 people accept and post N documents of one meeting at once, through the
/// whole service, after a fifth as many of another meeting to warm up. Says whether the numbers are unique and
/// without gaps and how long each waited.
@Component
class BenchDocuments implements Command {

    private static final int PEOPLE = 50;
    private static final int USUAL = 500;
    private static final String WORDS = "The Group considered the implementation of the outcomes of the review. ";
    private static final List<String> REFERENCES = List.of(
            "A/RES/70/125", "Council Resolution 1332 (Modified 2024)", "WTDC Resolution 30 (Rev. Kigali, 2022)");

    private final DocumentDrafts drafts;
    private final DocumentDesk desk;
    private final PostedDocuments posted;

    BenchDocuments(DocumentDrafts drafts, DocumentDesk desk, PostedDocuments posted) {
        this.drafts = drafts;
        this.desk = desk;
        this.posted = posted;
    }

    @Override
    public String name() {
        return "bench-documents";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        int count = arguments.number("documents", PEOPLE, 9_000).orElse(USUAL);
        try {
            // A meeting of its own for each run, so that a folder can be measured again.
            int run = 1_000 + (int) (System.nanoTime() >>> 8) % 4_000;
            measure(String.valueOf(run + 4_000), Math.max(PEOPLE, count / 5));
            String meeting = String.valueOf(run);
            long began = System.nanoTime();
            Latencies waits = measure(meeting, count);
            double seconds = (System.nanoTime() - began) / 1e9;
            List<Integer> serials = posted.ofMeeting("cwg-wsis-sdg", meeting).stream()
                    .map(PostedDocument::serial)
                    .toList();
            long distinct = serials.stream().distinct().count();
            boolean gaps = !serials.stream()
                    .sorted()
                    .toList()
                    .equals(IntStream.rangeClosed(1, count).boxed().toList());
            out.println("numbers " + distinct);
            out.println("gaps " + (gaps ? 1 : 0));
            out.println("p50 " + waits.millis(0.5));
            out.println("p99 " + waits.millis(0.99));
            out.println("max " + waits.maxMillis());
            out.println("seconds " + seconds);
            return distinct == count && !gaps ? 0 : 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Latencies measure(String meeting, int count) throws InterruptedException, ExecutionException {
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) sent.add(sent(meeting, i));
        var start = new CountDownLatch(1);
        List<Future<Latencies>> people = new ArrayList<>();
        var all = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (int person = 0; person < PEOPLE; person++) {
                int own = person;
                Callable<Latencies> work = () -> {
                    start.await();
                    return accept(sent, own);
                };
                people.add(threads.submit(work));
            }
            start.countDown();
            for (Future<Latencies> one : people) all.add(one.get());
        }
        return all;
    }

    // Every fiftieth, as if the list had been dealt out.
    private Latencies accept(List<UUID> sent, int person) {
        var waits = new Latencies();
        Actor actor = Actor.system("measurement");
        for (int i = person; i < sent.size(); i += PEOPLE) {
            long began = System.nanoTime();
            DocumentWork one = desk.find(sent.get(i));
            desk.acceptAndPost(one.id(), one.version(), actor);
            waits.record(System.nanoTime() - began);
        }
        return waits;
    }

    private UUID sent(String meeting, int number) {
        var author = new Actor(Ids.next(), "measurement", Set.of(Permission.CONTRIBUTE));
        UUID id = drafts.start(
                new DocumentDrafts.About(
                        "cwg-wsis-sdg",
                        meeting,
                        DocumentKind.CONTRIBUTION,
                        List.of(new DocumentSource(DocumentSource.Kind.SECTOR_MEMBER, "", "Example " + number)),
                        "en"),
                author);
        drafts.saveHeader(
                id,
                drafts.own(id, author).version(),
                new DocumentDrafts.Header(
                        new DocumentHeader("consider", "group", List.of(), "within-resources", REFERENCES),
                        new Expression("en", Expression.Standing.ORIGINAL, "Contribution " + number, WORDS, "", "", ""),
                        "2026-03-02",
                        ""),
                author);
        drafts.saveText(id, drafts.own(id, author).version(), WORDS.repeat(100), author);
        drafts.submit(id, drafts.own(id, author).version(), author);
        return id;
    }
}
