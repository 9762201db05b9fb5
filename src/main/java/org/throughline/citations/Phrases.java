package org.throughline.citations;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phrases that are looked for in a text, word by word, the longest first.
///
/// @param <T> what a phrase stands for
final class Phrases<T> {

    private static final class Node<T> {
        final Map<String, Node<T>> next = new HashMap<>();

        @Nullable
        T meaning;

        boolean capitals;
    }

    /// @param behind the token after the phrase
    record Match<T>(int first, int behind, T meaning) {}

    private final Node<T> root = new Node<>();

    /// A phrase all in capitals is found in capitals only; the first meaning of a phrase is kept.
    void add(String phrase, T meaning) {
        var tokens = new Tokens(phrase);
        Node<T> node = root;
        for (int i = 0; i < tokens.size(); i++) node = node.next.computeIfAbsent(tokens.word(i), word -> new Node<>());
        if (node == root || node.meaning != null) return;
        node.meaning = meaning;
        node.capitals =
                phrase.equals(phrase.toUpperCase(Locale.ROOT)) && !phrase.equals(phrase.toLowerCase(Locale.ROOT));
    }

    /// The longest phrase that begins with this token.
    @Nullable
    Match<T> at(Tokens tokens, int first) {
        Match<T> longest = null;
        Node<T> node = root;
        for (int i = first; i < tokens.size(); i++) {
            node = node.next.get(tokens.word(i));
            if (node == null) break;
            T meaning = node.meaning;
            if (meaning != null && (!node.capitals || tokens.areCapitals(first, i + 1)))
                longest = new Match<>(first, i + 1, meaning);
        }
        return longest;
    }
}
