package org.throughline.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the files of a dump are in one of its revisions.
///
/// @param fingerprint SHA-256 over the canonical lines, in hex; the same for every format
public record DumpState(int revision, Instant madeAt, String fingerprint, DumpFacts facts, List<DumpFile> files) {

    /// A file of a dump.
    ///
    /// @param bytes how long it is, and `packed` how long compressed
    /// @param sha256 of the file as it is unpacked, in hex
    public record DumpFile(String name, String mediaType, long bytes, long packed, String sha256) {}

    public Optional<DumpFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
