package org.throughline.stocktaking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectBatch.Kind;

/// Does the same to many entries, some at a time: what is begun goes on when nobody looks and after a restart, can be
/// stopped, and can be undone. An entry that has changed since it was chosen is left alone, and so is one that has
/// changed since it was dealt with when that is undone.
@Service
public class ProjectBatches implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectBatches.class);

    /// So many are dealt with while the page is awaited.
    private static final int AT_ONCE = 100;

    private static final int LONGEST_TAG = 60;

    private final BatchRows rows;
    private final BatchSteps steps;
    private final Clock clock;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    ProjectBatches(BatchRows rows, BatchSteps steps, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
    }

    /// An entry that was chosen, as it was seen then.
    public record Pick(long number, int seen) {}

    /// What became of an entry in a batch.
    ///
    /// @param why it was left alone, a word
    public record Outcome(long number, String title, String language, String why) {}

    /// Begins to do something to these entries.
    @Transactional
    public UUID begin(Kind kind, String words, List<Pick> picks, Actor actor) {
        if (picks.isEmpty()) throw new Refusal("nothing-chosen", 422, "stocktaking.problem.nothing-chosen");
        UUID id = insert(kind, words, actor);
        rows.add(id, picks);
        return id;
    }

    /// The same to all that a filter leaves. Refused when those are not the ones that were seen.
    ///
    /// @param seen the state of the list as it was read: [ProjectDesk.Listed#state]
    @Transactional
    public UUID begin(Kind kind, String words, ProjectDesk.Filter filter, String seen, Actor actor) {
        UUID id = insert(kind, words, actor);
        rows.addAll(id, filter);
        ProjectDesk.Listed chosen = rows.listed(id);
        if (chosen.count() == 0) throw new Refusal("nothing-chosen", 422, "stocktaking.problem.nothing-chosen");
        if (!chosen.state().equals(seen)) throw listChanged(chosen);
        return id;
    }

    /// The list is not what it was when it was read.
    public static Refusal listChanged(ProjectDesk.Listed now) {
        return new Refusal("list-changed", 409, "stocktaking.problem.list-changed", now.count());
    }

    private UUID insert(Kind kind, String words, Actor actor) {
        UUID id = Ids.next();
        rows.insert(id, kind, words(kind, words), actor, clock.instant());
        return id;
    }

    private static String words(Kind kind, String words) {
        return switch (kind) {
            case DECLINE -> ProjectModeration.note(words);
            case TAG, UNTAG -> tag(words);
            case PUBLISH, MERGE -> "";
        };
    }

    private static String tag(String words) {
        String tag = words.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (tag.isEmpty() || tag.length() > LONGEST_TAG)
            throw new Refusal("tag-wrong", 422, "stocktaking.problem.tag", LONGEST_TAG);
        return tag;
    }

    /// Works at what was begun: a few at once, many in the background.
    public void work(UUID id) {
        ProjectBatch batch = find(id).orElseThrow(Refusal::notFound);
        if (batch.total() <= AT_ONCE) run(id);
        else Thread.ofVirtual().name("batch-" + id).start(() -> run(id));
    }

    private void run(UUID id) {
        if (!working.add(id)) return;
        try {
            boolean more = true;
            while (running && more) more = steps.step(id);
        } catch (RuntimeException e) {
            log.error("What was begun with many entries ({}) could not go on; it can be continued", id, e);
        } finally {
            working.remove(id);
        }
    }

    /// Leaves the entries alone that were not dealt with yet.
    @Transactional
    public void stop(UUID id) {
        if (!rows.lock(id)) throw Refusal.notFound();
        if (rows.find(id).orElseThrow().isRunning()) rows.stopped(id, clock.instant());
    }

    /// Puts back what was done, as far as nobody has touched it since. Refused while it is still being done, and a
    /// second time.
    @Transactional
    public void undo(UUID id) {
        if (!rows.lock(id)) throw Refusal.notFound();
        if (!rows.find(id).orElseThrow().canBeUndone())
            throw new Refusal("not-undoable", 409, "stocktaking.problem.not-undoable");
        rows.undoBegun(id, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<ProjectBatch> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public List<ProjectBatch> newest(int limit) {
        return rows.newest(limit);
    }

    @Transactional(readOnly = true)
    public List<ProjectBatch> of(ProjectId project, int limit) {
        return rows.of(project, limit);
    }

    /// @param state `waiting`, `done`, `skipped`, `undone` or `kept`
    @Transactional(readOnly = true)
    public List<Outcome> outcomes(UUID id, String state, int limit) {
        return rows.outcomes(id, state, limit);
    }

    // What an earlier process was at goes on.
    @Override
    public void start() {
        running = true;
        for (UUID id : rows.unfinished()) Thread.ofVirtual().name("batch-" + id).start(() -> run(id));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
