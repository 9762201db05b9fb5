package org.throughline.roadmaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.Published;

/// The road maps as everybody may read them.
@Service
public class Roadmaps {

    /// What pages that show road maps depend on.
    public static final String TAG = "roadmaps";

    private static final Comparator<Milestone> IN_TIME = Comparator.comparing(
                    (Milestone one) -> one.when().firstDay())
            // What is known to the year only comes before what is known to its first day.
            .thenComparing(one -> PlannedDate.precision(one.facts().starts()))
            .thenComparing(one -> one.when().lastDay())
            .thenComparing(Milestone::number);

    private final Published published;

    Roadmaps(Published published) {
        this.published = published;
    }

    public List<Track> tracks() {
        return published
                .sql("SELECT code, name, owner, mandate, position, version FROM roadmaps.published_track"
                        + " ORDER BY position, code")
                .query((row, n) -> new Track(
                        row.getString("code"),
                        Json.read(row.getString("name"), LocalizedText.class),
                        Json.read(row.getString("owner"), LocalizedText.class),
                        row.getString("mandate"),
                        row.getInt("position"),
                        row.getInt("version")))
                .list();
    }

    public Optional<Track> track(String code) {
        return tracks().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /// Every milestone of all road maps, earliest first.
    public List<Milestone> milestones() {
        return published
                .sql("SELECT number, version, added_at, changed_at, facts FROM roadmaps.published_milestone")
                .query((row, n) -> milestone(row))
                .list()
                .stream()
                .sorted(IN_TIME)
                .toList();
    }

    public Optional<Milestone> milestone(long number) {
        return published
                .sql("""
                SELECT number, version, added_at, changed_at, facts FROM roadmaps.published_milestone WHERE number = ?""")
                .param(number)
                .query((row, n) -> milestone(row))
                .optional();
    }

    /// One state that a milestone was in, and since when.
    public record Version(long milestone, int version, Instant at, Milestone.Facts facts) {}

    /// Every state a milestone was in, newest first.
    public List<Version> versions(long number) {
        return published.sql("""
                SELECT milestone, version, at, facts FROM roadmaps.published_version WHERE milestone = ?
                ORDER BY version DESC""").param(number).query((row, n) -> version(row)).list();
    }

    /// Every state of every milestone, oldest first.
    public List<Version> history() {
        return published
                .sql(
                        "SELECT milestone, version, at, facts FROM roadmaps.published_version ORDER BY at, milestone, version")
                .query((row, n) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("milestone"),
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                Json.read(row.getString("facts"), Milestone.Facts.class));
    }

    private static Milestone milestone(ResultSet row) throws SQLException {
        return new Milestone(
                row.getLong("number"),
                row.getInt("version"),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Json.read(row.getString("facts"), Milestone.Facts.class));
    }
}
