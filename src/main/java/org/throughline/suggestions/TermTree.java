package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All terms of one language as a tree of words, to find the longest that begins at a word of a text.
final class TermTree {

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LEAST_IN_COMMON = 3;
    private static final int LONGEST_ENDING = 3;
    private static final int LONGEST_ENDING_OF_CASES = 4;

    /// A term found from one word of a text to another, both included.
    record Found(String concept, int first, int last) {}

    private static final class Node {

        final Map<String, Node> stems = new HashMap<>();
        final Map<String, Node> beginnings = new HashMap<>();
        // Words that differ may have one stem, as “educator” and “education” have.
        final Map<String, String> concepts = new LinkedHashMap<>();

        @Nullable
        String concept(String words) {
            String exact = concepts.get(words);
            if (exact != null) return exact;
            for (var entry : concepts.entrySet()) if (akin(entry.getKey(), words)) return entry.getValue();
            return null;
        }
    }

    private final String language;
    private final Stems stems;
    private final Node root = new Node();

    TermTree(String language) {
        this.language = language;
        this.stems = new Stems(language);
    }

    /// Adds a term; the first concept that claims it keeps it. Of terms with one stem, the one that is written like
    /// the text is found, or else the first.
    void add(String term, String concept) {
        boolean open = term.endsWith("*");
        List<Token> words = content(Tokens.of(term));
        Node node = root;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).word();
            boolean beginning = open && i == words.size() - 1;
            node = beginning
                    ? node.beginnings.computeIfAbsent(stems.beginning(word), key -> new Node())
                    : node.stems.computeIfAbsent(stems.stem(word), key -> new Node());
        }
        if (node != root) node.concepts.putIfAbsent(written(words), concept);
    }

    /// Whether words differ in their endings only: one stem is not enough, “communicable” and “communication” have it.
    private static boolean akin(String one, String other) {
        String[] ours = one.split(" ");
        String[] theirs = other.split(" ");
        for (int i = 0; i < ours.length; i++) if (!oneWord(ours[i], theirs[i])) return false;
        return true;
    }

    private static boolean oneWord(String one, String other) {
        if (one.equals(other) || one.charAt(0) > '\u0600') return true;
        int longest = Math.max(one.length(), other.length());
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) same++;
        boolean cyrillic = one.charAt(0) > '\u0400';
        return same >= LEAST_IN_COMMON && longest - same <= (cyrillic ? LONGEST_ENDING_OF_CASES : LONGEST_ENDING);
    }

    private static String written(List<Token> words) {
        return words.stream().map(Token::word).collect(Collectors.joining(" "));
    }

    /// Words that can be part of a term in this language.
    List<Token> content(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !Stems.isSmall(language, token.word()))
                .toList();
    }

    /// The terms in a text, longest first from the left, none within another.
    List<Found> find(List<Stemmed> words) {
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < words.size()) {
            Found longest = longest(words, at);
            if (longest == null) {
                at++;
            } else {
                found.add(longest);
                at = longest.last() + 1;
            }
        }
        return found;
    }

    /// A word of a text with what it is looked up by.
    record Stemmed(Token token, String stem, String beginning) {}

    private @Nullable Found longest(List<Stemmed> words, int at) {
        return longest(words, at, at, root);
    }

    private @Nullable Found longest(List<Stemmed> words, int first, int at, Node node) {
        if (at == words.size()) return null;
        Stemmed word = words.get(at);
        Found best = null;
        Node whole = node.stems.get(word.stem());
        if (whole != null) best = through(words, first, at, whole);
        if (node.beginnings.isEmpty()) return best;
        String beginning = word.beginning();
        for (int length = beginning.length(); length >= SHORTEST_BEGINNING; length--) {
            Node open = node.beginnings.get(beginning.substring(0, length));
            if (open == null) continue;
            Found found = through(words, first, at, open);
            if (found != null && (best == null || found.last() > best.last())) best = found;
        }
        return best;
    }

    private @Nullable Found through(List<Stemmed> words, int first, int at, Node node) {
        Found further = longest(words, first, at + 1, node);
        if (further != null || node.concepts.isEmpty()) return further;
        String written = words.subList(first, at + 1).stream()
                .map(word -> word.token().word())
                .collect(Collectors.joining(" "));
        String concept = node.concept(written);
        return concept == null ? null : new Found(concept, first, at);
    }
}
