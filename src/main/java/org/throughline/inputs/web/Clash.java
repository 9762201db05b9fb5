package org.throughline.inputs.web;

/// A field that two windows filled differently.
///
/// @param saved what the other window saved
/// @param typed what was typed in this one, and stands in the form again
public record Clash(String label, String saved, String typed) {}
