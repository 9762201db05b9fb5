package org.throughline.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What changed between two texts, word by word: the shortest list of words gone and words new (Myers, Algorithmica
/// 1986). A Chinese character is a word. Very different long texts are told apart paragraph by paragraph first, so
/// that no text takes more than a moment.
public final class WordDiff {

    // Beyond so many changed words two texts have hardly anything in common, and looking for it grows with the square.
    private static final int MOST_CHANGES = 1_500;
    private static final int LONG = 3_000;
    private static final int FIRST_HAN = 0x2E80;

    private WordDiff() {}

    /// What a stretch of text is.
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    public record Piece(Kind kind, String text) {}

    /// The stretches in reading order; without the gone ones they are the new text, without the new ones the old.
    public static List<Piece> of(String before, String after) {
        if (before.equals(after)) return before.isEmpty() ? List.of() : List.of(new Piece(Kind.SAME, before));
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() + now.size() <= LONG) return tidy(compare(old, now));
        List<Piece> pieces = new ArrayList<>();
        List<Piece> changed = new ArrayList<>();
        for (Piece one : compare(lines(before), lines(after))) {
            if (one.kind() == Kind.SAME) {
                finer(changed, pieces);
                pieces.add(one);
            } else changed.add(one);
        }
        finer(changed, pieces);
        return tidy(pieces);
    }

    private static void finer(List<Piece> changed, List<Piece> pieces) {
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        changed.forEach(one -> (one.kind() == Kind.GONE ? gone : fresh).append(one.text()));
        pieces.addAll(compare(words(gone.toString()), words(fresh.toString())));
        changed.clear();
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("(?<=\n)"));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int kind = -1;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int now = kind(c);
            if (now != kind || now > 1) {
                if (at > start) words.add(text.substring(start, at));
                start = at;
                kind = now;
            }
            at += Character.charCount(c);
        }
        if (start < text.length()) words.add(text.substring(start));
        return words;
    }

    // 0 between words, 1 in a word; what is above stands for itself.
    private static int kind(int c) {
        if (Character.isWhitespace(c)) return 0;
        if (c >= FIRST_HAN && Character.isIdeographic(c)) return 2;
        return WordCount.isWordPart(c) ? 1 : 2;
    }

    private static List<Piece> compare(List<String> old, List<String> now) {
        int from = 0;
        while (from < old.size() && from < now.size() && old.get(from).equals(now.get(from))) from++;
        int end = 0;
        while (end < old.size() - from
                && end < now.size() - from
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) end++;
        List<Piece> pieces = new ArrayList<>();
        old.subList(0, from).forEach(word -> pieces.add(new Piece(Kind.SAME, word)));
        pieces.addAll(shortest(
                old.subList(from, old.size() - end).toArray(String[]::new),
                now.subList(from, now.size() - end).toArray(String[]::new)));
        old.subList(old.size() - end, old.size()).forEach(word -> pieces.add(new Piece(Kind.SAME, word)));
        return pieces;
    }

    private static List<Piece> shortest(String[] old, String[] now) {
        int most = Math.min(MOST_CHANGES, old.length + now.length);
        int[] reach = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int changes = 0; changes <= most; changes++) {
            trace.add(Arrays.copyOfRange(reach, most - changes, most + changes + 3));
            for (int k = -changes; k <= changes; k += 2) {
                int x = k == -changes || (k != changes && reach[most + k] < reach[most + k + 2])
                        ? reach[most + k + 2]
                        : reach[most + k] + 1;
                int y = x - k;
                while (x < old.length && y < now.length && old[x].equals(now[y])) {
                    x++;
                    y++;
                }
                reach[most + k + 1] = x;
                if (x >= old.length && y >= now.length) return back(old, now, trace);
            }
        }
        List<Piece> all = new ArrayList<>();
        for (String word : old) all.add(new Piece(Kind.GONE, word));
        for (String word : now) all.add(new Piece(Kind.NEW, word));
        return all;
    }

    // The trace of step d holds what was reached before it, for the diagonals -d-1 to d+1.
    private static List<Piece> back(String[] old, String[] now, List<int[]> trace) {
        List<Piece> pieces = new ArrayList<>();
        int x = old.length;
        int y = now.length;
        for (int changes = trace.size() - 1; changes >= 0; changes--) {
            int[] reach = trace.get(changes);
            int k = x - y;
            boolean down = k == -changes || (k != changes && reach[changes + k] < reach[changes + k + 2]);
            int previous = down ? k + 1 : k - 1;
            int fromX = changes == 0 ? 0 : reach[changes + previous + 1];
            int fromY = changes == 0 ? 0 : fromX - previous;
            while (x > fromX && y > fromY) {
                pieces.add(new Piece(Kind.SAME, old[--x]));
                y--;
            }
            if (changes == 0) break;
            pieces.add(down ? new Piece(Kind.NEW, now[--y]) : new Piece(Kind.GONE, old[--x]));
        }
        return pieces.reversed();
    }

    // Stretches of one kind are one piece; a blank between two changed words belongs to the change.
    private static List<Piece> tidy(List<Piece> pieces) {
        List<Piece> tidy = new ArrayList<>();
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        var same = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece one = pieces.get(i);
            boolean changing = !gone.isEmpty() || !fresh.isEmpty();
            boolean bridge = one.kind() == Kind.SAME
                    && changing
                    && one.text().isBlank()
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).kind() != Kind.SAME;
            if (bridge) {
                gone.append(one.text());
                fresh.append(one.text());
            } else if (one.kind() == Kind.SAME) {
                flush(tidy, gone, fresh);
                same.append(one.text());
            } else {
                if (!same.isEmpty()) tidy.add(new Piece(Kind.SAME, same.toString()));
                same.setLength(0);
                (one.kind() == Kind.GONE ? gone : fresh).append(one.text());
            }
        }
        flush(tidy, gone, fresh);
        if (!same.isEmpty()) tidy.add(new Piece(Kind.SAME, same.toString()));
        return tidy;
    }

    private static void flush(List<Piece> tidy, StringBuilder gone, StringBuilder fresh) {
        if (!gone.isEmpty()) tidy.add(new Piece(Kind.GONE, gone.toString()));
        if (!fresh.isEmpty()) tidy.add(new Piece(Kind.NEW, fresh.toString()));
        gone.setLength(0);
        fresh.setLength(0);
    }
}
