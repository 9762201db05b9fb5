package org.throughline.roadmaps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.platform.Certainty;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.roadmaps.Milestone.Facts;
import org.throughline.roadmaps.Milestone.Link;
import org.throughline.roadmaps.Milestone.Source;

/// The road maps of the review of 2021 to 2035 that every installation begins with (`roadmaps/milestones.json`): facts
/// with their sources. Those that a later release adds are added at the next start; what is there is left as people
/// have changed it.
@Component
class ShippedMilestones implements SmartInitializingSingleton {

    private static final String FILE = "/roadmaps/milestones.json";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CitationUses uses;
    private final Clock clock;

    ShippedMilestones(JdbcClient jdbc, PlatformTransactionManager transactions, CitationUses uses, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.uses = uses;
        this.clock = clock;
    }

    record TrackFact(String code, LocalizedText name, LocalizedText owner, String mandate) {}

    /// @param row the row of the table of dates that it comes from
    record MilestoneFact(
            String key,
            int row,
            String track,
            String starts,
            String ends,
            String otherwise,
            LocalizedText title,
            Kind kind,
            Status status,
            LocalizedText place,
            LocalizedText organizer,
            List<Link> inputs,
            List<Link> outputs,
            Certainty certainty,
            List<String> sources) {}

    record File(Map<String, Source> sources, List<TrackFact> tracks, List<MilestoneFact> milestones) {

        Facts facts(MilestoneFact one) {
            return new Facts(
                    one.track(),
                    one.title(),
                    one.starts(),
                    one.ends(),
                    one.otherwise(),
                    one.kind(),
                    one.status(),
                    one.place(),
                    one.organizer(),
                    one.inputs(),
                    one.outputs(),
                    one.certainty(),
                    one.sources().stream().map(sources::get).toList());
        }
    }

    static File read() {
        try (InputStream in = ShippedMilestones.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        File file = read();
        transaction.executeWithoutResult(status -> {
            if (isThere(file)) return;
            // Two programs that start at once on one database.
            jdbc.sql("LOCK TABLE roadmaps.milestone IN SHARE ROW EXCLUSIVE MODE")
                    .update();
            add(file);
            uses.readAtNextStart(Citing.Kind.MILESTONE);
        });
    }

    private boolean isThere(File file) {
        String[] keys = file.milestones().stream().map(MilestoneFact::key).toArray(String[]::new);
        return jdbc.sql("SELECT count(*) FROM roadmaps.milestone WHERE key = ANY (?)")
                        .param(keys)
                        .query(Integer.class)
                        .single()
                == keys.length;
    }

    private void add(File file) {
        int position = 0;
        for (TrackFact track : file.tracks())
            jdbc.sql("""
                    INSERT INTO roadmaps.track (code, name, owner, mandate, position)
                    VALUES (?, ?::jsonb, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING""")
                    .params(
                            track.code(),
                            Json.write(track.name()),
                            Json.write(track.owner()),
                            track.mandate(),
                            position++)
                    .update();
        Timestamp now = Timestamp.from(clock.instant());
        List<String> there = jdbc.sql("SELECT key FROM roadmaps.milestone WHERE key IS NOT NULL")
                .query(String.class)
                .list();
        for (MilestoneFact one : file.milestones())
            if (!there.contains(one.key()))
                jdbc.sql("""
                        WITH added AS (
                            INSERT INTO roadmaps.milestone (key, facts, added_at, changed_at) VALUES (?, ?::jsonb, ?, ?)
                            RETURNING number, version, added_at, facts)
                        INSERT INTO roadmaps.version (milestone, version, at, facts)
                        SELECT number, version, added_at, facts FROM added""")
                        .params(one.key(), Json.write(file.facts(one)), now, now)
                        .update();
    }
}
