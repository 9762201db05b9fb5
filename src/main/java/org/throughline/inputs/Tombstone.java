package org.throughline.inputs;

import java.time.Instant;

/// What is left of an input that was public once.
///
/// @param state `withdrawn` by its owner, set aside as a `duplicate`, or `unpublished` again
public record Tombstone(int number, Instant goneAt, String state) {}
