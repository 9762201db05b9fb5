package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.links.ProjectLinks;

/// How the checking of links goes, and which are dead.
public record LinksPage(ProjectLinks.State state, List<ProjectLinks.Dead> dead) {}
