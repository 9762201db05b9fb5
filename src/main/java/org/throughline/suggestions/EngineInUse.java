package org.throughline.suggestions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Holds the [Engine] that answers now, so that it can be replaced while the program runs.
@Component
class EngineInUse {

    private final Map<String, List<String>> codes = new HashMap<>();
    private volatile Engine engine;

    EngineInUse(Vocabulary vocabulary) {
        for (var name : Suggestions.VOCABULARIES)
            codes.put(name, vocabulary.leaves(name).stream().map(Term::code).toList());
        this.engine = shipped(Lexicon.shipped());
    }

    /// The program's own models, on these term lists.
    Engine shipped(Lexicon lexicon) {
        var models = new HashMap<String, Model>();
        codes.forEach((name, codes) -> models.put(name, ModelFile.shipped(name, codes, lexicon)));
        return new Engine(FeatureReader.of(lexicon), Map.copyOf(models));
    }

    Engine engine() {
        return engine;
    }

    FeatureReader reader() {
        return engine.reader();
    }

    void replace(Engine next) {
        engine = next;
    }
}
