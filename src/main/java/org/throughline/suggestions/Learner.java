package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moves a model's weights towards labelled texts: multinomial logistic regression whose penalty pulls to the weights
/// the model had before instead of to zero, so that the term lists hold wherever nothing else was learnt. Full
/// gradients with Nesterov's momentum and a fixed step; the same lessons in the same order give the same weights.
final class Learner {

    private static final int ROUNDS = 200;

    /// That of a word which one lesson in a hundred has.
    private static final double USUAL_EASE = 1 + Math.log(100);

    private final Model before;
    private final double firmness;
    private final double rarity;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private double[] ease = {};

    /// @param firmness how many lessons of weight one it takes to move a weight by much; more for doubtful lessons
    Learner(Model before, double firmness) {
        this(before, firmness, 0);
    }

    /// @param rarity how much more easily what few lessons have is learnt than what many have: 0 for no more, 1 by the
    /// logarithm of how few
    Learner(Model before, double firmness, double rarity) {
        this.before = before;
        this.firmness = firmness;
        this.rarity = rarity;
    }

    /// @param rarest features that fewer lessons have are not learnt, unless they are concepts
    Model learn(List<Lesson> lessons, int rarest) {
        var usable = lessons.stream()
                .filter(lesson -> before.codes().containsAll(lesson.codes()))
                .toList();
        number(usable, rarest);
        int codes = before.codes().size();
        int[][] features = new int[usable.size()][];
        double[][] values = new double[usable.size()][];
        double[][] goals = new double[usable.size()][codes];
        double all = 0;
        for (int i = 0; i < usable.size(); i++) {
            encode(usable.get(i), i, features, values, goals);
            all += usable.get(i).weight();
        }
        double[] start = start(codes);
        double[] moved = descend(usable, features, values, goals, start, all);
        return model(moved, codes);
    }

    private void number(List<Lesson> lessons, int rarest) {
        var seen = new HashMap<String, Integer>();
        for (var lesson : lessons) for (var feature : lesson.features()) seen.merge(feature.key(), 1, Integer::sum);
        for (var lesson : lessons)
            for (var feature : lesson.features()) {
                String key = feature.key();
                boolean concept = key.startsWith(FeatureReader.CONCEPT) || key.equals(FeatureReader.ALWAYS);
                if ((concept || seen.get(key) >= rarest) && numbers.putIfAbsent(key, keys.size()) == null)
                    keys.add(key);
            }
        ease = keys.stream()
                .mapToDouble(key -> ease(key, (double) lessons.size() / seen.get(key)))
                .toArray();
    }

    // A value that is stretched is a weight that is pulled back less.
    private double ease(String key, double lessonsForOne) {
        boolean steady = key.startsWith(FeatureReader.CONCEPT) || key.equals(FeatureReader.ALWAYS);
        return steady ? 1 : Math.pow((1 + Math.log(lessonsForOne)) / USUAL_EASE, rarity);
    }

    private void encode(Lesson lesson, int row, int[][] features, double[][] values, double[][] goals) {
        var known = lesson.features().stream()
                .filter(feature -> numbers.containsKey(feature.key()))
                .toList();
        features[row] =
                known.stream().mapToInt(feature -> numbers.get(feature.key())).toArray();
        values[row] = known.stream()
                .mapToDouble(feature -> feature.value() * ease[numbers.get(feature.key())])
                .toArray();
        for (var code : lesson.codes())
            goals[row][before.codes().indexOf(code)] = 1.0 / lesson.codes().size();
    }

    private double[] start(int codes) {
        var start = new double[keys.size() * codes];
        for (int f = 0; f < keys.size(); f++) {
            float[] row = before.weights().get(keys.get(f));
            if (row != null) for (int c = 0; c < codes; c++) start[f * codes + c] = row[c] / ease[f];
        }
        return start;
    }

    private double[] descend(
            List<Lesson> lessons, int[][] features, double[][] values, double[][] goals, double[] start, double all) {
        double longest = 0;
        for (var row : values) {
            double square = 0;
            for (double value : row) square += value * value;
            longest = Math.max(longest, square);
        }
        double penalty = firmness / all;
        // The curvature of the logistic loss is at most half the longest example's square.
        double step = 1 / (0.5 * longest + penalty);
        double[] weights = start.clone();
        double[] ahead = start.clone();
        double momentum = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = slope(lessons, features, values, goals, ahead, start, all, penalty);
            double next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int i = 0; i < weights.length; i++) {
                double moved = ahead[i] - step * slope[i];
                ahead[i] = moved + (momentum - 1) / next * (moved - weights[i]);
                weights[i] = moved;
            }
            momentum = next;
        }
        return weights;
    }

    private double[] slope(
            List<Lesson> lessons,
            int[][] features,
            double[][] values,
            double[][] goals,
            double[] weights,
            double[] start,
            double all,
            double penalty) {
        int codes = before.codes().size();
        var slope = new double[weights.length];
        for (int i = 0; i < weights.length; i++) slope[i] = penalty * (weights[i] - start[i]);
        for (int row = 0; row < features.length; row++) {
            double[] sums = new double[codes];
            for (int j = 0; j < features[row].length; j++) {
                int at = features[row][j] * codes;
                double value = values[row][j];
                for (int c = 0; c < codes; c++) sums[c] += value * weights[at + c];
            }
            double[] shares = Model.shares(sums);
            double weight = lessons.get(row).weight() / all;
            for (int c = 0; c < codes; c++) shares[c] = weight * (shares[c] - goals[row][c]);
            for (int j = 0; j < features[row].length; j++) {
                int at = features[row][j] * codes;
                double value = values[row][j];
                for (int c = 0; c < codes; c++) slope[at + c] += value * shares[c];
            }
        }
        return slope;
    }

    private Model model(double[] weights, int codes) {
        var rows = new HashMap<>(before.weights());
        for (int f = 0; f < keys.size(); f++) {
            var row = new float[codes];
            for (int c = 0; c < codes; c++) row[c] = (float) (weights[f * codes + c] * ease[f]);
            rows.put(keys.get(f), row);
        }
        return new Model(before.vocabulary(), before.codes(), rows);
    }
}
