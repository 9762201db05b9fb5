package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Vocabulary;

/// Says which action lines, goals and objectives a text is about, and which of its words say so. All of it happens
/// in the program; the same text always gets the same answer until the term lists change or something is learnt.
@Service
public class Suggestions {

    /// The vocabularies whose terms can be suggested.
    public static final List<String> VOCABULARIES = List.of(Vocabulary.ACTION_LINES, Vocabulary.SDGS, Vocabulary.GDC);

    /// How many are given where nobody says how many.
    public static final int USUAL = 3;

    public static final int MOST = 20;
    public static final int LONGEST_TEXT = 100_000;

    /// Reading takes a processor as long as it lasts, so there are not many more readers than processors.
    private final Semaphore readers = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private final EngineInUse engine;

    Suggestions(EngineInUse engine) {
        this.engine = engine;
    }

    /// The codes that fit best, best first; none where no word of the text says anything. Refuses an empty or
    /// endless text, a vocabulary or a language it does not know, and a limit out of range.
    ///
    /// @param language the text's own, or nothing to find out
    public List<Suggestion> suggest(String vocabulary, String text, @Nullable String language, int limit) {
        Engine now = engine.engine();
        Model model = now.models().get(vocabulary);
        if (model == null) throw SuggestionRefusals.unknownVocabulary(String.join(", ", VOCABULARIES));
        if (text.isBlank()) throw SuggestionRefusals.nothingToRead();
        if (text.length() > LONGEST_TEXT) throw SuggestionRefusals.tooLong(LONGEST_TEXT);
        if (limit < 1 || limit > MOST) throw SuggestionRefusals.limit(MOST);
        String said = known(language);
        enter();
        try {
            return best(model, now.reader().read(text, said), limit);
        } finally {
            readers.release();
        }
    }

    private static List<Suggestion> best(Model model, Reading reading, int limit) {
        if (!model.knowsAnyOf(reading.features())) return List.of();
        double[] shares = Model.shares(model.sums(reading.features()));
        var best = new ArrayList<Suggestion>();
        for (int code : Model.ranked(shares)) {
            if (best.size() == limit) break;
            List<Span> words = Marks.of(reading, model, code);
            // A code that no word speaks for is a guess.
            if (!words.isEmpty()) best.add(new Suggestion(model.codes().get(code), rounded(shares[code]), words));
        }
        return best;
    }

    /// What speaks for a code in a text and against it, the strongest first. Refuses what [#suggest] refuses.
    public List<Reason> reasons(String vocabulary, String text, @Nullable String language, String code) {
        suggest(vocabulary, text, language, 1);
        Engine now = engine.engine();
        Model model = Objects.requireNonNull(now.models().get(vocabulary));
        int column = model.codes().indexOf(code);
        if (column < 0) throw SuggestionRefusals.unknownCode(vocabulary);
        var reasons = new ArrayList<Reason>();
        for (var feature : now.reader().read(text, known(language)).features()) {
            float[] row = model.weights().get(feature.key());
            if (row == null || feature.places().isEmpty()) continue;
            double mean = 0;
            for (float weight : row) mean += weight / row.length;
            double part = Math.round(100 * feature.value() * (row[column] - mean)) / 100.0;
            Span place = feature.places().getFirst();
            if (part != 0) reasons.add(new Reason(text.substring(place.start(), place.end()), kind(feature), part));
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.part()))
                .reversed());
        return reasons;
    }

    private static Reason.Kind kind(Feature feature) {
        String key = feature.key();
        if (key.startsWith(FeatureReader.CONCEPT))
            return key.startsWith("own:", FeatureReader.CONCEPT.length()) ? Reason.Kind.OWN_TERM : Reason.Kind.TERM;
        return key.startsWith(FeatureReader.BEGINNING) ? Reason.Kind.BEGINNING : Reason.Kind.WORD;
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String known(@Nullable String language) {
        if (language == null || language.isBlank()) return LanguageDetector.UNKNOWN;
        String primary = language.strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
        if (primary.equals(LanguageDetector.UNKNOWN) || Languages.isKnown(primary)) return primary;
        throw SuggestionRefusals.unknownLanguage(String.join(", ", Languages.ALL));
    }

    private void enter() {
        try {
            if (!readers.tryAcquire(5, TimeUnit.SECONDS)) throw Refusal.busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
    }
}
