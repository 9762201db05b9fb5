package org.throughline.reports;

import java.util.UUID;

/// A report that is made again and again: its address and its recipe as it stands now.
///
/// @param version counts changes, so that two people do not undo each other's
public record Report(UUID id, String slug, int recipeVersion, Recipe recipe, int version) {}
