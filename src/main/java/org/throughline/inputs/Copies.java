package org.throughline.inputs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.inputs.Fingerprints.Fingerprint;
import org.throughline.platform.MinHash;

/// Finds the inputs that are copies of each other: nearly the same as a whole, or the same word for word in several
/// long answers, whatever else they say.
final class Copies {

    /// From so many common long answers on, one input has copied from the other.
    static final int SEVERAL = 2;

    private static final int FEWEST_WORDS = 15;
    private static final int[] NOTHING = {-1};

    private Copies() {}

    /// The signature of a text that is long enough for a likeness to say something, else one that is like no other.
    static int[] signature(Fingerprint print) {
        return print.words() < FEWEST_WORDS ? NOTHING : print.signature();
    }

    /// How many long answers both have word for word.
    static int common(Fingerprint one, Fingerprint other) {
        return (int)
                one.longAnswers().stream().filter(other.longAnswers()::contains).count();
    }

    /// Groups of two or more by their places: each member is a copy of another one of its group.
    static List<List<Integer>> groups(List<Fingerprint> prints) {
        int[] leader = new int[prints.size()];
        for (int i = 0; i < leader.length; i++) leader[i] = i;
        List<int[]> signatures = prints.stream().map(Copies::signature).toList();
        for (List<Integer> group : MinHash.groups(signatures, Moderation.NEAR))
            for (int member : group) join(group.getFirst(), member, leader);
        joinByLongAnswers(prints, leader);
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < leader.length; i++)
            groups.computeIfAbsent(MinHash.leaderOf(i, leader), top -> new ArrayList<>())
                    .add(i);
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    // Two inputs are never compared. Answer by answer, its holders meet where they have another one in common; most
    // answers are held by one input only and cost nothing.
    private static void joinByLongAnswers(List<Fingerprint> prints, int[] leader) {
        Map<Long, List<Integer>> shared = new HashMap<>();
        for (int place : oneOfEachSet(prints, leader))
            for (long answer : prints.get(place).longAnswers())
                shared.computeIfAbsent(answer, one -> new ArrayList<>()).add(place);
        shared.values().removeIf(places -> places.size() < 2);
        shared.forEach((answer, places) -> {
            Map<Long, Integer> firstWithBoth = new HashMap<>();
            for (int place : places) {
                for (long other : prints.get(place).longAnswers()) {
                    if (other <= answer || !shared.containsKey(other)) continue;
                    Integer before = firstWithBoth.putIfAbsent(other, place);
                    if (before != null) join(before, place, leader);
                }
            }
        });
    }

    // Most of a campaign says exactly the same; of those one is enough from here on.
    private static Iterable<Integer> oneOfEachSet(List<Fingerprint> prints, int[] leader) {
        Map<Set<Long>, Integer> places = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            Set<Long> answers = prints.get(i).longAnswers();
            if (answers.size() < SEVERAL) continue;
            Integer before = places.putIfAbsent(answers, i);
            if (before != null) join(before, i, leader);
        }
        return places.values();
    }

    private static void join(int one, int other, int[] leader) {
        int first = MinHash.leaderOf(one, leader);
        int second = MinHash.leaderOf(other, leader);
        leader[Math.max(first, second)] = Math.min(first, second);
    }
}
