package org.throughline.files;

/// How far the reading of a file's text has come.
public enum ExtractionStatus {
    /// Its turn has not come.
    WAITING("waiting"),
    /// A child process is reading it.
    RUNNING("running"),
    /// The text is there, perhaps empty (a scan), perhaps cut at the limit.
    EXTRACTED("extracted"),
    /// The text could not be read. The file itself is kept as it is.
    FAILED("failed");

    private final String code;

    ExtractionStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static ExtractionStatus ofCode(String code) {
        for (ExtractionStatus status : values()) {
            if (status.code.equals(code)) return status;
        }
        throw new IllegalArgumentException("No extraction status: " + code);
    }
}
