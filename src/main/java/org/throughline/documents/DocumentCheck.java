package org.throughline.documents;

import java.util.ArrayList;
import java.util.List;

/// Says what a draft lacks before it can be sent.
public final class DocumentCheck {

    /// What is missing, with the step of the form and the field where it belongs.
    public enum Missing {
        SOURCE("about", "source-1-name"),
        TITLE("header", "title"),
        ADDRESSEE("header", "addressee"),
        TEXT("text", "body");

        private final String step;
        private final String field;

        Missing(String step, String field) {
            this.step = step;
            this.field = field;
        }

        public String step() {
            return step;
        }

        public String field() {
            return field;
        }
    }

    private DocumentCheck() {}

    /// Everything that is missing; a document has a text or a file.
    public static List<Missing> missing(DocumentWork draft) {
        List<Missing> missing = new ArrayList<>();
        Expression original = draft.original();
        if (draft.sources().isEmpty()) missing.add(Missing.SOURCE);
        if (original.title().isBlank()) missing.add(Missing.TITLE);
        boolean asked = !draft.header().action().isEmpty();
        if (asked && draft.header().addressee().isEmpty()) missing.add(Missing.ADDRESSEE);
        if (original.body().isBlank() && draft.attachments().isEmpty()) missing.add(Missing.TEXT);
        return missing;
    }
}
