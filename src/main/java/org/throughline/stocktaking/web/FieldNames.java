package org.throughline.stocktaking.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.StandardForm;
import tools.jackson.databind.JsonNode;

/// What a field is called to those who read an entry. Some of the standard form are questions to whoever fills it in;
/// a register whose form asks otherwise keeps its own words.
final class FieldNames {

    private static final Map<String, LocalizedText> ASKED =
            StandardForm.read().fields().collect(Collectors.toMap(Field::code, Field::label));

    private static final Set<String> RELATIONS = Set.of("owner", "nominator");

    private FieldNames() {}

    static LocalizedText of(Frame frame, Field field) {
        LocalizedText asked = ASKED.getOrDefault(field.code(), LocalizedText.EMPTY);
        if (!asked.equals(field.label())) return field.label();
        String key = key(field.code());
        return key.isEmpty() ? field.label() : LocalizedText.of(frame.language(), frame.t(key));
    }

    /// An answer of the standard form that its author gives as "I", as a reader says it.
    static Optional<String> told(Frame frame, Field field, JsonNode answer) {
        String code = Answers.text(answer);
        return field.code().equals("relation") && RELATIONS.contains(code)
                ? Optional.of(frame.t("stocktaking.show.relation.by", code))
                : Optional.empty();
    }

    private static String key(String code) {
        return switch (code) {
            case "activityType" -> "stocktaking.facet.activity";
            case "beneficiaries" -> "stocktaking.facet.beneficiary";
            case "claims" -> "stocktaking.show.claims";
            case "ongoing" -> "stocktaking.show.ongoing";
            case "ownerEmail" -> "stocktaking.desk.owner-email";
            case "relation" -> "stocktaking.show.relation";
            default -> "";
        };
    }
}
