package org.throughline.reports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;

/// What an edition is bound to in the log: its recipe, its figures and, by a hash, its entries.
///
/// @param entries the [EntriesHash] in hexadecimal
public record EditionContent(
        String report,
        int edition,
        Stage stage,
        int recipeVersion,
        Recipe recipe,
        Instant frozenAt,
        long projects,
        long register,
        String entries,
        List<FigureData> figures,
        ClaimTotals claims,
        Map<String, List<Long>> digests) {

    public static final String TYPE = "throughline-report/1";

    /// Whose canonical JSON is hashed.
    public Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", TYPE);
        content.put("report", report);
        content.put("edition", edition);
        content.put("stage", stage.word());
        content.put("recipeVersion", recipeVersion);
        content.put("recipe", Json.mapper().valueToTree(recipe));
        content.put("frozenAt", frozenAt.toString());
        content.put("projects", projects);
        content.put("register", register);
        content.put("entriesHash", entries);
        content.put("figures", Json.mapper().valueToTree(figures));
        content.put("claims", Json.mapper().valueToTree(claims));
        content.put("digests", digests);
        return content;
    }

    Hash hash() {
        return Hash.sha256(CanonicalJson.bytes(content()));
    }
}
