package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;

/// The registers that are hosted here.
public record CollectionsPage(List<PublishedCollection> collections) {}
