package org.throughline.inputs.imports;

/// A file cannot be imported at all; the message says why and what to do. Nothing of it was taken in.
class ImportFailed extends RuntimeException {

    ImportFailed(String message) {
        super(message);
    }
}
