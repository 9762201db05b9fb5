package org.throughline.inputs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An input as it is sent: by the form, the API, an import or from paper. Nothing in it is checked yet.
///
/// @param language in which the answers are written, a language tag such as `fr`; need not be one of the six
/// @param answers by question code, in the shapes that `docs/api` describes
/// @param endorsers those named as supporting the input; they count once they have confirmed
/// @param files already stored files, each for a question of kind `file`
public record NewInput(
        String language,
        Respondent respondent,
        Map<String, JsonNode> answers,
        Consent consent,
        List<Endorsement> endorsers,
        List<Attached> files) {

    @JsonCreator
    public static NewInput of(
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("respondent") @Nullable Respondent respondent,
            @JsonProperty("answers") @Nullable Map<String, JsonNode> answers,
            @JsonProperty("consent") @Nullable Consent consent,
            @JsonProperty("endorsers") @Nullable List<Endorsement> endorsers,
            @JsonProperty("files") @Nullable List<Attached> files) {
        return new NewInput(
                language == null ? "" : language.strip(),
                respondent == null ? Respondent.of(null, null, null, null, null, null, null, null) : respondent,
                answers == null ? Map.of() : new LinkedHashMap<>(answers),
                consent == null ? Consent.NONE : consent,
                endorsers == null ? List.of() : List.copyOf(endorsers),
                files == null ? List.of() : List.copyOf(files));
    }

    /// Somebody named as a joint endorser. The address is asked to confirm and never shown.
    public record Endorsement(
            String organisation,
            String name,
            String email,
            @Nullable String country,
            String stakeholderType) {
        @JsonCreator
        public static Endorsement of(
                @JsonProperty("organisation") @Nullable String organisation,
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("email") @Nullable String email,
                @JsonProperty("country") @Nullable String country,
                @JsonProperty("stakeholderType") @Nullable String stakeholderType) {
            return new Endorsement(
                    organisation == null ? "" : organisation.strip(),
                    name == null ? "" : name.strip(),
                    email == null ? "" : email.strip(),
                    country == null || country.isBlank() ? null : country.strip(),
                    stakeholderType == null || stakeholderType.isBlank() ? "OTH" : stakeholderType.strip());
        }
    }

    /// A stored file given as the answer, or part of the answer, to a question.
    public record Attached(String question, UUID file, String title) {}
}
