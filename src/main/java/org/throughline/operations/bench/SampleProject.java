package org.throughline.operations.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import tools.jackson.databind.JsonNode;

/// Made-up projects for measurements; the same number gives the same project. How often each value occurs follows
/// what reports on the register have published, where they say so (governments 54 per cent, national coverage 44 per
/// cent, 18 action lines of which infrastructure, capacity building and e-government lead), and falls off like 1/rank
/// where they do not.
final class SampleProject {

    /// The register as it stands today.
    static final int TODAY = 13_240;

    private static final List<String> LINES = List.of(
            "C4", "C7-EGOV", "C7-ELEA", "C2", "C3", "C1", "C5", "C7-EHEA", "C8", "C6", "C7-EAGR", "C11", "C7-EBUS",
            "C7-EENV", "C9", "C7-ESCI", "C7-EEMP", "C10");
    private static final List<String> GOALS =
            List.of("9", "4", "8", "17", "16", "11", "3", "10", "5", "1", "13", "2", "12", "7", "15", "6", "14");
    private static final List<String> TYPES =
            List.of("GOV", "GOV", "GOV", "GOV", "GOV", "CSO", "PRIV", "IO", "ACAD", "TECH", "PRIV", "CSO");
    private static final List<String> ACTIVITIES = List.of(
            "project",
            "project",
            "project",
            "programme",
            "training",
            "website",
            "conference",
            "publication",
            "database",
            "toolkit",
            "guidelines",
            "other");
    private static final List<String> COVERAGES = List.of(
            "national",
            "national",
            "national",
            "national",
            "international",
            "international",
            "international",
            "regional",
            "local");
    private static final List<String> GROUPS = List.of(
            "general",
            "youth",
            "women",
            "rural-communities",
            "persons-with-disabilities",
            "the-poor",
            "the-unemployed",
            "older-persons",
            "indigenous-peoples",
            "migrants-refugees");
    private static final List<String> LANGUAGES = List.of(
            "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "fr", "fr", "es", "es", "ar", "ru",
            "zh");
    private static final List<String> COUNTRIES = List.of(
            "IN", "SA", "CN", "BD", "AE", "MY", "KE", "NG", "TR", "ID", "RU", "MX", "EG", "PK", "TH", "BR", "CH", "OM",
            "RW", "UG", "IR", "LK", "GH", "PL", "ES", "US", "IT", "JO", "KZ", "TN", "ZA", "MA", "FR", "DE", "JP", "KR",
            "VN", "PH", "NP", "CO", "AR", "PE", "CL", "UY", "CU", "CR", "SN", "CI", "CM", "BF", "ML", "NE", "TZ", "ZM",
            "ZW", "MW", "MZ", "AO", "ET", "SD", "IQ", "LB", "KW", "QA", "BH", "YE", "DZ", "LY", "UZ", "KG", "TJ", "AM",
            "AZ", "GE", "MD", "UA", "BY", "RO", "BG", "HU", "CZ", "SK", "SI", "HR", "RS", "BA", "ME", "MK", "AL", "GR",
            "CY", "MT", "PT", "IE", "GB", "NL", "BE", "LU", "AT", "DK", "SE", "NO", "FI", "IS", "EE", "LV", "LT", "CA",
            "JM", "TT", "BB", "BS", "HT", "DO", "GT", "SV", "HN", "NI", "PA", "EC", "BO", "PY", "VE", "GY", "SR", "BZ",
            "AU", "NZ", "FJ", "PG", "WS", "TO", "VU", "SB", "MN", "KH", "LA", "MM", "BT", "MV", "AF", "SG", "BN", "TL",
            "MU", "SC", "MG", "BW", "NA", "SZ", "LS", "GM", "GN", "SL", "LR", "TG", "BJ", "TD", "CF", "GA");
    private static final LocalDate BEGINNING = LocalDate.of(2004, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 10, 1);

    private final ManyWords words;

    SampleProject(ManyWords words) {
        this.words = words;
    }

    NewProject project(int number) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        put(answers, "title", words.title(language, 3 + random.nextInt(7), random));
        put(answers, "activityType", one(ACTIVITIES, random));
        // A Chinese word is two characters or three, and each counts as a word where words are limited.
        int length = 110 + random.nextInt(90);
        put(answers, "summary", words.text(language, language.equals("zh") ? length / 3 : length, random));
        put(answers, "goals", words.text(language, 30 + random.nextInt(60), random));
        put(answers, "status", random.nextInt(3) > 0 ? "ongoing" : random.nextInt(3) > 0 ? "completed" : "planned");
        put(answers, "coverage", one(COVERAGES, random));
        put(answers, "countries", some(COUNTRIES, random.nextInt(7) > 0 ? 1 : 2 + random.nextInt(4), random));
        put(answers, "actionLines", some(LINES, 1 + random.nextInt(3), random));
        put(answers, "sdgs", goals(language, random));
        put(answers, "entityName", words.title(language, 2 + random.nextInt(3), random));
        put(answers, "entityType", one(TYPES, random));
        put(answers, "entityCountry", answers.get("countries").get(0).stringValue());
        put(answers, "relation", "owner");
        put(answers, "contactName", "Person " + number);
        put(answers, "contactEmail", "person" + number + "@example.org");
        LocalDate start = between(random);
        if (random.nextInt(10) > 0) put(answers, "startsOn", start.toString());
        if (random.nextInt(3) == 0)
            put(answers, "endsOn", start.plusMonths(6 + random.nextInt(48)).toString());
        if (random.nextInt(2) == 0) put(answers, "beneficiaries", some(GROUPS, 1 + random.nextInt(3), random));
        if (random.nextInt(2) == 0) put(answers, "website", "https://project" + number + ".example.org/");
        for (String text : List.of("results", "challenges", "sustainability", "replicability", "addedValue"))
            if (random.nextInt(3) == 0) put(answers, text, words.text(language, 20 + random.nextInt(80), random));
        if (random.nextInt(4) == 0) put(answers, "gdc", List.of(String.valueOf(1 + random.nextInt(5))));
        return NewProject.of(language, answers, Consent.ALL);
    }

    /// When it was received: most of them in the later years, as the register has grown.
    Instant receivedAt(int number, int of) {
        long days = END.toEpochDay() - BEGINNING.toEpochDay();
        long day = BEGINNING.toEpochDay() + (long) (days * Math.sqrt((double) number / Math.max(1, of)));
        return LocalDate.ofEpochDay(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    /// When its owner last confirmed it: somewhere between then and now.
    Instant confirmedAt(int number, int of) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(-number);
        long from = receivedAt(number, of).getEpochSecond();
        long until = END.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        return Instant.ofEpochSecond(from + (long) (random.nextDouble() * Math.max(1, until - from)));
    }

    private static LocalDate between(RandomGenerator random) {
        return LocalDate.ofEpochDay(random.nextLong(BEGINNING.toEpochDay(), END.toEpochDay()));
    }

    private List<Map<String, String>> goals(String language, RandomGenerator random) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String goal : some(GOALS, 1 + random.nextInt(4), random))
            rows.add(Map.of("key", goal, "linkage", words.text(language, 12 + random.nextInt(20), random)));
        return rows;
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    // Falls off like 1/rank: the logarithm of the rank is evenly spread.
    private static List<String> some(List<String> of, int count, RandomGenerator random) {
        Set<String> some = new LinkedHashSet<>();
        while (some.size() < Math.min(count, of.size()))
            some.add(of.get((int) (Math.pow(of.size() + 1, random.nextDouble()) - 1)));
        return List.copyOf(some);
    }

    private static void put(Map<String, JsonNode> answers, String code, Object value) {
        answers.put(code, Json.mapper().valueToTree(value));
    }
}
