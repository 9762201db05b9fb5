package org.throughline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

class QuestionnaireCheckTests {

    private static Questionnaire of(int questions) {
        return Json.read(
                IntStream.range(0, questions)
                        .mapToObj("{\"code\": \"q%d\", \"kind\": \"long-text\", \"label\": {\"en\": \"?\"}}"::formatted)
                        .collect(Collectors.joining(
                                ",",
                                "{\"sections\": [{\"code\": \"I\", \"title\": {\"en\": \"One\"}, \"questions\": [",
                                "]}]}")),
                Questionnaire.class);
    }

    @Test
    void asManyQuestionsAsThereMayBeAreTaken() {
        assertThatCode(() -> QuestionnaireCheck.hold(of(200))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void tooManyQuestionsAreToldTheLimit(String language) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> QuestionnaireCheck.hold(of(480)));
        assertThat(refusal.slug()).isEqualTo("questionnaire-too-long");
        assertThat(new Messages()
                        .in(language)
                        .of(refusal.messageKey(), refusal.arguments().toArray()))
                .contains("480", "200")
                .doesNotContain(">");
    }
}
