package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.WordDiff;

/// What changed between two texts, paragraph by paragraph and inside word by word. Paragraphs that moved are
/// recognized, whether or not they were changed on the way.
public final class Redline {

    /// Paragraphs that share less than so much of their words are two, not one that was changed.
    private static final double ALIKE = 0.45;

    private static final double ALIKE_FAR = 0.75;
    private static final int SEARCHED = 400;
    private static final int NEAR = 40;

    public enum Kind {
        SAME,
        CHANGED,
        NEW,
        GONE,
        /// Stood at another place before; its words may have changed as well.
        MOVED
    }

    /// @param line as it is now, or as it was where it is gone
    /// @param pieces of its words, with its number in front
    public record Row(Kind kind, Line line, List<WordDiff.Piece> pieces) {}

    private final List<Line> before;
    private final List<Line> after;
    // For each line now, where it stood; -1 for nowhere.
    private final int[] origin;
    private final boolean[] used;
    private final boolean[] moved;

    private Redline(List<Line> before, List<Line> after) {
        this.before = before;
        this.after = after;
        this.origin = new int[after.size()];
        this.used = new boolean[before.size()];
        this.moved = new boolean[after.size()];
        Arrays.fill(origin, -1);
    }

    public static List<Row> of(Body before, Body after) {
        var made = new Redline(Line.of(before), Line.of(after));
        made.anchors();
        made.gaps();
        made.far();
        return made.rows();
    }

    // Lines that each text has once, and both alike, are the same; the longest run of them in order stays in place.
    private void anchors() {
        Map<String, Integer> old = once(before);
        Map<String, Integer> now = once(after);
        var places = new ArrayList<int[]>();
        for (int i = 0; i < after.size(); i++) {
            Integer was = old.get(after.get(i).key());
            if (was != null && now.containsKey(after.get(i).key())) places.add(new int[] {i, was});
        }
        boolean[] stays = longest(places);
        for (int i = 0; i < places.size(); i++) {
            match(places.get(i)[0], places.get(i)[1]);
            moved[places.get(i)[0]] = !stays[i];
        }
    }

    private void match(int now, int was) {
        origin[now] = was;
        used[was] = true;
    }

    private static Map<String, Integer> once(List<Line> lines) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) places.merge(lines.get(i).key(), i, (first, second) -> -1);
        places.values().removeIf(place -> place < 0);
        return places;
    }

    /// Which pairs belong to the longest run that grows (patience sorting).
    private static boolean[] longest(List<int[]> places) {
        int[] ends = new int[places.size()];
        int[] previous = new int[places.size()];
        int length = 0;
        for (int i = 0; i < places.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (places.get(ends[middle])[1] < places.get(i)[1]) low = middle + 1;
                else high = middle;
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            if (low == length) length++;
        }
        boolean[] in = new boolean[places.size()];
        for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = previous[at]) in[at] = true;
        return in;
    }

    // Between lines that stayed, what is alike and in the same order is one line that was changed.
    private void gaps() {
        int from = 0;
        int was = 0;
        for (int i = 0; i <= after.size(); i++) {
            boolean end = i == after.size();
            if (!end && (origin[i] < 0 || moved[i])) continue;
            int until = end ? before.size() : origin[i];
            gap(from, i, was, until);
            if (end) break;
            from = i + 1;
            was = origin[i] + 1;
        }
    }

    private void gap(int from, int to, int was, int until) {
        int next = was;
        for (int i = from; i < to; i++) {
            if (origin[i] >= 0) continue;
            int best = -1;
            double most = ALIKE;
            for (int j = next; j < Math.min(until, next + NEAR); j++) {
                if (used[j] || before.get(j).kind() != after.get(i).kind()) continue;
                double alike = before.get(j).alike(after.get(i));
                if (alike > most) {
                    most = alike;
                    best = j;
                }
                if (alike == 1) break;
            }
            if (best < 0) continue;
            match(i, best);
            next = best + 1;
        }
    }

    // What is left over on both sides may have moved and changed at once.
    private void far() {
        var left = new ArrayList<Integer>();
        for (int j = 0; j < before.size() && left.size() < SEARCHED; j++) if (!used[j]) left.add(j);
        int searched = 0;
        for (int i = 0; i < after.size() && searched < SEARCHED; i++) {
            if (origin[i] >= 0) continue;
            searched++;
            int best = -1;
            double most = ALIKE_FAR;
            for (int j : left) {
                if (used[j] || before.get(j).kind() != after.get(i).kind()) continue;
                double alike = before.get(j).alike(after.get(i));
                if (alike > most) {
                    most = alike;
                    best = j;
                }
            }
            if (best < 0) continue;
            match(i, best);
            moved[i] = true;
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        int next = 0;
        for (int i = 0; i < after.size(); i++) {
            boolean inPlace = origin[i] >= 0 && !moved[i];
            // What is gone stands in front of the next line that stayed.
            if (inPlace) {
                for (; next < origin[i]; next++) gone(next, rows);
                next = origin[i] + 1;
            }
            rows.add(row(after.get(i), origin[i] < 0 ? null : before.get(origin[i]), moved[i]));
        }
        for (; next < before.size(); next++) gone(next, rows);
        return rows;
    }

    private void gone(int at, List<Row> rows) {
        if (used[at]) return;
        Line line = before.get(at);
        rows.add(new Row(Kind.GONE, line, List.of(new WordDiff.Piece(WordDiff.Kind.GONE, line.shown()))));
    }

    private static Row row(Line now, @Nullable Line was, boolean moved) {
        if (was == null) {
            return new Row(Kind.NEW, now, List.of(new WordDiff.Piece(WordDiff.Kind.NEW, now.shown())));
        }
        List<WordDiff.Piece> pieces = WordDiff.of(was.shown(), now.shown());
        boolean same = was.shown().equals(now.shown());
        return new Row(moved ? Kind.MOVED : same ? Kind.SAME : Kind.CHANGED, now, pieces);
    }
}
