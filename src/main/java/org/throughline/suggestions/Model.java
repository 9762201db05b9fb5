package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each feature says for each code of one vocabulary: a linear model, so that a score is a sum and every word's
/// part in it can be shown.
///
/// @param codes in the vocabulary's order
/// @param weights by feature, one for each code
record Model(String vocabulary, List<String> codes, Map<String, float[]> weights) {

    /// How strongly a hand-given weight of 1 counts before anything is learnt.
    static final double HAND = 4;

    /// The lines that have few words of their own and take in what no other line does; a text that says little is
    /// likelier to be about one of them. How much likelier was tried on the titles of 2015 and the sample of 2021.
    private static final Set<String> BROAD = Set.of("C1", "C3", "C4", "C6", "C8", "C10", "C11");

    private static final float BROADER = 0.8f;

    /// A model that has learnt nothing yet and knows only the term lists.
    static Model ofTerms(String vocabulary, List<String> codes, Lexicon lexicon) {
        var weights = new HashMap<String, float[]>();
        for (var concept : lexicon.concepts()) {
            var row = new float[codes.size()];
            for (int i = 0; i < row.length; i++) row[i] = (float) (HAND * concept.weight(vocabulary, codes.get(i)));
            weights.put(FeatureReader.CONCEPT + concept.key(), row);
        }
        var always = new float[codes.size()];
        for (int i = 0; i < always.length; i++) if (BROAD.contains(codes.get(i))) always[i] = BROADER;
        weights.put(FeatureReader.ALWAYS, always);
        return new Model(vocabulary, codes, weights);
    }

    /// How much speaks for each code, before it is made a share of one.
    double[] sums(List<Feature> features) {
        var sums = new double[codes.size()];
        for (var feature : features) {
            float[] row = weights.get(feature.key());
            if (row == null) continue;
            for (int i = 0; i < row.length; i++) sums[i] += feature.value() * row[i];
        }
        return sums;
    }

    boolean knowsAnyOf(List<Feature> features) {
        return features.stream().anyMatch(feature -> !feature.places().isEmpty() && weights.containsKey(feature.key()));
    }

    /// The shares of all codes, together one.
    static double[] shares(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        double[] shares = Arrays.stream(sums).map(sum -> Math.exp(sum - most)).toArray();
        double all = Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) shares[i] /= all;
        return shares;
    }

    /// The codes by their shares, the greatest first; equal ones in the vocabulary's order.
    static List<Integer> ranked(double[] shares) {
        var order = new ArrayList<Integer>(shares.length);
        for (int i = 0; i < shares.length; i++) order.add(i);
        order.sort((one, other) -> Double.compare(shares[other], shares[one]));
        return order;
    }
}
