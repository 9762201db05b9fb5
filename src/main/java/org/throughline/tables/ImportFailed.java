package org.throughline.tables;

/// A file cannot be imported at all; the reason says why and what to do. Nothing of it was taken in.
public class ImportFailed extends RuntimeException {

    private final transient Reason reason;

    public ImportFailed(String key, Object... arguments) {
        super(key);
        this.reason = Reason.of(key, arguments);
    }

    public Reason reason() {
        return reason;
    }
}
