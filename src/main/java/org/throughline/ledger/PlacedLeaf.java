package org.throughline.ledger;

/// A leaf and its place in the log, counted from 0.
public record PlacedLeaf(long index, Leaf leaf) {}
