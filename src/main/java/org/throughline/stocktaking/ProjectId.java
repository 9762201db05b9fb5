package org.throughline.stocktaking;

import java.util.UUID;

/// Names a project within the program; people know it by its number.
public record ProjectId(UUID value) {}
