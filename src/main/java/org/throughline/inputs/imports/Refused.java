package org.throughline.inputs.imports;

/// A row cannot become an input; the reason is for the person who has the file.
final class Refused extends RuntimeException {

    private final transient Reason reason;

    Refused(String key, Object... arguments) {
        super(key, null, false, false);
        this.reason = Reason.of(key, arguments);
    }

    Reason reason() {
        return reason;
    }
}
