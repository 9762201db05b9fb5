package org.throughline.synthesis.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.throughline.inputs.PublishedInput.PublishedAnswer;
import org.throughline.synthesis.ReadingList.Stage;
import org.throughline.synthesis.ReadingList.Wanted;

/// The part of an address that says which inputs an analyst goes through; carried along from page to page.
///
/// @param after the number of the input after which the list begins
record ReadingQuery(Wanted wanted, int after) {

    private static final int LONGEST_TEXT = 300;

    /// @param otherwise the stage when the address names none
    static ReadingQuery of(MultiValueMap<String, String> parameters, Stage otherwise) {
        String stage = first(parameters, "stage");
        String words = first(parameters, "q").strip();
        String after = first(parameters, "after");
        return new ReadingQuery(
                new Wanted(
                        stage.isEmpty() ? otherwise : Stage.of(stage),
                        words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words,
                        code(parameters, "type"),
                        code(parameters, "region"),
                        code(parameters, "question")),
                after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        @Nullable String value = parameters.getFirst(name);
        return value == null ? "" : value.replace("\0", "");
    }

    private static String code(MultiValueMap<String, String> parameters, String name) {
        String value = first(parameters, name);
        return value.matches("[\\p{L}\\p{N}._-]{1,64}") ? value : "";
    }

    /// Whether an answer is shown: every one, or only that to the chosen question.
    boolean shows(PublishedAnswer answer) {
        return wanted.question().isEmpty() || wanted.question().equals(answer.question());
    }

    /// The query string, without the question mark.
    String text() {
        return text(wanted);
    }

    String at(Stage stage) {
        return text(wanted.at(stage));
    }

    String from(int number) {
        return text() + "&after=" + number;
    }

    String withQuestion(String question) {
        return text(new Wanted(wanted.stage(), wanted.words(), wanted.type(), wanted.region(), question));
    }

    private static String text(Wanted wanted) {
        List<String> query = new ArrayList<>(List.of("stage=" + wanted.stage().word()));
        add(query, "q", wanted.words());
        add(query, "type", wanted.type());
        add(query, "region", wanted.region());
        add(query, "question", wanted.question());
        return String.join("&", query);
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isEmpty()) query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
