package org.throughline.operations.backup;

/// A backup could not be written or brought back; the message says why and what the operator can do.
public class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
