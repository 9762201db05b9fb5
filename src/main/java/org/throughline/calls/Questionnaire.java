package org.throughline.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;

/// A questionnaire as data: sections of questions, each mapped to a section of the summary. Stored as JSON and
/// versioned; the version an input answered stays readable for ever.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Questionnaire(List<Section> sections) {

    public static final Questionnaire EMPTY = new Questionnaire(List.of());

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /// Whether a text can be the code of a section, a question, a choice or a part of a group.
    public static boolean isCode(@Nullable String text) {
        return text != null && CODE.matcher(text).matches();
    }

    @JsonCreator
    public Questionnaire(@JsonProperty("sections") @Nullable List<Section> sections) {
        this.sections = sections == null ? List.of() : List.copyOf(sections);
    }

    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    public Optional<Question> question(String code) {
        return questions().filter(question -> question.code().equals(code)).findFirst();
    }

    /// The label of a question; its code where this version does not have it.
    public LocalizedText labelOf(String code) {
        return question(code).map(Question::label).orElse(LocalizedText.of(Languages.DEFAULT, code));
    }

    public Optional<Section> section(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /// A page of the form.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Section(String code, LocalizedText title, LocalizedText intro, List<Question> questions) {
        @JsonCreator
        public Section(
                @JsonProperty("code") String code,
                @JsonProperty("title") @Nullable LocalizedText title,
                @JsonProperty("intro") @Nullable LocalizedText intro,
                @JsonProperty("questions") @Nullable List<Question> questions) {
            this.code = code;
            this.title = title == null ? LocalizedText.EMPTY : title;
            this.intro = intro == null ? LocalizedText.EMPTY : intro;
            this.questions = questions == null ? List.of() : List.copyOf(questions);
        }
    }

    /// One question. Which of the parts count depends on its kind.
    ///
    /// @param maxWords 0 means the program's own limit
    /// @param choices the question's own list; empty when a vocabulary is named
    /// @param max how many may be chosen, ranked, added or attached; 0 means no limit but the list's length
    /// @param minimum and `maximum` bound a number
    /// @param fields the parts of one row of a repeating group
    /// @param summarySection the section of the summary the answers belong to; empty when they belong to none
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Question(
            String code,
            Kind kind,
            LocalizedText label,
            LocalizedText hint,
            boolean required,
            int maxWords,
            List<Choice> choices,
            String vocabulary,
            int max,
            @JsonProperty("min") @Nullable Long minimum,
            @Nullable Long maximum,
            List<Field> fields,
            String summarySection) {

        @JsonCreator
        public static Question of(
                @JsonProperty("code") String code,
                @JsonProperty("kind") Kind kind,
                @JsonProperty("label") @Nullable LocalizedText label,
                @JsonProperty("hint") @Nullable LocalizedText hint,
                @JsonProperty("required") @Nullable Boolean required,
                @JsonProperty("maxWords") @Nullable Integer maxWords,
                @JsonProperty("choices") @Nullable List<Choice> choices,
                @JsonProperty("vocabulary") @Nullable String vocabulary,
                @JsonProperty("max") @Nullable Long max,
                @JsonProperty("min") @Nullable Long min,
                @JsonProperty("maximum") @Nullable Long maximum,
                @JsonProperty("fields") @Nullable List<Field> fields,
                @JsonProperty("summarySection") @Nullable String summarySection) {
            boolean number = kind == Kind.NUMBER;
            // In the stored form of a number without a bound `max` is 0.
            Long bound = maximum != null ? maximum : number && max != null && max != 0 ? max : null;
            return new Question(
                    code,
                    kind,
                    label == null ? LocalizedText.EMPTY : label,
                    hint == null ? LocalizedText.EMPTY : hint,
                    Boolean.TRUE.equals(required),
                    maxWords == null ? 0 : maxWords,
                    choices == null ? List.of() : List.copyOf(choices),
                    vocabulary == null ? "" : vocabulary,
                    max == null || number ? 0 : Math.toIntExact(max),
                    min,
                    bound,
                    fields == null ? List.of() : List.copyOf(fields),
                    summarySection == null ? "" : summarySection);
        }

        @JsonIgnore
        public boolean isText() {
            return kind == Kind.LONG_TEXT || kind == Kind.SHORT_TEXT;
        }
    }

    public record Choice(String code, LocalizedText label) {}

    /// One text box in each row of a repeating group, such as the milestone, the challenge and the trend of an
    /// action line.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(String code, LocalizedText label, int maxWords) {
        @JsonCreator
        public Field(
                @JsonProperty("code") String code,
                @JsonProperty("label") @Nullable LocalizedText label,
                @JsonProperty("maxWords") @Nullable Integer maxWords) {
            this(code, label == null ? LocalizedText.EMPTY : label, maxWords == null ? 0 : maxWords);
        }
    }

    /// The kinds of question, by their names in the stored form.
    public enum Kind {
        LONG_TEXT("long-text"),
        SHORT_TEXT("short-text"),
        SINGLE_CHOICE("single-choice"),
        MULTIPLE_CHOICE("multiple-choice"),
        RANKING("ranking"),
        GROUP("group"),
        NUMBER("number"),
        FILE("file"),
        DECLARATION("declaration");

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
            throw new IllegalArgumentException("No kind of question is called " + stored);
        }
    }
}
