package org.throughline.inputs.imports;

/// A row cannot become an input; the message says why, in words for the person who has the file.
final class Refused extends RuntimeException {

    Refused(String reason) {
        super(reason, null, false, false);
    }
}
