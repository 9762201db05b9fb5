package org.throughline.tables;

/// Told how far an import is.
public interface Progress {

    /// @param done rows that are dealt with, of `total`
    void at(long done, long total, long refused);

    Progress NONE = (done, total, refused) -> {};
}
