package org.throughline.tables;

/// A row cannot be taken in; the reason is for the person who has the file.
public final class RowRefused extends RuntimeException {

    private final transient Reason reason;

    public RowRefused(String key, Object... arguments) {
        super(key, null, false, false);
        this.reason = Reason.of(key, arguments);
    }

    public Reason reason() {
        return reason;
    }
}
