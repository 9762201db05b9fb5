package org.throughline.inputs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.inputs.NewInput.Attached;
import org.throughline.inputs.OwnInput.ConsentChange;
import org.throughline.inputs.OwnInput.OwnAnswer;
import org.throughline.inputs.OwnInput.OwnEndorser;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what its owner sees of an input.
@Component
class OwnInputRows {

    private final JdbcClient jdbc;

    OwnInputRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int questionnaireVersion(InputId id, int revision) {
        return jdbc.sql("SELECT questionnaire_version FROM inputs.revision WHERE input_id = ? AND number = ?")
                .params(id.value(), revision)
                .query(Integer.class)
                .single();
    }

    /// What was sent, as if it had just been typed; consent as it is now.
    DraftContent asDraft(InputRecord input) {
        JsonNode content =
                Json.tree(jdbc.sql("SELECT content::text FROM inputs.revision WHERE input_id = ? AND number = ?")
                        .params(input.id().value(), input.revision())
                        .query(String.class)
                        .single());
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        content.path("answers")
                .properties()
                .forEach(answer -> answers.put(answer.getKey(), asTyped(answer.getValue())));
        List<Map<String, String>> endorsers = new ArrayList<>();
        content.path("endorsers").forEach(row -> {
            Map<String, String> fields = new LinkedHashMap<>();
            row.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
            endorsers.add(fields);
        });
        Map<String, Boolean> consent = new LinkedHashMap<>();
        for (Use use : Use.values()) consent.put(use.word(), input.consent().allows(use));
        return new DraftContent(whoOf(input), answers, consent, endorsers, null);
    }

    private static JsonNode asTyped(JsonNode value) {
        return value.isNumber() ? JsonNodeFactory.instance.stringNode(value.asString()) : value;
    }

    private static Map<String, String> whoOf(InputRecord input) {
        Respondent respondent = input.respondent();
        Map<String, String> who = new LinkedHashMap<>();
        who.put("language", input.language());
        who.put("behalf", respondent.behalf().word());
        who.put("organisation", respondent.organisation());
        who.put("name", respondent.name());
        who.put("email", respondent.email());
        who.put("stakeholderType", respondent.stakeholderType());
        who.put("country", respondent.country() == null ? "" : respondent.country());
        who.put("region", respondent.region());
        who.put("scope", respondent.scope().word());
        return who;
    }

    List<Attached> attachments(InputId id, int revision) {
        return jdbc.sql(
                        "SELECT question, file_id, title FROM inputs.attachment WHERE input_id = ? AND revision = ? ORDER BY position")
                .params(id.value(), revision)
                .query((row, n) -> new Attached(
                        row.getString("question"), row.getObject("file_id", UUID.class), row.getString("title")))
                .list();
    }

    List<OwnAnswer> answers(InputId id, int revision) {
        return jdbc.sql(
                        "SELECT question, kind, value, text FROM inputs.answer WHERE input_id = ? AND revision = ? ORDER BY position")
                .params(id.value(), revision)
                .query((row, n) -> new OwnAnswer(
                        row.getString("question"),
                        row.getString("kind"),
                        Json.tree(row.getString("value")),
                        row.getString("text")))
                .list();
    }

    List<OwnEndorser> endorsers(InputId id) {
        return jdbc.sql(
                        "SELECT organisation, name, email, asked_at, confirmed_at, declined_at FROM inputs.endorser WHERE input_id = ? ORDER BY position")
                .param(id.value())
                .query((row, n) -> new OwnEndorser(
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getTimestamp("confirmed_at") != null
                                ? OwnEndorser.Standing.CONFIRMED
                                : row.getTimestamp("declined_at") != null
                                        ? OwnEndorser.Standing.DECLINED
                                        : row.getTimestamp("asked_at") != null
                                                ? OwnEndorser.Standing.ASKED
                                                : OwnEndorser.Standing.NOT_ASKED))
                .list();
    }

    List<ConsentChange> consentHistory(InputId id) {
        return jdbc.sql("SELECT usage, allowed, at FROM inputs.consent_event WHERE input_id = ? ORDER BY at, id")
                .param(id.value())
                .query((row, n) -> new ConsentChange(
                        Use.of(row.getString("usage")),
                        row.getBoolean("allowed"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
