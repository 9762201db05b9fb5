package org.throughline.files;

import java.time.Instant;

/// What is known of a kept file. Who may read it, its owner decides.
///
/// @param sha256 the content's SHA-256 in lower-case hexadecimal
/// @param name the name it was given with, without path and control characters
/// @param textIsCut whether the text was longer than is kept
public record StoredFile(
        FileId id,
        String sha256,
        long size,
        FileType type,
        String name,
        ExtractionStatus extraction,
        boolean textIsCut,
        Instant storedAt) {}
