package org.throughline.documents.text;

import java.util.List;
import java.util.Map;

/// What a file says: the fields of its header by their names (see [HeaderField]), its text, and what of it could not
/// be taken over.
///
/// @param fields only those that are filled; several choices with a line for each
public record ReadDocument(Map<HeaderField, String> fields, Body body, List<Loss> losses) {

    public ReadDocument {
        fields = Map.copyOf(fields);
        losses = List.copyOf(losses);
    }
}
