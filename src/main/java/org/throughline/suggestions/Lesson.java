package org.throughline.suggestions;

import java.util.List;

/// A text that somebody has labelled: what it holds, which codes are right, and how much it counts.
record Lesson(List<Feature> features, List<String> codes, double weight) {}
