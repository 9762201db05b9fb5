package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.PublishedVersions.Version;

/// A state of an entry as the public saw it.
public record VersionPage(Version version, List<Compared> fields) {}
