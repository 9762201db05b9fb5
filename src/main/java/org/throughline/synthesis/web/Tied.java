package org.throughline.synthesis.web;

import org.throughline.synthesis.SentenceId;

/// A sentence that rests on a passage, by its number in the summary.
public record Tied(int line, SentenceId sentence) {}
