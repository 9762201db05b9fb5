package org.throughline.inputs.imports;

/// Told how far an import is.
interface Progress {

    /// @param done rows that are dealt with, of `total`
    void at(long done, long total, long refused);

    Progress NONE = (done, total, refused) -> {};
}
