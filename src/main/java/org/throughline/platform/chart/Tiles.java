package org.throughline.platform.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where each country's square stands, read from a picture in letters: one line of the file is one row of the map,
/// each word a country's code, `..` an empty place. A code in small letters is an area that is no state of its own.
final class Tiles {

    static final Tiles ALL = read();

    record Place(int column, int row) {}

    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> states = new HashSet<>();
    private int columns;

    private Tiles() {}

    private static Tiles read() {
        try (InputStream in = Tiles.class.getResourceAsStream("country-tiles.txt")) {
            if (in == null) throw new IllegalStateException("country-tiles.txt is not on the class path");
            var tiles = new Tiles();
            int row = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                if (!line.isBlank() && !line.startsWith("#"))
                    tiles.row(line.strip().split(" +"), row++);
            return tiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(String[] words, int row) {
        columns = Math.max(columns, words.length);
        for (int column = 0; column < words.length; column++) {
            String word = words[column];
            if (word.equals("..")) continue;
            String code = word.toUpperCase(Locale.ROOT);
            if (places.put(code, new Place(column, row)) != null)
                throw new IllegalStateException(code + " stands twice on the map");
            if (word.equals(code)) states.add(code);
        }
    }

    int columns() {
        return columns;
    }

    boolean has(String code) {
        return places.containsKey(code);
    }

    boolean isState(String code) {
        return states.contains(code);
    }

    Place place(String code) {
        return places.get(code);
    }

    Set<String> codes() {
        return places.keySet();
    }
}
