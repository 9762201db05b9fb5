package org.throughline.stocktaking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A project as it comes in, whichever way: what was answered, in which language, and what its keeper allows.
///
/// @param answers by field code, in the shapes of [ProjectForm.Kind]; what is not answered is absent
public record NewProject(String language, Map<String, JsonNode> answers, Consent consent, List<Attached> attachments) {

    public NewProject {
        answers = Map.copyOf(answers);
        attachments = List.copyOf(attachments);
    }

    public static NewProject of(String language, Map<String, JsonNode> answers, Consent consent) {
        return new NewProject(language, answers, consent, List.of());
    }

    /// A picture or a document of it.
    ///
    /// @param alternative what a picture shows, in words, for those who do not see it
    public record Attached(AttachmentKind kind, UUID file, String title, String alternative) {}

    /// Pictures and logos are shown, documents are offered.
    public enum AttachmentKind {
        PICTURE,
        LOGO,
        DOCUMENT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static AttachmentKind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    String text(String code) {
        @Nullable JsonNode value = answers.get(code);
        return value == null || !value.isString() ? "" : value.stringValue().strip();
    }
}
