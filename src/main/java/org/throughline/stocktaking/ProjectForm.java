package org.throughline.stocktaking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// The form of a register as data: sections of fields. Stored as JSON and versioned with its collection; the version
/// an entry was written with stays readable for ever. Fields whose codes are those of the standard form feed the
/// lists, facets and counts (see [Facts]); any other field is shown with the entry.
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ProjectForm(List<Section> sections) {

    public ProjectForm {
        sections = List.copyOf(sections);
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public Optional<Field> field(String code) {
        return fields().filter(field -> field.code().equals(code)).findFirst();
    }

    public Optional<Section> section(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /// A page of the form.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Section(String code, LocalizedText title, LocalizedText intro, List<Field> fields) {
        @JsonCreator
        public Section(
                @JsonProperty("code") String code,
                @JsonProperty("title") @Nullable LocalizedText title,
                @JsonProperty("intro") @Nullable LocalizedText intro,
                @JsonProperty("fields") @Nullable List<Field> fields) {
            this.code = code;
            this.title = title == null ? LocalizedText.EMPTY : title;
            this.intro = intro == null ? LocalizedText.EMPTY : intro;
            this.fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /// One thing that is asked. Which of the parts count depends on its kind.
    ///
    /// @param hidden whether the answer is for the secretariat only; JSON: `private`
    /// @param naming whether the answer names people or organisations, and is withheld where they may not be named
    /// @param maxLength characters, 0 for the program's own limit
    /// @param minWords and `maxWords`, 0 for none
    /// @param choices the field's own list; empty when a vocabulary is named
    /// @param vocabulary where the choices come from; for rows, what `key` is chosen from
    /// @param max how many may be chosen or added; 0 means no limit but the program's own
    /// @param parts of one row of a repeating group
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Field(
            String code,
            Kind kind,
            LocalizedText label,
            LocalizedText hint,
            boolean required,
            @JsonProperty("private") boolean hidden,
            boolean naming,
            int maxLength,
            int minWords,
            int maxWords,
            List<Choice> choices,
            String vocabulary,
            int max,
            List<Field> parts) {

        /// Those of the standard form name somebody whatever a form says: forms from before it could say so too.
        private static final Set<String> NAMING =
                Set.of("entityName", "entityWebsite", "website", "partners", "partnerships", "videoLinks");

        @JsonCreator
        public static Field of(
                @JsonProperty("code") String code,
                @JsonProperty("kind") Kind kind,
                @JsonProperty("label") @Nullable LocalizedText label,
                @JsonProperty("hint") @Nullable LocalizedText hint,
                @JsonProperty("required") @Nullable Boolean required,
                @JsonProperty("private") @Nullable Boolean hidden,
                @JsonProperty("naming") @Nullable Boolean naming,
                @JsonProperty("maxLength") @Nullable Integer maxLength,
                @JsonProperty("minWords") @Nullable Integer minWords,
                @JsonProperty("maxWords") @Nullable Integer maxWords,
                @JsonProperty("choices") @Nullable List<Choice> choices,
                @JsonProperty("vocabulary") @Nullable String vocabulary,
                @JsonProperty("max") @Nullable Integer max,
                @JsonProperty("parts") @Nullable List<Field> parts) {
            return new Field(
                    code,
                    kind,
                    label == null ? LocalizedText.EMPTY : label,
                    hint == null ? LocalizedText.EMPTY : hint,
                    Boolean.TRUE.equals(required),
                    Boolean.TRUE.equals(hidden),
                    Boolean.TRUE.equals(naming) || NAMING.contains(code),
                    maxLength == null ? 0 : maxLength,
                    minWords == null ? 0 : minWords,
                    maxWords == null ? 0 : maxWords,
                    choices == null ? List.of() : List.copyOf(choices),
                    vocabulary == null ? "" : vocabulary,
                    max == null ? 0 : max,
                    parts == null
                            ? List.of()
                            : parts.stream().map(Field::asPart).toList());
        }

        /// What names somebody is withheld as a whole answer, whatever its parts are called.
        private Field asPart() {
            return naming
                    ? new Field(
                            code,
                            kind,
                            label,
                            hint,
                            required,
                            hidden,
                            false,
                            maxLength,
                            minWords,
                            maxWords,
                            choices,
                            vocabulary,
                            max,
                            parts)
                    : this;
        }

        public Field withParts(List<Field> others) {
            return new Field(
                    code,
                    kind,
                    label,
                    hint,
                    required,
                    hidden,
                    naming,
                    maxLength,
                    minWords,
                    maxWords,
                    choices,
                    vocabulary,
                    max,
                    List.copyOf(others));
        }
    }

    public record Choice(String code, LocalizedText label) {}

    /// The kinds of field, by their names in the stored form, with the shape of the answer.
    public enum Kind {
        /// A line of text.
        SHORT_TEXT("short-text"),
        /// Paragraphs.
        LONG_TEXT("long-text"),
        /// A code.
        SINGLE_CHOICE("single-choice"),
        /// A list of codes.
        MULTIPLE_CHOICE("multiple-choice"),
        /// `2024`, `2024-05` or `2024-05-31`: as exactly as people know it.
        DATE("date"),
        /// true or false.
        YES_NO("yes-no"),
        NUMBER("number"),
        /// An http or https address.
        ADDRESS("address"),
        EMAIL("email"),
        /// A list of lines of text.
        LINES("lines"),
        /// A list of objects with the parts' codes; with a vocabulary or choices also `key`, once each.
        ROWS("rows");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        @JsonValue
        public String stored() {
            return stored;
        }

        @JsonCreator
        public static Kind of(String stored) {
            for (Kind kind : values()) if (kind.stored.equals(stored)) return kind;
            throw new IllegalArgumentException("No kind of field is called " + stored);
        }
    }
}
