package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.vocabulary.Vocabulary;

/// Makes lessons of labelled texts and a model of lessons.
final class School {

    /// How lessons are weighed.
    ///
    /// @param firmness how many lessons it takes to move a weight
    /// @param rarity how much more easily rare words are learnt, see [Learner]
    /// @param balance how far rare codes are made up for; one would give all codes the same say
    /// @param bare what a lesson weighs in which only concepts and beginnings are left. It teaches what other
    /// languages can use.
    /// @param beside what a text of another kind weighs that is taught beside those that are measured
    record Settings(double firmness, double rarity, double balance, double bare, double beside) {

        // Titles that an applicant put into a category teach less than sentences that a person labelled for
        // teaching.
        private static final Map<String, Settings> CHOSEN = Map.of(
                Vocabulary.SDGS, new Settings(0.15, 0, 0.7, 0.5, 0.5),
                Vocabulary.ACTION_LINES, new Settings(9, 0, 0.7, 0.5, 0.5));

        static Settings of(String vocabulary) {
            return CHOSEN.getOrDefault(vocabulary, new Settings(5, 0, 0.7, 0.5, 0.5));
        }
    }

    private static final int RAREST = 2;

    private final FeatureReader reader;
    private final Model before;
    private final Settings settings;

    School(FeatureReader reader, Model before) {
        this(reader, before, Settings.of(before.vocabulary()));
    }

    School(FeatureReader reader, Model before, Settings settings) {
        this.reader = reader;
        this.before = before;
        this.settings = settings;
    }

    Model teach(List<Labelled> texts) {
        return teach(texts, List.of());
    }

    /// @param beside texts of another kind, each of less weight
    Model teach(List<Labelled> texts, List<Labelled> beside) {
        if (texts.isEmpty() && beside.isEmpty()) return before;
        var lessons = lessons(texts, 1);
        lessons.addAll(lessons(beside, settings.beside()));
        return new Learner(before, settings.firmness(), settings.rarity()).learn(lessons, RAREST);
    }

    /// Each text judged by a model that learnt from the texts of other folds. The same text is never in two folds,
    /// and each fold has its share of every code.
    ///
    /// @param beside texts that are taught in every fold and judged in none
    List<Judged> crossValidate(List<Labelled> texts, List<Labelled> beside, int folds) {
        int[] fold = folds(texts, folds);
        var judged = new ArrayList<Judged>(texts.size());
        for (int held = 0; held < folds; held++) {
            var others = new ArrayList<Labelled>();
            for (int i = 0; i < fold.length; i++) if (fold[i] != held) others.add(texts.get(i));
            Model model = teach(others, beside);
            for (int i = 0; i < fold.length; i++) if (fold[i] == held) judged.add(judge(model, texts.get(i)));
        }
        return judged;
    }

    List<Judged> judge(Model model, List<Labelled> texts) {
        return texts.stream().map(text -> judge(model, text)).toList();
    }

    /// @param ranked all codes, the best first; none where the model knows no word of the text
    record Judged(Labelled text, List<String> ranked) {}

    private Judged judge(Model model, Labelled text) {
        Reading reading = reader.read(text.text(), text.language());
        if (!model.knowsAnyOf(reading.features())) return new Judged(text, List.of());
        var ranked = Model.ranked(Model.shares(model.sums(reading.features()))).stream()
                .map(model.codes()::get)
                .toList();
        return new Judged(text, ranked);
    }

    private List<Lesson> lessons(List<Labelled> texts, double worth) {
        Map<String, Integer> counts = new HashMap<>();
        for (var text : texts) for (var code : text.codes()) counts.merge(code, 1, Integer::sum);
        double usual =
                counts.values().stream().mapToInt(Integer::intValue).average().orElse(1);
        var lessons = new ArrayList<Lesson>();
        for (var text : texts) {
            double rare = text.codes().stream()
                    .mapToDouble(code -> usual / counts.get(code))
                    .average()
                    .orElse(1);
            Reading reading = reader.read(text.text(), text.language());
            double weight = worth * Math.pow(rare, settings.balance()) * length(reading);
            var lesson = new Lesson(reading.features(), text.codes(), weight);
            lessons.add(lesson);
            if (settings.bare() > 0) lessons.add(bare(lesson, settings.bare()));
        }
        return lessons;
    }

    /// A long text teaches more than a short one, though not in proportion.
    private static double length(Reading reading) {
        return Math.clamp(Math.sqrt(reading.tokens().size() / 10.0), 0.5, 4);
    }

    /// The same lesson with concepts and beginnings only.
    static Lesson bare(Lesson lesson, double weight) {
        var left = lesson.features().stream()
                .filter(feature -> !feature.key().startsWith(FeatureReader.WORD)
                        && !feature.key().startsWith(FeatureReader.PAIR))
                .toList();
        return new Lesson(left, lesson.codes(), weight * lesson.weight());
    }

    private static int[] folds(List<Labelled> texts, int folds) {
        Map<String, Integer> known = new HashMap<>();
        Map<String, Integer> next = new HashMap<>();
        var fold = new int[texts.size()];
        for (int i = 0; i < fold.length; i++) {
            Labelled text = texts.get(i);
            fold[i] = known.computeIfAbsent(
                    text.sameness(), key -> next.merge(text.codes().getFirst(), 1, Integer::sum) % folds);
        }
        return fold;
    }

    /// Every code that the same text has anywhere among the texts.
    static Map<String, Set<String>> codesOfSameTexts(List<Labelled> texts) {
        var codes = new HashMap<String, Set<String>>();
        for (var text : texts)
            codes.computeIfAbsent(text.sameness(), key -> new HashSet<>()).addAll(text.codes());
        return codes;
    }
}
