package org.throughline.stocktaking;

/// Projects, or new states of some, were taken in.
record EntriesSent(int count) {}
