package org.throughline.stocktaking.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// How the columns of a file become projects; `docs/guide/import.md` describes the JSON.
///
/// @param source what the file is of; together with the key it names a row for ever, so that importing twice does not
///     double, and so that two sources may number their rows alike
/// @param key columns that name a row for ever; none means the row's own content
/// @param answers by field code of the collection's form
/// @param consent by use: name, text, files, quotation, translation
/// @param languageIfUnclear taken where no language is given and the words do not tell
/// @param receivedAt when an entry was received; now where absent
/// @param confirmedAt when its owner last said that it is true; when it was received where absent
/// @param formerId what named an entry in its old address, which leads to the new one from then on
/// @param unknownCountry what to do with a row whose country nobody knows: `refuse` it, or `leave-out` the name
/// @param mayLack fields that the form needs and the source does not have
/// @param derive what follows from other answers where the source does not say it: `status` from the dates, `coverage`
///     from the countries
/// @param wordLimits whether the form's word limits hold
/// @param publish whether what is taken in is public at once
/// @param consentBasis on what the consent rests, in words; kept with every row that was taken in
/// @param encoding of the text, as IANA or Java call it; empty to find it
record ProjectMapping(
        String source,
        List<String> key,
        Map<String, Field> answers,
        Map<String, Field> consent,
        @Nullable Field language,
        String languageIfUnclear,
        @Nullable Field receivedAt,
        @Nullable Field confirmedAt,
        @Nullable Field formerId,
        UnknownCountry unknownCountry,
        Set<String> mayLack,
        Set<Derived> derive,
        boolean wordLimits,
        boolean publish,
        String consentBasis,
        String encoding) {

    /// The uses that consent is given for.
    static final List<String> USES = List.of("name", "text", "files", "quotation", "translation");

    private static final int LARGEST = 1 << 20;

    enum UnknownCountry {
        REFUSE,
        LEAVE_OUT
    }

    /// What can follow from other answers.
    enum Derived {
        STATUS,
        COVERAGE
    }

    @JsonCreator
    static ProjectMapping of(
            @JsonProperty("source") @Nullable String source,
            @JsonProperty("key") @Nullable JsonNode key,
            @JsonProperty("answers") @Nullable Map<String, Field> answers,
            @JsonProperty("consent") @Nullable Map<String, Field> consent,
            @JsonProperty("language") @Nullable Field language,
            @JsonProperty("languageIfUnclear") @Nullable String languageIfUnclear,
            @JsonProperty("receivedAt") @Nullable Field receivedAt,
            @JsonProperty("confirmedAt") @Nullable Field confirmedAt,
            @JsonProperty("formerId") @Nullable Field formerId,
            @JsonProperty("unknownCountry") @Nullable String unknownCountry,
            @JsonProperty("mayLack") @Nullable Set<String> mayLack,
            @JsonProperty("derive") @Nullable Set<String> derive,
            @JsonProperty("wordLimits") @Nullable Boolean wordLimits,
            @JsonProperty("publish") @Nullable Boolean publish,
            @JsonProperty("consentBasis") @Nullable String consentBasis,
            @JsonProperty("encoding") @Nullable String encoding) {
        Set<Derived> derived = derive == null
                ? Set.of()
                : Set.copyOf(derive.stream()
                        .map(word -> Derived.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                        .toList());
        return new ProjectMapping(
                plain(source),
                key == null ? List.of() : Field.texts(key),
                answers == null ? Map.of() : answers,
                consent == null ? Map.of() : consent,
                language,
                plain(languageIfUnclear),
                receivedAt,
                confirmedAt,
                formerId,
                "leave-out".equals(unknownCountry) ? UnknownCountry.LEAVE_OUT : UnknownCountry.REFUSE,
                mayLack == null ? Set.of() : Set.copyOf(mayLack),
                derived,
                !Boolean.FALSE.equals(wordLimits),
                Boolean.TRUE.equals(publish),
                plain(consentBasis),
                plain(encoding));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /// Whether it says nothing of answers, so that columns called like the fields are the answers.
    boolean leavesColumnsToTheirNames() {
        return answers.isEmpty();
    }

    /// The same for a file whose columns speak for themselves, with what `said` says of all else.
    ProjectMapping with(@Nullable ProjectMapping said) {
        if (said == null) return this;
        return new ProjectMapping(
                said.source,
                said.key.isEmpty() ? key : said.key,
                answers,
                both(consent, said.consent),
                said.language == null ? language : said.language,
                said.languageIfUnclear,
                said.receivedAt == null ? receivedAt : said.receivedAt,
                said.confirmedAt == null ? confirmedAt : said.confirmedAt,
                said.formerId == null ? formerId : said.formerId,
                said.unknownCountry,
                said.mayLack,
                said.derive,
                said.wordLimits,
                said.publish,
                said.consentBasis,
                said.encoding);
    }

    private static Map<String, Field> both(Map<String, Field> found, Map<String, Field> said) {
        Map<String, Field> fields = new LinkedHashMap<>(found);
        fields.putAll(said);
        return fields;
    }

    /// Refuses a file that is no mapping, saying where.
    static ProjectMapping read(Path file) {
        try {
            if (Files.size(file) > LARGEST) throw new ImportFailed("imports.mapping.too-large");
            return parse(Files.readString(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new ImportFailed("imports.mapping.wrong", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /// @param name how messages name the mapping
    static ProjectMapping parse(String json, String name) {
        try {
            ProjectMappingCheck.members(Json.tree(json));
            return Json.read(json, ProjectMapping.class);
        } catch (JacksonException e) {
            throw new ImportFailed("imports.mapping.wrong", name, String.valueOf(e.getOriginalMessage()));
        }
    }
}
