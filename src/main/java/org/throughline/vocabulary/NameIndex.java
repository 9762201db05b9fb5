package org.throughline.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the codes that a name can stand for: as written, with its words in another order, without “Republic of”.
final class NameIndex {

    record Found(Set<String> codes, double confidence, Match.How how) {
        boolean isEmpty() {
            return codes.isEmpty();
        }
    }

    static final Found NOTHING = new Found(Set.of(), 0, Match.How.NONE);
    private static final int LONG_ENOUGH_FOR_A_SLIP = 7;

    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> bags = new HashMap<>();
    private final Map<String, Set<String>> cores = new HashMap<>();

    void add(String name, String code) {
        var normal = Words.normal(name);
        if (normal.isEmpty()) return;
        put(exact, normal, code);
        put(bags, Words.bag(normal), code);
        put(cores, Words.core(normal), code);
    }

    /// Adds the rows of a file with the columns `alias` (or `place`) and codes with a blank between them.
    void addFile(String file) {
        for (var row : ShippedVocabularies.rows(file)) {
            for (var code : row.get(1).split(" ")) add(row.get(0), code);
        }
    }

    Found find(String normal) {
        if (normal.isEmpty()) return NOTHING;
        if (exact.containsKey(normal)) return new Found(exact.get(normal), 1, Match.How.NAME);
        var bag = Words.bag(normal);
        if (!bag.isEmpty() && bags.containsKey(bag)) return new Found(bags.get(bag), 0.95, Match.How.WORDS);
        var core = Words.core(normal);
        if (!core.isEmpty() && cores.containsKey(core)) return new Found(cores.get(core), 0.9, Match.How.WORDS);
        return NOTHING;
    }

    /// A name that differs by one letter, if all such names mean the same.
    Found findMisspelt(String normal) {
        if (normal.length() < LONG_ENOUGH_FOR_A_SLIP) return NOTHING;
        var codes = new TreeSet<String>();
        for (var entry : exact.entrySet()) {
            if (Words.almostEqual(normal, entry.getKey())) codes.addAll(entry.getValue());
        }
        return codes.size() == 1 ? new Found(codes, 0.7, Match.How.SPELLING) : NOTHING;
    }

    /// Every code whose name stands in the text, longer names first, so that “Papua New Guinea” is not also Guinea.
    Set<String> within(String normal, int shortest) {
        var words = Words.tokens(normal);
        var codes = new LinkedHashSet<String>();
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + 8);
            for (; to > from; to--) {
                var part = String.join(" ", words.subList(from, to));
                if (part.length() >= shortest && exact.containsKey(part)) {
                    codes.addAll(exact.get(part));
                    break;
                }
            }
            from = Math.max(to, from + 1);
        }
        if (codes.isEmpty() && Words.isHan(normal)) codes.addAll(longestHan(normal));
        return codes;
    }

    /// Chinese is written without spaces, so a name may stand anywhere in a run of characters.
    private Set<String> longestHan(String normal) {
        var codes = new LinkedHashSet<String>();
        for (int from = 0; from < normal.length(); from++) {
            for (int to = normal.length(); to >= from + 2; to--) {
                var found = exact.get(normal.substring(from, to));
                if (found != null) {
                    codes.addAll(found);
                    from = to - 1;
                    break;
                }
            }
        }
        return codes;
    }

    private static void put(Map<String, Set<String>> map, String key, String code) {
        if (!key.isEmpty()) map.computeIfAbsent(key, k -> new TreeSet<>()).add(code);
    }
}
