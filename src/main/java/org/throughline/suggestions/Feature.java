package org.throughline.suggestions;

import java.util.List;

/// Something about a text that a model has weights for: a concept, a word, a pair of words or a run of letters; how
/// much of it there is, and where.
record Feature(String key, double value, List<Span> places) {}
