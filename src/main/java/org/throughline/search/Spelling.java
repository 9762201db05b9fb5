package org.throughline.search;

/// Whether two words are spelled alike, counted as the index counts: a letter more, less, other, or two neighbours
/// swapped.
final class Spelling {

    private Spelling() {}

    static boolean within(String one, String other, int edits) {
        if (edits == 0 || one.isEmpty() || other.isEmpty() || one.codePointAt(0) != other.codePointAt(0))
            return one.equals(other);
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (Math.abs(a.length - b.length) > edits) return false;
        int[][] distance = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) distance[i][0] = i;
        for (int j = 0; j <= b.length; j++) distance[0][j] = j;
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                int replaced = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i][j] = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
            }
        }
        return distance[a.length][b.length] <= edits;
    }
}
