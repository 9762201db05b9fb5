package org.throughline.suggestions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was learnt, as a text file: comments with `#`, a line of codes, then a line for each feature with its weights
/// in hundredths. Only what was learnt is in it; concepts that learnt nothing keep what the term lists give them.
final class ModelFile {

    private static final double UNIT = 100;

    /// A learnt word whose strongest weight is less than this is left out.
    private static final double LEAST = 0.12;

    private ModelFile() {}

    /// The model that comes with the program: the term lists, moved by what a file of that name has learnt.
    static Model shipped(String vocabulary, List<String> codes, Lexicon lexicon) {
        Model terms = Model.ofTerms(vocabulary, codes, lexicon);
        return resource(vocabulary).map(lines -> read(lines, terms)).orElse(terms);
    }

    private static Optional<List<String>> resource(String vocabulary) {
        try (InputStream in = ModelFile.class.getResourceAsStream("/suggestions/learnt-" + vocabulary + ".txt")) {
            if (in == null) return Optional.empty();
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(List<String> lines, Model before) {
        var content = lines.stream().filter(line -> !line.startsWith("#")).toList();
        List<String> columns = List.of(content.getFirst().split(" "));
        int[] places = columns.stream().mapToInt(before.codes()::indexOf).toArray();
        var weights = new HashMap<>(before.weights());
        for (var line : content.subList(1, content.size())) {
            int tab = line.indexOf('\t');
            String[] numbers = line.substring(tab + 1).split(" ");
            var row = new float[before.codes().size()];
            // A code that the vocabulary no longer has is passed over.
            for (int i = 0; i < numbers.length; i++)
                if (places[i] >= 0) row[places[i]] = (float) (Integer.parseInt(numbers[i]) / UNIT);
            weights.put(line.substring(0, tab), row);
        }
        return new Model(before.vocabulary(), before.codes(), weights);
    }

    static List<String> lines(Model model, Model before) {
        var lines = new ArrayList<String>();
        lines.add(String.join(" ", model.codes()));
        new TreeMap<>(model.weights()).forEach((key, row) -> {
            if (isWorthIt(row, before.weights().get(key))) lines.add(key + "\t" + numbers(row));
        });
        return lines;
    }

    private static boolean isWorthIt(float[] row, float @Nullable [] before) {
        for (int i = 0; i < row.length; i++) {
            double moved = before == null ? Math.abs(row[i]) - LEAST : Math.abs(row[i] - before[i]) - 0.5 / UNIT;
            if (moved > 0) return true;
        }
        return false;
    }

    private static String numbers(float[] row) {
        var numbers = new int[row.length];
        for (int i = 0; i < row.length; i++) numbers[i] = (int) Math.round(row[i] * UNIT);
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    static void write(Path file, List<String> comments, Model model, Model before) throws IOException {
        var lines = new ArrayList<String>();
        for (var comment : comments) lines.add("# " + comment);
        lines.addAll(lines(model, before));
        Files.write(file, lines);
    }
}
