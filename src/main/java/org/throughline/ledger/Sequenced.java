package org.throughline.ledger;

/// Where an entry stands in the log: its place, and how many leaves the log had right after it got it.
public record Sequenced(long leafIndex, long treeSize) {}
