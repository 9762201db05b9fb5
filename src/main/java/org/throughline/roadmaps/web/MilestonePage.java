package org.throughline.roadmaps.web;

import org.throughline.roadmaps.Milestone;

/// One milestone with all that is known of it.
public record MilestonePage(MilestoneLine line, Milestone milestone, boolean exact) {}
