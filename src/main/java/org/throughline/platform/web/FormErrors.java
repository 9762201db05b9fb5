package org.throughline.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form that was sent, in the order of its fields: shown on top with a link to each field, and
/// again beside the field.
public final class FormErrors {

    public static final FormErrors NONE = new FormErrors(List.of());

    /// @param field the id of the form control
    /// @param words what is wrong and what to do, in the reader's language
    /// @param named the same with what it is about, for the list on top
    public record FieldError(String field, String words, String named) {}

    private final List<FieldError> all;

    private FormErrors(List<FieldError> all) {
        this.all = all;
    }

    public static Collector collector() {
        return new Collector();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<FieldError> all() {
        return all;
    }

    public @Nullable String of(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::words)
                .findFirst()
                .orElse(null);
    }

    /// Gathers errors while a form is checked.
    public static final class Collector {
        private final List<FieldError> errors = new ArrayList<>();

        public Collector add(String field, String words) {
            return add(field, words, words);
        }

        /// For forms in which several fields can be wrong in the same words.
        public Collector add(String field, String words, String named) {
            errors.add(new FieldError(field, words, named));
            return this;
        }

        public boolean isEmpty() {
            return errors.isEmpty();
        }

        public FormErrors done() {
            return new FormErrors(List.copyOf(errors));
        }
    }
}
