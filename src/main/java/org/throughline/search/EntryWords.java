package org.throughline.search;

import java.util.Map;
import org.throughline.platform.Json;
import org.throughline.search.SearchEntry.Words;
import tools.jackson.core.type.TypeReference;

/// The `words` column: an object from language to title and body.
final class EntryWords {

    private static final TypeReference<Map<String, Words>> TYPE = new TypeReference<>() {};

    private EntryWords() {}

    static Map<String, Words> read(String json) {
        return Json.read(json, TYPE);
    }
}
