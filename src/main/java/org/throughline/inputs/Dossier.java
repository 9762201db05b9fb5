package org.throughline.inputs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import tools.jackson.databind.JsonNode;

/// Everything there is about an input in its current revision, private fields included. For the secretariat only.
///
/// @param questionnaire the version that the input answers
public record Dossier(
        InputRecord input,
        Questionnaire questionnaire,
        List<Given> answers,
        List<Attachment> files,
        List<Endorser> endorsers) {

    /// The question under which the original of an input from paper is kept; no questionnaire can have it.
    public static final String ORIGINAL = ":original";

    /// One answer.
    public record Given(String question, Kind kind, JsonNode value, String text) {

        /// What its author wrote in words of their own.
        String ownWords() {
            return switch (kind) {
                case LONG_TEXT, SHORT_TEXT -> text;
                case GROUP -> {
                    var words = new StringBuilder();
                    for (JsonNode row : value)
                        row.properties().forEach(part -> {
                            if (!part.getKey().equals("key"))
                                words.append(part.getValue().asString("")).append('\n');
                        });
                    yield words.toString();
                }
                case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING, NUMBER, FILE, DECLARATION -> "";
            };
        }

        boolean isWritten() {
            return kind == Kind.LONG_TEXT || kind == Kind.SHORT_TEXT || kind == Kind.GROUP;
        }
    }

    public record Attachment(UUID file, String question, String title) {

        public boolean isOriginal() {
            return question.equals(ORIGINAL);
        }
    }

    /// Somebody named as a joint endorser.
    public record Endorser(
            String organisation,
            String name,
            String email,
            @Nullable Instant confirmedAt,
            @Nullable Instant declinedAt) {}

    public Optional<Given> answer(String question) {
        return answers.stream()
                .filter(given -> given.question().equals(question))
                .findFirst();
    }

    static String ownWords(List<Given> answers) {
        var words = new StringBuilder();
        answers.forEach(given -> words.append(given.ownWords()).append('\n'));
        return words.toString();
    }

    static List<String> missing(Questionnaire questionnaire, List<Given> answers, List<Attachment> files) {
        return questionnaire
                .questions()
                .filter(Questionnaire.Question::required)
                .map(Questionnaire.Question::code)
                .filter(code -> answers.stream()
                                .noneMatch(given -> given.question().equals(code))
                        && files.stream().noneMatch(file -> file.question().equals(code)))
                .toList();
    }
}
