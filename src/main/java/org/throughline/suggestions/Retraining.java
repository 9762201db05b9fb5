package org.throughline.suggestions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.platform.Threads;
import org.throughline.platform.web.PageStore;
import org.throughline.suggestions.LessonRows.Head;

/// Learns in the background from what people accepted on public texts. It begins with the program's own weights each
/// time, so that what is withdrawn is unlearnt as well; with few lessons the program's own models stay in use. What
/// another node has learnt is taken over.
@Component
class Retraining implements SmartLifecycle, PageStore.Watcher {

    /// Told when what was learnt is to be forgotten at once, everywhere.
    static final String BEGUN_ANEW = "suggestions-begun-anew";

    private static final Logger log = LoggerFactory.getLogger(Retraining.class);
    private static final Duration LOOK = Duration.ofMinutes(5);

    /// Fewer lessons say more about who gave them than about the words in them.
    static final int LEAST = 30;

    private static final double FIRMNESS = 5;
    private static final int RAREST = 2;
    private static final double BARE = 0.5;

    private final LessonRows rows;
    private final EngineInUse engine;
    private final Map<String, UUID> inUse = new HashMap<>();
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread worker;

    Retraining(LessonRows rows, EngineInUse engine, PageStore pages) {
        this.rows = rows;
        this.engine = engine;
        pages.watch(this);
    }

    @Override
    public void changed(Set<String> tags) {
        if (tags.contains(BEGUN_ANEW)) calls.release();
    }

    @Override
    public void changedSomewhere() {
        calls.release();
    }

    /// Brings the models up to date with the lessons.
    synchronized void look() {
        for (var vocabulary : Suggestions.VOCABULARIES) look(vocabulary);
    }

    /// The same for one vocabulary.
    synchronized void look(String vocabulary) {
        int lessons = rows.count(vocabulary);
        if (lessons < LEAST) {
            rows.dropModels(vocabulary);
            if (inUse.remove(vocabulary) != null) engine.learnt(engine.shipped(vocabulary));
            return;
        }
        long change = rows.change(vocabulary);
        Optional<Head> newest = rows.newest(vocabulary);
        if (newest.isEmpty() || newest.get().change() != change) {
            learn(vocabulary, lessons, change);
        } else if (!newest.get().id().equals(inUse.get(vocabulary))) {
            List<String> weights = rows.weights(newest.get().id());
            // Another node may just have learnt again.
            if (weights.isEmpty()) return;
            engine.learnt(ModelFile.read(weights, engine.shipped(vocabulary)));
            inUse.put(vocabulary, newest.get().id());
        }
    }

    private void learn(String vocabulary, int count, long change) {
        Model before = engine.shipped(vocabulary);
        var lessons = new ArrayList<Lesson>();
        for (var lesson : rows.lessons(vocabulary)) {
            lessons.add(lesson);
            lessons.add(School.bare(lesson, BARE));
        }
        List<String> weights = ModelFile.lines(new Learner(before, FIRMNESS).learn(lessons, RAREST), before);
        inUse.put(vocabulary, rows.keep(vocabulary, count, change, weights));
        engine.learnt(ModelFile.read(weights, before));
        log.info("Suggestions for {} learnt from {} public texts", vocabulary, count);
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("suggestions-learning").start(this::work);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                // What is published or withdrawn is learnt together with what comes within these minutes.
                if (calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) calls.drainPermits();
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                log.warn("Suggestions could not be learnt and are tried again", e);
            }
        }
    }

    @Override
    public void stop() {
        Threads.stop(worker, Duration.ofSeconds(5));
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
