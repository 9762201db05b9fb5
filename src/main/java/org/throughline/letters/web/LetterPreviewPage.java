package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularLetter;

/// A letter before its dispatch, as readers of one language will get it.
public record LetterPreviewPage(CircularLetter letter, LetterView view, String wanted, List<String> rule) {}
