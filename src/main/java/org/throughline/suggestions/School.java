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

    /// Titles that an applicant put into a category teach less than sentences that a person labelled for teaching.
    private static final Map<String, Double> FIRMNESS = Map.of(Vocabulary.SDGS, 0.15, Vocabulary.ACTION_LINES, 9.0);

    private static final double USUAL_FIRMNESS = 5;
    private static final int RAREST = 2;

    /// How far rare codes are made up for; one would give all codes the same say.
    private static final double BALANCE = 0.7;

    /// What a lesson weighs in which only concepts and beginnings are left. It teaches what other languages can use.
    private static final double BARE = 0.5;

    private final FeatureReader reader;
    private final Model before;
    private final double firmness;

    School(FeatureReader reader, Model before) {
        this(reader, before, FIRMNESS.getOrDefault(before.vocabulary(), USUAL_FIRMNESS));
    }

    School(FeatureReader reader, Model before, double firmness) {
        this.reader = reader;
        this.before = before;
        this.firmness = firmness;
    }

    Model teach(List<Labelled> texts) {
        return texts.isEmpty() ? before : new Learner(before, firmness).learn(lessons(texts), RAREST);
    }

    /// Each text judged by a model that learnt from the texts of other folds. The same text is never in two folds,
    /// and each fold has its share of every code.
    List<Judged> crossValidate(List<Labelled> texts, int folds) {
        int[] fold = folds(texts, folds);
        var judged = new ArrayList<Judged>(texts.size());
        for (int held = 0; held < folds; held++) {
            var others = new ArrayList<Labelled>();
            for (int i = 0; i < fold.length; i++) if (fold[i] != held) others.add(texts.get(i));
            Model model = teach(others);
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

    private List<Lesson> lessons(List<Labelled> texts) {
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
            double weight = Math.pow(rare, BALANCE) * length(reading);
            var lesson = new Lesson(reading.features(), text.codes(), weight);
            lessons.add(lesson);
            lessons.add(bare(lesson));
        }
        return lessons;
    }

    /// A long text teaches more than a short one, though not in proportion.
    private static double length(Reading reading) {
        return Math.clamp(Math.sqrt(reading.tokens().size() / 10.0), 0.5, 4);
    }

    /// The same lesson with concepts and beginnings only.
    static Lesson bare(Lesson lesson) {
        var left = lesson.features().stream()
                .filter(feature -> !feature.key().startsWith(FeatureReader.WORD)
                        && !feature.key().startsWith(FeatureReader.PAIR))
                .toList();
        return new Lesson(left, lesson.codes(), BARE * lesson.weight());
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
