package org.throughline.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Storable;

/// A form as it was sent, so that it can be shown again exactly as typed. Line ends are one character, as
/// everywhere in this program; browsers send two.
///
/// @param values by the name of the control, in the order sent
public record Typed(Map<String, List<String>> values) {

    public static final Typed NOTHING = new Typed(Map.of());

    public static Typed of(Map<String, List<String>> parameters) {
        var kept = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, sent) -> kept.put(
                name,
                sent.stream()
                        .map(value -> value.replace("\r\n", "\n").replace('\r', '\n'))
                        .toList()));
        return new Typed(kept);
    }

    /// The value of a control; empty when it was not sent.
    public String of(String name) {
        List<String> sent = values.get(name);
        return sent == null || sent.isEmpty() ? "" : sent.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /// A text in six languages, typed into controls named `name-en`, `name-fr` and so on.
    public LocalizedText text(String name) {
        var texts = new LinkedHashMap<String, String>();
        for (String language : Languages.ALL)
            texts.put(language, of(name + "-" + language).strip());
        return new LocalizedText(texts);
    }

    /// The same with another value in one field.
    public Typed with(String name, String value) {
        var other = new LinkedHashMap<>(values);
        other.put(name, List.of(value));
        return new Typed(other);
    }

    /// The names of the controls whose value cannot be stored.
    public List<String> unstorable() {
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().stream().allMatch(Storable::is))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Gathers the values with which a form is first shown.
    public static final class Filler {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        public Filler put(String name, String value) {
            values.put(name, List.of(value));
            return this;
        }

        /// Several boxes of one name that are ticked.
        public Filler put(String name, List<String> chosen) {
            values.put(name, List.copyOf(chosen));
            return this;
        }

        public Filler put(String name, LocalizedText text) {
            text.texts().forEach((language, words) -> put(name + "-" + language, words));
            return this;
        }

        public Typed done() {
            return new Typed(Map.copyOf(values));
        }
    }
}
