package org.throughline.tables;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works through files that were handed over, one thread each: jobs go on when nobody looks, say how far they are, and
/// can be stopped whenever they say so.
@Component
public final class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();

    JobRunner() {}

    /// @param rows where the job's row is, already written
    /// @param file deleted when it cannot be imported at all
    /// @param work told where to say how far it is; ends by writing to the row how it ended
    public void start(UUID id, JobRows rows, Path file, Consumer<Progress> work) {
        Thread.ofVirtual().name("import-" + id).start(() -> work(id, rows, file, work));
    }

    /// Stops a job the next time it says how far it is, on whichever node it runs: here at once, elsewhere when that
    /// one looks at the row.
    public void stop(UUID id, JobRows rows) {
        rows.askToStop(id);
        if (rows.begunHere().contains(id)) stopped.add(id);
    }

    private void work(UUID id, JobRows rows, Path file, Consumer<Progress> work) {
        try (var pulse =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            pulse.scheduleAtFixedRate(() -> rows.seen(id), 10, 10, TimeUnit.SECONDS);
            try {
                work.accept(rows.telling(id, (done, total, refused) -> {
                    if (stopped.contains(id)) throw new CancellationException();
                }));
            } catch (CancellationException e) {
                rows.end(id, JobState.STOPPED, null);
            } catch (ImportFailed e) {
                JobFiles.delete(file);
                rows.end(id, JobState.FAILED, e.reason());
            } catch (RuntimeException e) {
                log.error("Import {} failed", id, e);
                rows.end(id, JobState.FAILED, Reason.of("imports.problem.ours", id.toString()));
            } finally {
                stopped.remove(id);
                rows.over(id);
                pulse.shutdownNow();
            }
        }
    }
}
