package org.throughline.platform.harvest;

/// A set that harvesters may choose.
///
/// @param spec its name for programs; behind a colon that of a part of another set
/// @param name in English, the language of the protocol
public record HarvestSet(String spec, String name) {}
