package org.throughline.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.PublishedProject;
import tools.jackson.databind.JsonNode;

/// A project as an edition has it: the state the public saw when the data were frozen. Its words are in it only
/// where its keeper allows quotation, and who runs it only where that may be said.
///
/// @param summary empty where it may not be quoted
/// @param receivedOn the day it came into the register, in UTC; `updatedOn` when this state became public
public record Entry(
        long number,
        int version,
        String title,
        String language,
        String activityType,
        String status,
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        boolean ongoing,
        List<String> actionLines,
        List<String> sdgs,
        List<String> countries,
        List<String> regions,
        String entityName,
        String entityType,
        String entityCountry,
        String website,
        int completeness,
        Light light,
        LocalDate receivedOn,
        LocalDate updatedOn,
        String summary,
        String results,
        List<Claim> claims) {

    private static final int LONGEST = 1_200;

    public record Claim(String unit, boolean evidenced) {}

    static Entry of(PublishedProject project, Instant now) {
        return new Entry(
                project.number(),
                project.version(),
                project.title(),
                project.language(),
                project.activityType(),
                project.status(),
                project.startsOn() == null ? null : project.startsOn().getYear(),
                project.endsOn() == null ? null : project.endsOn().getYear(),
                project.ongoing(),
                project.actionLines(),
                project.sdgs(),
                project.countries(),
                project.regions(),
                project.entityName(),
                project.entityType(),
                project.entityCountry(),
                project.website(),
                project.completeness(),
                project.light(now),
                LocalDate.ofInstant(project.receivedAt(), ZoneOffset.UTC),
                LocalDate.ofInstant(project.updatedAt(), ZoneOffset.UTC),
                project.quotable() ? shortened(project.summary()) : "",
                project.quotable() ? shortened(project.answers().path("results").asString("")) : "",
                claims(project.answers().path("claims")));
    }

    private static List<Claim> claims(JsonNode claims) {
        List<Claim> read = new ArrayList<>();
        for (JsonNode claim : claims) {
            boolean evidenced = !claim.path("document").asString("").isBlank()
                    && !(claim.path("page").asString("").isBlank()
                            && claim.path("date").asString("").isBlank());
            read.add(new Claim(claim.path("unit").asString("").strip(), evidenced));
        }
        return read;
    }

    // At the end of a word, and never through a letter.
    private static String shortened(String text) {
        String clean = text.strip();
        if (clean.length() <= LONGEST) return clean;
        int end = clean.lastIndexOf(' ', LONGEST);
        if (end < LONGEST - 100) end = clean.offsetByCodePoints(0, clean.codePointCount(0, LONGEST) - 1);
        return clean.substring(0, end).strip() + " …";
    }

    boolean isEvidencedAnywhere() {
        return claims.stream().anyMatch(Claim::evidenced);
    }

    /// Exactly what is kept and hashed: what is empty is left out.
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", number);
        data.put("version", version);
        data.put("title", title);
        data.put("language", language);
        put(data, "activityType", activityType);
        put(data, "status", status);
        if (startYear != null) data.put("startYear", startYear);
        if (endYear != null) data.put("endYear", endYear);
        if (ongoing) data.put("ongoing", true);
        put(data, "actionLines", actionLines);
        put(data, "sdgs", sdgs);
        put(data, "countries", countries);
        put(data, "regions", regions);
        put(data, "entityName", entityName);
        put(data, "entityType", entityType);
        put(data, "entityCountry", entityCountry);
        put(data, "website", website);
        data.put("completeness", completeness);
        data.put("light", light.word());
        data.put("receivedOn", receivedOn.toString());
        data.put("updatedOn", updatedOn.toString());
        put(data, "summary", summary);
        put(data, "results", results);
        put(
                data,
                "claims",
                claims.stream()
                        .map(claim -> Map.of("unit", claim.unit(), "evidenced", claim.evidenced()))
                        .toList());
        return data;
    }

    private static void put(Map<String, Object> data, String key, String value) {
        if (!value.isEmpty()) data.put(key, value);
    }

    private static void put(Map<String, Object> data, String key, List<?> values) {
        if (!values.isEmpty()) data.put(key, values);
    }

    static Hash hash(Map<String, Object> data) {
        return Hash.sha256(CanonicalJson.bytes(data));
    }

    static Entry read(String json) {
        JsonNode data = Json.tree(json);
        List<Claim> claims = new ArrayList<>();
        for (JsonNode claim : data.path("claims"))
            claims.add(new Claim(
                    claim.path("unit").asString(""), claim.path("evidenced").asBoolean(false)));
        return new Entry(
                data.path("number").asLong(),
                data.path("version").asInt(),
                text(data, "title"),
                text(data, "language"),
                text(data, "activityType"),
                text(data, "status"),
                data.has("startYear") ? data.path("startYear").asInt() : null,
                data.has("endYear") ? data.path("endYear").asInt() : null,
                data.path("ongoing").asBoolean(false),
                texts(data, "actionLines"),
                texts(data, "sdgs"),
                texts(data, "countries"),
                texts(data, "regions"),
                text(data, "entityName"),
                text(data, "entityType"),
                text(data, "entityCountry"),
                text(data, "website"),
                data.path("completeness").asInt(),
                Light.valueOf(data.path("light").asString("fresh").toUpperCase(java.util.Locale.ROOT)),
                LocalDate.parse(text(data, "receivedOn")),
                LocalDate.parse(text(data, "updatedOn")),
                text(data, "summary"),
                text(data, "results"),
                claims);
    }

    private static String text(JsonNode data, String key) {
        return data.path(key).asString("");
    }

    private static List<String> texts(JsonNode data, String key) {
        List<String> texts = new ArrayList<>();
        data.path(key).forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
