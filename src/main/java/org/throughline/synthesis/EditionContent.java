package org.throughline.synthesis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;

/// What an edition is bound to in the log: its sentences, and what each rests on. Of the passages it has the hash of
/// the words only, so that it can be shown whatever becomes of the inputs.
///
/// @param published how many inputs of the call were public then
record EditionContent(
        String call, int number, String title, String language, long published, List<Sentence> sentences) {

    static final String TYPE = "throughline-summary/1";

    record Sentence(String section, String text, Base base, List<Evidence> evidence) {

        Map<String, Object> content() {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("section", section);
            content.put("text", text);
            if (!base.everything()) content.put("base", base);
            content.put("evidence", evidence.stream().map(Evidence::content).toList());
            return content;
        }
    }

    /// @param exact the words themselves
    record Evidence(int input, String question, int start, int end, String exact) {

        Map<String, Object> content() {
            String hash = Hash.sha256(exact.getBytes(StandardCharsets.UTF_8)).hex();
            return Map.of("input", input, "question", question, "start", start, "end", end, "hash", hash);
        }
    }

    static EditionContent of(Draft draft, int number) {
        List<Sentence> sentences = draft.sections().stream()
                .flatMap(section -> section.sentences().stream()
                        .map(sentence -> new Sentence(
                                section.code(),
                                sentence.text(),
                                sentence.base(),
                                sentence.passages().stream()
                                        .map(EditionContent::evidence)
                                        .toList())))
                .toList();
        return new EditionContent(draft.slug(), number, draft.title(), draft.language(), draft.published(), sentences);
    }

    private static Evidence evidence(Draft.Passage passage) {
        return new Evidence(
                passage.number(),
                passage.question(),
                passage.start(),
                passage.end(),
                Objects.requireNonNull(passage.exact()));
    }

    /// The bytes whose hash is in the log.
    byte[] canonical() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", TYPE);
        content.put("call", call);
        content.put("edition", number);
        content.put("title", title);
        content.put("language", language);
        content.put("published", published);
        content.put("sentences", sentences.stream().map(Sentence::content).toList());
        return CanonicalJson.bytes(Json.mapper().valueToTree(content));
    }
}
