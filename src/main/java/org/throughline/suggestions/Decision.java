package org.throughline.suggestions;

import org.jspecify.annotations.Nullable;

/// What a person decided about one code of a text.
///
/// @param rank its place among the suggestions, from 1; absent for a code that was chosen without a suggestion
public record Decision(
        String vocabulary, String code, @Nullable Integer rank, boolean accepted) {

    public Decision {
        if (rank != null && rank < 1) throw new IllegalArgumentException("Ranks begin with 1: " + rank);
        if (!accepted && rank == null) throw new IllegalArgumentException("Only a suggestion can be turned down");
    }
}
