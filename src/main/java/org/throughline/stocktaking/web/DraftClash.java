package org.throughline.stocktaking.web;

/// A field that two windows, or two people, filled differently.
///
/// @param saved what the other one saved
/// @param typed what was typed in this one, and stands in the form again
public record DraftClash(String label, String saved, String typed) {}
