package org.throughline.inputs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.ledger.CanonicalJson;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// What a receipt binds: everything the sender sent, in one canonical JSON object. Stored as it was, so that a
/// change behind the program's back no longer matches its hash.
final class InputContent {

    private InputContent() {}

    static byte[] canonical(
            String call,
            int number,
            int revision,
            NewInput input,
            List<Answer> answers,
            Map<String, String> fileHashes) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "throughline-input/1");
        content.put("call", call);
        content.put("number", number);
        content.put("revision", revision);
        content.put("language", input.language());
        content.put("respondent", input.respondent());
        content.put("consent", input.consent());
        Map<String, JsonNode> values = new LinkedHashMap<>();
        answers.forEach(answer -> values.put(answer.question(), answer.value()));
        content.put("answers", values);
        content.put("endorsers", input.endorsers());
        content.put(
                "files",
                input.files().stream()
                        .map(file -> Map.of(
                                "question", file.question(),
                                "title", file.title(),
                                "sha256", fileHashes.getOrDefault(file.file().toString(), "")))
                        .toList());
        return CanonicalJson.bytes(Json.mapper().valueToTree(content));
    }

    /// The canonical form of what is stored. What the program never wrote may have none; then this is something
    /// that does not match, so that an archive is made all the same.
    static byte[] stored(String json) {
        JsonNode content = Json.tree(json);
        try {
            if (content.isObject()) return CanonicalJson.bytes(content);
        } catch (IllegalArgumentException noCanonicalForm) {
            return CanonicalJson.bytes(Map.of("stored", json));
        }
        return CanonicalJson.bytes(Map.of("stored", json));
    }
}
