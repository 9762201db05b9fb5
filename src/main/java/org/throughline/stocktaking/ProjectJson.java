package org.throughline.stocktaking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;
import tools.jackson.databind.JsonNode;

/// The JSON forms of a public project, the same in the API, in files and in dumps.
public final class ProjectJson {

    private ProjectJson() {}

    /// @param startsOn as exactly as it was given: a year, a month or a day
    /// @param light how far it can still be taken for true: `fresh`, `due`, `stale` or `closed`
    public record Line(
            long number,
            String collection,
            String title,
            String summary,
            String language,
            String activityType,
            String status,
            @Nullable String startsOn,
            @Nullable String endsOn,
            boolean ongoing,
            List<String> actionLines,
            List<String> sdgs,
            List<String> countries,
            String entityName,
            String entityType,
            int completeness,
            String light,
            String publishedAt,
            String updatedAt,
            String confirmedAt,
            @Nullable String closedAt,
            String url) {}

    public record Whole(
            long number,
            String collection,
            String title,
            String summary,
            String language,
            String activityType,
            String status,
            String coverage,
            @Nullable String startsOn,
            @Nullable String endsOn,
            boolean ongoing,
            List<String> actionLines,
            List<String> sdgs,
            List<String> gdc,
            List<String> countries,
            List<String> regions,
            List<String> beneficiaries,
            String entityName,
            String entityType,
            String entityCountry,
            String website,
            JsonNode answers,
            List<Attachment> attachments,
            int version,
            int formVersion,
            int completeness,
            boolean quotable,
            boolean translatable,
            String light,
            String receivedAt,
            String publishedAt,
            String updatedAt,
            String confirmedAt,
            @Nullable String closedAt,
            String url) {}

    public record Attachment(String kind, String title, String alternative, String url) {}

    /// @param site the address of the site, without a slash at its end
    public static Line line(String site, ProjectLine line, Instant now) {
        return new Line(
                line.number(),
                line.collection(),
                line.title(),
                line.summary(),
                line.language(),
                line.activityType(),
                line.status(),
                line.startsOn() == null ? null : line.startsOn().toString(),
                line.endsOn() == null ? null : line.endsOn().toString(),
                line.ongoing(),
                line.actionLines(),
                line.sdgs(),
                line.countries(),
                line.entityName(),
                line.entityType(),
                line.completeness(),
                line.light(now).word(),
                line.publishedAt().toString(),
                line.updatedAt().toString(),
                line.confirmedAt().toString(),
                line.closedAt() == null ? null : line.closedAt().toString(),
                url(site, line.number()));
    }

    public static Whole whole(String site, PublishedProject project, List<PublishedAttachment> attached, Instant now) {
        String url = url(site, project.number());
        return new Whole(
                project.number(),
                project.collection(),
                project.title(),
                project.summary(),
                project.language(),
                project.activityType(),
                project.status(),
                project.coverage(),
                date(project, "startsOn"),
                date(project, "endsOn"),
                project.ongoing(),
                project.actionLines(),
                project.sdgs(),
                project.gdc(),
                project.countries(),
                project.regions(),
                project.beneficiaries(),
                project.entityName(),
                project.entityType(),
                project.entityCountry(),
                project.website(),
                project.answers(),
                attached.stream()
                        .map(one ->
                                new Attachment(one.kind(), one.title(), one.alternative(), url + "/files/" + one.id()))
                        .toList(),
                project.version(),
                project.formVersion(),
                project.completeness(),
                project.quotable(),
                project.translatable(),
                project.light(now).word(),
                project.receivedAt().toString(),
                project.publishedAt().toString(),
                project.updatedAt().toString(),
                project.confirmedAt().toString(),
                project.closedAt() == null ? null : project.closedAt().toString(),
                url);
    }

    private static @Nullable String date(PublishedProject project, String field) {
        String date = Answers.text(project.answers().get(field));
        return date.isEmpty() ? null : date;
    }

    public static String url(String site, long number) {
        return site + "/stocktaking/" + number;
    }
}
