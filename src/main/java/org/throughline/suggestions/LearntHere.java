package org.throughline.suggestions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.web.PageStore;

/// What this installation has learnt from what people decided, for the secretariat to see and to begin anew.
@Service
public class LearntHere {

    /// Fewer public texts than this, and the program's own weights stay in use.
    public static final int LEAST = Retraining.LEAST;

    private static final int MOST_WORDS = 12;

    private final LessonRows rows;
    private final EngineInUse engine;
    private final Retraining retraining;
    private final AuditTrail audit;
    private final PageStore pages;
    private final TransactionTemplate transaction;

    LearntHere(
            LessonRows rows,
            EngineInUse engine,
            Retraining retraining,
            AuditTrail audit,
            PageStore pages,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.engine = engine;
        this.retraining = retraining;
        this.audit = audit;
        this.pages = pages;
        this.transaction = transaction;
    }

    /// @param taken how often what was suggested was taken
    /// @param refused how often it was not
    /// @param own how often a code was chosen that was not suggested
    /// @param texts public ones with something that people decided, from which is learnt
    /// @param model what was learnt from them last; absent while the program's own weights are in use
    /// @param since decisions before this are not learnt from; absent where all are
    /// @param words of one language that were learnt about one code, the strongest first
    public record State(
            int taken,
            int refused,
            int own,
            int texts,
            @Nullable Learnt model,
            @Nullable Instant since,
            List<Word> words) {}

    /// @param texts how many it was learnt from
    public record Learnt(Instant at, int texts) {}

    /// @param stem of a word or of two, as texts are compared with it
    /// @param moved by how much it speaks more for the code than before, or less
    public record Word(String stem, double moved) {}

    /// Refuses a vocabulary or a code that is not known.
    public State of(String vocabulary, String code, String language) {
        if (!Suggestions.VOCABULARIES.contains(vocabulary))
            throw SuggestionRefusals.unknownVocabulary(String.join(", ", Suggestions.VOCABULARIES));
        int column = engine.shipped(vocabulary).codes().indexOf(code);
        if (column < 0) throw SuggestionRefusals.unknownCode(vocabulary);
        LessonRows.Tally tally = rows.tally(vocabulary);
        Optional<LessonRows.Head> newest = rows.newest(vocabulary);
        return new State(
                tally.taken(),
                tally.refused(),
                tally.own(),
                rows.count(vocabulary),
                newest.map(head -> new Learnt(head.madeAt(), head.lessons())).orElse(null),
                rows.freshStart(vocabulary).orElse(null),
                newest.isPresent() ? words(vocabulary, column, language) : List.of());
    }

    // By the mean of all codes, because only what a word says more for one code than for others changes anything.
    private List<Word> words(String vocabulary, int column, String language) {
        Map<String, float[]> before = engine.shipped(vocabulary).weights();
        List<Word> words = new ArrayList<>();
        engine.learnt(vocabulary).weights().forEach((key, row) -> {
            String stem = stem(key, language);
            if (stem == null) return;
            double moved = said(row, column) - said(before.get(key), column);
            if (Math.abs(moved) >= 0.05) words.add(new Word(stem, moved));
        });
        words.sort(Comparator.comparingDouble((Word word) -> -Math.abs(word.moved()))
                .thenComparing(Word::stem));
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static @Nullable String stem(String key, String language) {
        boolean word = key.startsWith(FeatureReader.WORD) || key.startsWith(FeatureReader.PAIR);
        String own = language + ":";
        int at = FeatureReader.WORD.length();
        return word && key.startsWith(own, at) ? key.substring(at + own.length()) : null;
    }

    private static double said(float @Nullable [] row, int column) {
        if (row == null) return 0;
        double mean = 0;
        for (float weight : row) mean += weight / row.length;
        return row[column] - mean;
    }

    /// Learns now what would be learnt within a few minutes.
    public void catchUp() {
        retraining.look();
    }

    /// Forgets what was learnt here about a vocabulary: the program's own weights are in use again, on every node,
    /// and what was decided until now teaches nothing any more. The decisions themselves stay on record.
    public void beginAnew(Actor actor, String vocabulary) {
        if (!Suggestions.VOCABULARIES.contains(vocabulary))
            throw SuggestionRefusals.unknownVocabulary(String.join(", ", Suggestions.VOCABULARIES));
        transaction.executeWithoutResult(status -> {
            int texts = rows.count(vocabulary);
            rows.beginAnew(vocabulary);
            audit.record(actor, BEGUN_ANEW, TermLists.subject(vocabulary), Map.of("texts", texts));
            pages.changed(Retraining.BEGUN_ANEW);
        });
        retraining.look(vocabulary);
    }

    /// The act that is on record when what was learnt is forgotten.
    public static final String BEGUN_ANEW = "suggestions-begun-anew";
}
