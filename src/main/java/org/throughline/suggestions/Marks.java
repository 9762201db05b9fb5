package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which words of a text spoke most for a code. What a feature adds to the code's sum, above what it adds to all
/// codes on average, is laid on the words it was read from; the words with most of it are marked, and nothing else.
/// Where no word speaks for the code more than for others, as with the last of a list, the sum itself is laid out.
/// A word that stands several times counts once and is marked everywhere.
final class Marks {

    /// A word is marked when it has at least this part of what the strongest word has.
    private static final double ENOUGH = 0.25;

    private static final int MOST = 24;

    private Marks() {}

    static List<Span> of(Reading reading, Model model, int code) {
        double[] parts = parts(reading, model, code, true);
        if (Arrays.stream(parts).noneMatch(part -> part > 0)) parts = parts(reading, model, code, false);
        double[] sorted = Arrays.stream(parts).filter(part -> part > 0).sorted().toArray();
        if (sorted.length == 0) return List.of();
        double least = Math.max(sorted[sorted.length - 1] * ENOUGH, sorted[Math.max(0, sorted.length - MOST)]);
        return joined(reading.tokens(), parts, least);
    }

    /// What each word adds to a code.
    ///
    /// @param compared above what it adds to all codes on average
    static double[] parts(Reading reading, Model model, int code, boolean compared) {
        var tokens = reading.tokens();
        var parts = new double[tokens.size()];
        for (var feature : reading.features()) {
            float[] row = model.weights().get(feature.key());
            if (row == null) continue;
            double mean = 0;
            if (compared) for (float weight : row) mean += weight / row.length;
            double more = feature.value() * (row[code] - mean);
            for (var place : feature.places()) lay(more, place, tokens, parts);
        }
        return parts;
    }

    private static void lay(double more, Span place, List<Token> tokens, double[] parts) {
        int first = firstAt(tokens, place.start());
        int end = first;
        while (end < tokens.size() && tokens.get(end).start() < place.end()) end++;
        for (int i = first; i < end; i++) parts[i] += more / (end - first);
    }

    private static int firstAt(List<Token> tokens, int start) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// Marked words next to each other are one mark.
    private static List<Span> joined(List<Token> tokens, double[] parts, double least) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < least) continue;
            Token token = tokens.get(i);
            boolean next = !spans.isEmpty()
                    && i > 0
                    && parts[i - 1] >= least
                    && token.start() - tokens.get(i - 1).end() <= 1;
            int start = next ? spans.removeLast().start() : token.start();
            spans.add(new Span(start, token.end()));
        }
        return spans;
    }
}
