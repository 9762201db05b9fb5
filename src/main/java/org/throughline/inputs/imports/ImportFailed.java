package org.throughline.inputs.imports;

/// A file cannot be imported at all; the reason says why and what to do. Nothing of it was taken in.
class ImportFailed extends RuntimeException {

    private final transient Reason reason;

    ImportFailed(String key, Object... arguments) {
        super(key);
        this.reason = Reason.of(key, arguments);
    }

    Reason reason() {
        return reason;
    }
}
