package org.throughline.opendata;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Published;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedProjects.Translation;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Reads a dump's lines: which entries in which version is the dump's own, the words come from what everybody may see
/// at this moment. So a dump of last week says what the register said last week, and nothing that was withdrawn since.
@Component
class DumpReader {

    private final Published published;
    private final PublishedProjects projects;
    private final Vocabulary vocabulary;

    DumpReader(Published published, PublishedProjects projects, Vocabulary vocabulary) {
        this.published = published;
        this.projects = projects;
        this.vocabulary = vocabulary;
    }

    /// Takes a line.
    @FunctionalInterface
    interface Taker {
        void take(DumpLine line) throws IOException;
    }

    private record Part(
            List<Long> numbers,
            Integer[] versions,
            Timestamp[] confirmed,
            @Nullable Timestamp[] closed,
            Integer[] completeness) {}

    /// Every line of a dump in the order of the numbers, a few hundred in memory at a time.
    void read(UUID edition, Taker taker) throws IOException {
        for (int number = 0; ; number++) {
            Part part = part(edition, number);
            if (part == null) return;
            Map<Long, PublishedProject> shown = shown(part);
            Map<Long, List<Translation>> translated = projects.translations(part.numbers(), List.of(part.versions()));
            Map<Long, ProjectTombstone> gone = gone(part);
            for (Long one : part.numbers()) {
                PublishedProject project = shown.get(one);
                ProjectTombstone tombstone = gone.get(one);
                if (project != null) taker.take(new DumpLine.Shown(project, translated.getOrDefault(one, List.of())));
                else if (tombstone != null) taker.take(new DumpLine.Gone(tombstone));
            }
        }
    }

    private @Nullable Part part(UUID edition, int number) {
        return published
                .sql("""
                SELECT numbers, versions, confirmed, closed, completeness FROM opendata.published_edition_part
                WHERE edition_id = ? AND part = ?""")
                .params(edition, number)
                .query((row, n) -> new Part(
                        List.of((Long[]) row.getArray("numbers").getArray()),
                        (Integer[]) row.getArray("versions").getArray(),
                        (Timestamp[]) row.getArray("confirmed").getArray(),
                        (Timestamp[]) row.getArray("closed").getArray(),
                        (Integer[]) row.getArray("completeness").getArray()))
                .optional()
                .orElse(null);
    }

    private Map<Long, PublishedProject> shown(Part part) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < part.numbers().size(); i++)
            places.put(part.numbers().get(i), i);
        Map<Long, PublishedProject> shown = new HashMap<>();
        published
                .sql("""
                SELECT v.number, v.version, v.title, v.language, v.answers, v.form_version, v.published_at AS updated_at,
                       p.collection, p.received_at, p.published_at, p.quotable, p.translatable
                FROM unnest(?::bigint[], ?::int[]) AS wanted (number, version)
                JOIN stocktaking.published_version v ON v.number = wanted.number AND v.version = wanted.version
                JOIN stocktaking.published_project p ON p.number = v.number""")
                .params(part.numbers().toArray(Long[]::new), part.versions())
                .query((ResultSet row) -> {
                    int place = places.get(row.getLong("number"));
                    Timestamp closed = part.closed()[place];
                    shown.put(
                            row.getLong("number"),
                            project(
                                    row,
                                    part.confirmed()[place].toInstant(),
                                    closed == null ? null : closed.toInstant(),
                                    part.completeness()[place]));
                });
        return shown;
    }

    private PublishedProject project(ResultSet row, Instant confirmed, @Nullable Instant closed, int completeness)
            throws SQLException {
        JsonNode answers = Json.tree(row.getString("answers"));
        String starts = Answers.text(answers.get("startsOn"));
        String ends = Answers.text(answers.get("endsOn"));
        List<String> countries = Answers.codes(answers.get("countries"));
        return new PublishedProject(
                row.getLong("number"),
                row.getString("collection"),
                row.getString("title"),
                Answers.text(answers.get("summary")),
                row.getString("language"),
                Answers.text(answers.get("activityType")),
                Answers.text(answers.get("status")),
                Answers.text(answers.get("coverage")),
                PartialDate.first(starts).orElse(null),
                PartialDate.last(ends).orElse(null),
                answers.path("ongoing").asBoolean(false),
                Answers.codes(answers.get("actionLines")),
                Answers.codes(answers.get("sdgs")),
                Answers.codes(answers.get("gdc")),
                countries,
                regions(Answers.codes(answers.get("regions")), countries),
                Answers.codes(answers.get("beneficiaries")),
                Answers.text(answers.get("entityName")),
                Answers.text(answers.get("entityType")),
                Answers.text(answers.get("entityCountry")),
                Answers.text(answers.get("website")),
                answers,
                row.getInt("form_version"),
                row.getInt("version"),
                completeness,
                row.getBoolean("quotable"),
                row.getBoolean("translatable"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                confirmed,
                closed);
    }

    private List<String> regions(List<String> stated, List<String> countries) {
        if (!stated.isEmpty()) return stated;
        Set<String> regions = new LinkedHashSet<>();
        countries.forEach(country -> vocabulary.regionOf(country).ifPresent(regions::add));
        return new ArrayList<>(regions);
    }

    // Gone is also a version whose publication was undone, though its entry is public in another one.
    private Map<Long, ProjectTombstone> gone(Part part) {
        Map<Long, ProjectTombstone> gone = new HashMap<>();
        Long[] numbers = part.numbers().toArray(Long[]::new);
        published.sql("""
                SELECT number, collection, kind, at, merged_into FROM stocktaking.published_tombstone
                WHERE number = ANY (?)
                UNION ALL
                SELECT p.number, p.collection, 'unpublished', coalesce(t.at, p.published_at), NULL
                FROM unnest(?::bigint[], ?::int[]) AS wanted (number, version)
                JOIN stocktaking.published_project p ON p.number = wanted.number
                LEFT JOIN stocktaking.published_version v ON v.number = wanted.number AND v.version = wanted.version
                LEFT JOIN stocktaking.published_taken_back t ON t.number = wanted.number AND t.version = wanted.version
                WHERE v.number IS NULL AND wanted.version > 0""").params(numbers, numbers, part.versions()).query((ResultSet row) -> {
            gone.put(
                    row.getLong("number"),
                    new ProjectTombstone(
                            row.getLong("number"),
                            row.getString("collection"),
                            row.getString("kind"),
                            row.getTimestamp("at").toInstant(),
                            row.getObject("merged_into", Long.class)));
        });
        return gone;
    }
}
