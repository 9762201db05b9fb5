package org.throughline.suggestions;

import java.util.List;

/// One code that a text seems to be about.
///
/// @param score how sure, from 0 to 1; all codes of the vocabulary together have 1
/// @param words where the words stand that speak most for this code, in the order of the text
public record Suggestion(String code, double score, List<Span> words) {}
