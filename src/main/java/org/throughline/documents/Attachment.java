package org.throughline.documents;

import java.util.UUID;

/// A file that belongs to a document in one language.
///
/// @param file its id among the files
/// @param type `PDF`, `DOCX` or `ODT`
/// @param sha256 of its content, in hexadecimal
public record Attachment(UUID id, String language, UUID file, String name, String type, long size, String sha256) {}
