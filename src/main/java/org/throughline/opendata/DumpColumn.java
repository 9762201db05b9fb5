package org.throughline.opendata;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each line of a dump may say, by names that are the same in every format: the fields of the standard form by
/// their codes, and beside them what the register knows itself. Fields that only another register's form has stand
/// together in the last column of the answers.
///
/// @param kind the shape of the value
/// @param vocabulary where codes come from, or empty
/// @param meaning what it is, in English, the language of the files' own descriptions
record DumpColumn(String name, Kind kind, String vocabulary, String meaning) {

    enum Kind {
        TEXT,
        CODE,
        /// A list of codes, apart by `;` in CSV.
        CODES,
        /// A list of lines of text, one below the other in CSV.
        LINES,
        /// A year, a month or a day, as exactly as it is known.
        DATE,
        MOMENT,
        NUMBER,
        YES_NO,
        ADDRESS,
        /// A list of objects, as JSON in CSV.
        OBJECTS
    }

    /// Where answers stand that the standard form does not ask for.
    static final String OTHER = "otherAnswers";

    private static final String TRANSLATIONS = "translations";

    static final List<DumpColumn> ALL = List.of(
            of("number", Kind.NUMBER, "Permanent number of the entry, over all registers"),
            of("url", Kind.ADDRESS, "Permanent address of the entry"),
            of("state", Kind.CODE, "public; or, for an entry that is gone, withdrawn, merged or unpublished"),
            of("goneAt", Kind.MOMENT, "Since when the entry is gone"),
            of("mergedInto", Kind.NUMBER, "Number of the entry it is part of now"),
            of("collection", Kind.CODE, "Register that the entry belongs to"),
            of("version", Kind.NUMBER, "Version of the entry, counted from 1"),
            of("language", Kind.CODE, "Language that the texts are written in (BCP 47)"),
            of("title", Kind.TEXT, "Title, in the language of the entry, as are all texts"),
            of("activityType", Kind.CODE, "Kind of activity"),
            of("summary", Kind.TEXT, "Short description"),
            of("description", Kind.TEXT, "Full description"),
            of("website", Kind.ADDRESS, "Website of the project"),
            of("videoLinks", Kind.LINES, "Addresses of videos"),
            of("goals", Kind.TEXT, "Goals and time frame"),
            of("startsOn", Kind.DATE, "Start, as exactly as it is known"),
            of("endsOn", Kind.DATE, "End, as exactly as it is known"),
            of("ongoing", Kind.YES_NO, "Whether it has no planned end"),
            of("status", Kind.CODE, "planned, ongoing, completed, suspended or cancelled"),
            of("coverage", Kind.CODE, "local, national, regional or international"),
            coded("countries", Kind.CODES, "countries", "Countries where it works (ISO 3166-1 alpha-2)"),
            coded("regions", Kind.CODES, "regions", "ITU regions where it works"),
            coded("actionLines", Kind.CODES, "action-lines", "WSIS action lines"),
            coded("sdgs", Kind.CODES, "sdgs", "Sustainable Development Goals"),
            of("sdgLinkages", Kind.OBJECTS, "Per goal: target, and an example of the linkage"),
            coded("gdc", Kind.CODES, "gdc", "Objectives of the Global Digital Compact"),
            of("beneficiaries", Kind.CODES, "Who is meant to benefit"),
            of("impact", Kind.OBJECTS, "Impact by kind, in words and in figures"),
            of("addedValue", Kind.TEXT, "Added value"),
            of("results", Kind.TEXT, "Results achieved"),
            of("partnerships", Kind.TEXT, "Partnerships"),
            of("partners", Kind.LINES, "Partner organizations"),
            of("challenges", Kind.TEXT, "Challenges and future perspectives"),
            of("empowerment", Kind.TEXT, "Community empowerment"),
            of("replicability", Kind.TEXT, "Replicability"),
            of("sustainability", Kind.TEXT, "Sustainability"),
            of("values", Kind.TEXT, "Promotion of the WSIS values"),
            of("entityName", Kind.TEXT, "Organization; empty where it did not allow to be named"),
            coded("entityType", Kind.CODE, "stakeholder-types", "Type of the organization"),
            coded("entityCountry", Kind.CODE, "countries", "Country of the organization"),
            of("entityWebsite", Kind.ADDRESS, "Website of the organization"),
            of("relation", Kind.CODE, "owner or nominator: who sent the entry"),
            of("claims", Kind.OBJECTS, "What is claimed in figures, with the evidence given"),
            of(OTHER, Kind.OBJECTS, "Answers to questions of another form, by the form's codes"),
            of(
                    TRANSLATIONS,
                    Kind.OBJECTS,
                    "Title, description and goals in other languages, where the source of the entry has them"),
            of("completeness", Kind.NUMBER, "How many of the fields for everybody are answered, in per cent"),
            of("freshness", Kind.CODE, "fresh, due, stale or closed on the day of the dump"),
            of("quotable", Kind.YES_NO, "Whether the keeper allows that the texts are quoted"),
            of("translatable", Kind.YES_NO, "Whether the keeper allows that the texts are translated"),
            of("receivedAt", Kind.MOMENT, "When the entry was received"),
            of("publishedAt", Kind.MOMENT, "Since when it is public"),
            of("updatedAt", Kind.MOMENT, "Since when this version is public"),
            of("confirmedAt", Kind.MOMENT, "When its keeper last said that it is true"),
            of("closedAt", Kind.MOMENT, "When its keeper said that the project is over"));

    /// What the register knows itself, whatever was answered.
    private static final Set<String> OWN = Set.of(
            "number",
            "url",
            "state",
            "goneAt",
            "mergedInto",
            "collection",
            "version",
            "language",
            "sdgLinkages",
            OTHER,
            TRANSLATIONS,
            "completeness",
            "freshness",
            "quotable",
            "translatable",
            "receivedAt",
            "publishedAt",
            "updatedAt",
            "confirmedAt",
            "closedAt");

    static final Set<String> ANSWERS = ALL.stream()
            .map(DumpColumn::name)
            .filter(name -> !OWN.contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static DumpColumn of(String name, Kind kind, String meaning) {
        return new DumpColumn(name, kind, "", meaning);
    }

    private static DumpColumn coded(String name, Kind kind, String vocabulary, String meaning) {
        return new DumpColumn(name, kind, vocabulary, meaning);
    }

    static Stream<DumpColumn> answers() {
        return ALL.stream().filter(column -> ANSWERS.contains(column.name()));
    }
}
