package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;

/// The registers that are hosted here.
///
/// @param closed those that only the secretariat sees; empty for everybody else
public record CollectionsPage(List<PublishedCollection> collections, List<ProjectCollection> closed) {}
