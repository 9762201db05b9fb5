package org.throughline.suggestions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.PageStore;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Holds the [Engine] that answers now: the models that came with the program or were learnt since, with the
/// secretariat's own terms over them. A change of those is known on every node before its author is answered, by the
/// way pages hear of changes, and is read in before the next answer.
@Component
class EngineInUse implements PageStore.Watcher {

    /// What pages and engines that show or use terms depend on.
    static final String TERMS = "suggestion-terms";

    private final Lexicon lexicon = Lexicon.shipped();
    private final Map<String, Model> shipped = new HashMap<>();
    private final Map<String, Model> learnt = new ConcurrentHashMap<>();
    private final OwnTermRows rows;
    private final AtomicLong wanted = new AtomicLong(1);
    private volatile long done;
    private volatile @Nullable Engine engine;

    EngineInUse(Vocabulary vocabulary, OwnTermRows rows, PageStore pages) {
        this.rows = rows;
        for (var name : Suggestions.VOCABULARIES) {
            List<String> codes =
                    vocabulary.leaves(name).stream().map(Term::code).toList();
            shipped.put(name, ModelFile.shipped(name, codes, lexicon));
        }
        learnt.putAll(shipped);
        pages.watch(this);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /// The program's own model, before anything was learnt or changed here.
    Model shipped(String vocabulary) {
        Model model = shipped.get(vocabulary);
        if (model == null) throw new IllegalArgumentException("No suggestions from " + vocabulary);
        return model;
    }

    /// The model that was learnt last, or the program's own.
    Model learnt(String vocabulary) {
        return learnt.getOrDefault(vocabulary, shipped(vocabulary));
    }

    /// From now on answers with this model, and with own terms over it.
    void learnt(Model model) {
        learnt.put(model.vocabulary(), model);
        wanted.incrementAndGet();
    }

    Engine engine() {
        Engine now = engine;
        if (now != null && done == wanted.get()) return now;
        return refreshed();
    }

    FeatureReader reader() {
        return engine().reader();
    }

    @Override
    public void changed(Set<String> tags) {
        if (tags.contains(TERMS)) wanted.incrementAndGet();
    }

    @Override
    public void changedSomewhere() {
        wanted.incrementAndGet();
    }

    private synchronized Engine refreshed() {
        long target = wanted.get();
        Engine now = engine;
        if (now != null && done == target) return now;
        var words = new OwnWords(lexicon, rows.all(), rows.silentWords());
        var models = new HashMap<String, Model>();
        learnt.forEach((name, model) -> models.put(name, words.over(model)));
        Engine next = new Engine(words.reader(), Map.copyOf(models));
        engine = next;
        done = target;
        return next;
    }
}
