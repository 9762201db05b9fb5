package org.throughline.suggestions;

import java.util.List;

/// A text as it was read: its words, and what a model can weigh of it.
record Reading(List<Token> tokens, List<Feature> features) {}
