package org.throughline.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A short text in up to six languages, stored as one JSON object `{"en": "…", "fr": "…"}`.
/// Refuses languages the interface does not have. A blank text counts as missing.
public record LocalizedText(@JsonValue Map<String, String> texts) {

    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        var kept = new TreeMap<String, String>();
        texts.forEach((language, text) -> {
            if (!Languages.isKnown(language))
                throw new IllegalArgumentException("Not one of the six languages: " + language);
            if (text != null && !text.isBlank()) kept.put(language, text);
        });
        texts = java.util.Collections.unmodifiableMap(kept);
    }

    public static LocalizedText of(String language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    public Optional<String> in(String language) {
        return Optional.ofNullable(texts.get(language));
    }

    /// The language in which a reader of `wanted` gets this text: the wanted one, else English, else the first
    /// there is.
    public String languageFor(String wanted) {
        if (texts.containsKey(wanted)) return wanted;
        if (texts.containsKey(Languages.DEFAULT)) return Languages.DEFAULT;
        return texts.keySet().stream().findFirst().orElse(wanted);
    }

    /// The text for a reader of `wanted`, in the language that [#languageFor] names; empty when there is no text at
    /// all.
    public String textFor(String wanted) {
        return texts.getOrDefault(languageFor(wanted), "");
    }

    public List<String> missing() {
        return Languages.ALL.stream()
                .filter(language -> !texts.containsKey(language))
                .toList();
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
