package org.throughline.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.throughline.audit.Actor;
import org.throughline.calls.Call.Mandate;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Consent;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Respondent;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A small call with one question of each kind that tests need, and inputs that answer it.
public final class SmallCall {

    public static final String QUESTIONNAIRE = """
            {"sections": [
              {"code": "I", "title": {"en": "Achievements", "ar": "الإنجازات"}, "questions": [
                {"code": "q1", "kind": "long-text", "label": {"en": "What was achieved?", "ar": "ما الذي تحقق؟"}, "maxWords": 50, "summarySection": "I"},
                {"code": "q2", "kind": "ranking", "label": {"en": "Which lines mattered most?"}, "vocabulary": "action-lines", "max": 3, "summarySection": "I"}]},
              {"code": "II", "title": {"en": "Ahead"}, "questions": [
                {"code": "q3", "kind": "multiple-choice", "label": {"en": "Which technologies?"}, "summarySection": "II",
                 "choices": [{"code": "ai", "label": {"en": "Artificial intelligence"}}, {"code": "iot", "label": {"en": "Internet of Things"}}]},
                {"code": "q4", "kind": "group", "label": {"en": "By action line"}, "vocabulary": "action-lines", "max": 3, "summarySection": "II",
                 "fields": [{"code": "milestone", "label": {"en": "Milestone"}, "maxWords": 40}, {"code": "challenge", "label": {"en": "Challenge"}}]},
                {"code": "q5", "kind": "number", "label": {"en": "Years"}, "min": 0, "max": 25},
                {"code": "q6", "kind": "file", "label": {"en": "Documents"}, "max": 2}]}]}""";

    private static final Actor SECRETARIAT = Actor.system("test");

    private SmallCall() {}

    public static String freshSlug() {
        return "t-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static CallId open(Calls calls, String slug) {
        return open(calls, slug, QUESTIONNAIRE);
    }

    public static CallId open(Calls calls, String slug, String questionnaire) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        CallId call = calls.create(
                new NewCall(
                        slug,
                        null,
                        LocalizedText.of("en", "A call for tests " + slug),
                        LocalizedText.of("en", "To test"),
                        LocalizedText.EMPTY,
                        Mandate.NONE,
                        now.minus(10, ChronoUnit.DAYS),
                        now.plus(100, ChronoUnit.DAYS)),
                SECRETARIAT);
        calls.saveQuestionnaire(call, Json.read(questionnaire, Questionnaire.class), SECRETARIAT);
        calls.publish(call, SECRETARIAT);
        return call;
    }

    public static NewInput input(String text) {
        return input(text, Consent.ALL);
    }

    public static NewInput input(String text, Consent consent) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        answers.put("q1", JsonNodeFactory.instance.stringNode(text));
        answers.put("q2", Json.tree("[\"C2\", \"C4\"]"));
        return NewInput.of(
                "en",
                Respondent.of(
                        Respondent.Behalf.ORGANISATION,
                        "Example Society",
                        "Amina Example",
                        "amina@example.org",
                        "CSO",
                        "KE",
                        null,
                        null),
                answers,
                consent,
                null,
                null);
    }
}
