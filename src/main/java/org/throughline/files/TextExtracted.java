package org.throughline.files;

/// The reading of a file's text has ended, with a text or without one.
public record TextExtracted(FileId file, ExtractionStatus status) {}
