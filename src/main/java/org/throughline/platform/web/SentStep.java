package org.throughline.platform.web;

import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.throughline.platform.Storable;

/// A page of a form over several visits as the browser sent it: which button was pressed, which state of the draft it
/// began from, and the fields.
public record SentStep(MultiValueMap<String, String> fields) {

    private static final int LONGEST_ACTION = 200;

    public String action() {
        String action = Storable.part(text("action"));
        return action.length() > LONGEST_ACTION || action.isEmpty() ? "continue" : action;
    }

    public boolean later() {
        return action().equals("later");
    }

    /// The parts of an action such as `add:sdgs:3`; empty when another button was pressed.
    public List<String> parts(String verb) {
        List<String> parts = List.of(action().split(":"));
        return parts.size() > 1 && parts.getFirst().equals(verb) ? parts.subList(1, parts.size()) : List.of();
    }

    public int seen() {
        return number(text("seen"));
    }

    /// Browsers send line ends as two characters; kept is the one that was typed.
    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// The number in an address; 0 for whatever is none.
    public static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// The same without the fields whose names begin like this.
    public SentStep without(String prefix) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
        fields.forEach((name, values) -> {
            if (!name.startsWith(prefix)) kept.put(name, values);
        });
        return new SentStep(kept);
    }
}
