package org.throughline.inputs.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// How the columns of a file become inputs; `docs/guide/import.md` describes the JSON. A plain string in the place
/// of a [Field] names a column.
///
/// @param key columns that name a row for ever, so that importing twice does not double; none means the row's own
/// content
/// @param group for files with one answer a row
/// @param answers by question code
/// @param respondent by field name: behalf, organisation, name, email, stakeholderType, country, region, scope
/// @param consent by use: name, text, files, quotation, translation
/// @param languageIfUnclear taken where no language is given and the words do not tell; empty for the one of the
/// questions,
///     when they are in one language only
/// @param unknownCountry what to do with a row whose country nobody knows: `refuse` it, or keep the `region` only
/// @param wordLimits whether the questionnaire's word limits hold
/// @param consentBasis on what the consent rests, in words; kept in the record of the import
/// @param encoding of the text, as IANA or Java call it; empty to find it
record Mapping(
        List<String> key,
        @Nullable Group group,
        Map<String, Field> answers,
        Map<String, Field> respondent,
        Map<String, Field> consent,
        @Nullable Field language,
        @Nullable Field receivedAt,
        String languageIfUnclear,
        UnknownCountry unknownCountry,
        boolean wordLimits,
        String consentBasis,
        String encoding) {

    /// What is known of a respondent.
    static final List<String> RESPONDENT =
            List.of("behalf", "organisation", "name", "email", "stakeholderType", "country", "region", "scope");

    enum UnknownCountry {
        REFUSE,
        REGION
    }

    /// Several rows make one input: those with the same values in `by`.
    ///
    /// @param question the column that says which question a row answers
    /// @param questions question codes by the texts in that column; a text that maps to nothing is left out
    record Group(List<String> by, String question, String answer, Map<String, String> questions) {
        @JsonCreator
        static Group of(
                @JsonProperty("by") @Nullable JsonNode by,
                @JsonProperty("question") @Nullable String question,
                @JsonProperty("answer") @Nullable String answer,
                @JsonProperty("questions") @Nullable Map<String, String> questions) {
            if (by == null || question == null || answer == null)
                throw new IllegalArgumentException("group needs by, question and answer");
            return new Group(Field.texts(by), question, answer, questions == null ? Map.of() : questions);
        }
    }

    @JsonCreator
    static Mapping of(
            @JsonProperty("key") @Nullable JsonNode key,
            @JsonProperty("group") @Nullable Group group,
            @JsonProperty("answers") @Nullable Map<String, Field> answers,
            @JsonProperty("respondent") @Nullable Map<String, Field> respondent,
            @JsonProperty("consent") @Nullable Map<String, Field> consent,
            @JsonProperty("language") @Nullable Field language,
            @JsonProperty("receivedAt") @Nullable Field receivedAt,
            @JsonProperty("languageIfUnclear") @Nullable String languageIfUnclear,
            @JsonProperty("unknownCountry") @Nullable String unknownCountry,
            @JsonProperty("wordLimits") @Nullable Boolean wordLimits,
            @JsonProperty("consentBasis") @Nullable String consentBasis,
            @JsonProperty("encoding") @Nullable String encoding) {
        return new Mapping(
                key == null ? List.of() : Field.texts(key),
                group,
                answers == null ? Map.of() : answers,
                respondent == null ? Map.of() : respondent,
                consent == null ? Map.of() : consent,
                language,
                receivedAt,
                languageIfUnclear == null ? "" : languageIfUnclear.strip(),
                "region".equals(unknownCountry) ? UnknownCountry.REGION : UnknownCountry.REFUSE,
                Boolean.TRUE.equals(wordLimits),
                consentBasis == null ? "" : consentBasis.strip(),
                encoding == null ? "" : encoding.strip());
    }

    /// Whether it says nothing of answers, so that columns called like the questions are the answers.
    boolean leavesColumnsToTheirNames() {
        return answers.isEmpty() && group == null;
    }

    /// The same, where `said` says nothing else.
    Mapping with(@Nullable Mapping said) {
        if (said == null) return this;
        return new Mapping(
                said.key.isEmpty() ? key : said.key,
                null,
                answers,
                both(respondent, said.respondent),
                both(consent, said.consent),
                said.language == null ? language : said.language,
                said.receivedAt == null ? receivedAt : said.receivedAt,
                said.languageIfUnclear,
                said.unknownCountry,
                said.wordLimits,
                said.consentBasis,
                said.encoding);
    }

    private static Map<String, Field> both(Map<String, Field> found, Map<String, Field> said) {
        Map<String, Field> fields = new LinkedHashMap<>(found);
        fields.putAll(said);
        return fields;
    }

    /// Refuses a file that is no mapping, saying where.
    static Mapping read(Path file) {
        try {
            if (Files.size(file) > 1 << 20) throw new ImportFailed("imports.mapping.too-large");
            return parse(Files.readString(file), file.getFileName().toString());
        } catch (java.io.IOException e) {
            throw new ImportFailed("imports.mapping.wrong", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /// @param name how messages name the mapping
    static Mapping parse(String json, String name) {
        try {
            MappingCheck.members(Json.tree(json));
            return Json.read(json, Mapping.class);
        } catch (JacksonException e) {
            throw new ImportFailed("imports.mapping.wrong", name, String.valueOf(e.getOriginalMessage()));
        }
    }
}
