package org.throughline.stocktaking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// Codes of the IATI Standard for our own, by the very table with which activities are brought in
/// (`iati/mapping.json`), so that what is given away comes back as it was. Where several of the standard's codes
/// mean one of ours, the first of them in the table is written.
public final class IatiCodes {

    private static final String TABLE = "/iati/mapping.json";
    private static final Map<String, Map<String, String>> BY_FIELD = read();

    private IatiCodes() {}

    /// @param field of the standard form, by its code
    public static Optional<String> of(String field, String ours) {
        return Optional.ofNullable(BY_FIELD.getOrDefault(field, Map.of()).get(ours));
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = IatiCodes.class.getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException("No resource " + TABLE);
            JsonNode answers = Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .path("answers");
            Map<String, Map<String, String>> all = new HashMap<>();
            answers.properties()
                    .forEach(field -> field.getValue()
                            .path("values")
                            .properties()
                            .forEach(code -> all.computeIfAbsent(field.getKey(), any -> new HashMap<>())
                                    .putIfAbsent(code.getValue().stringValue(), code.getKey())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
