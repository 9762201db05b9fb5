package org.throughline.groups;

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
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The groups of the WSIS process that every installation begins with, their seats and meetings as far as they are
/// on record (`groups/groups.json`): facts with their sources. Those that a later release adds are added at the
/// next start; what is there is left as people have changed it. A seat that somebody had added before becomes the
/// one that the program brings.
@Component
class ShippedGroups implements SmartInitializingSingleton {

    private static final String FILE = "/groups/groups.json";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final GroupSearch search;
    private final Clock clock;

    ShippedGroups(JdbcClient jdbc, PlatformTransactionManager transactions, GroupSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.search = search;
        this.clock = clock;
    }

    record SourceFact(String title, String url) {}

    record GroupFact(
            String code,
            LocalizedText name,
            LocalizedText about,
            List<LocalizedText> terms,
            LocalizedText membership,
            List<String> mandates,
            String founded,
            String certainty,
            String source) {}

    record SeatFact(
            String key,
            String group,
            String role,
            String country,
            LocalizedText entity,
            String person,
            String region,
            String from,
            String to,
            String status,
            LocalizedText note,
            String certainty,
            String source) {}

    record MeetingFact(
            String group,
            String number,
            LocalizedText name,
            String from,
            String to,
            LocalizedText place,
            String mode,
            String status,
            LocalizedText note,
            String certainty,
            String source) {}

    record Facts(
            Map<String, SourceFact> sources,
            List<GroupFact> groups,
            List<SeatFact> seats,
            List<MeetingFact> meetings) {}

    static Facts read() {
        try (InputStream in = ShippedGroups.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, Facts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Facts facts = read();
        transaction.executeWithoutResult(status -> {
            // Two programs that start at once on one database.
            jdbc.sql("LOCK TABLE groups.body IN SHARE ROW EXCLUSIVE MODE").update();
            int added = groups(facts) + meetings(facts);
            seats(facts);
            if (added > 0) search.all();
        });
    }

    private int groups(Facts facts) {
        int added = 0;
        int position = 0;
        for (GroupFact one : facts.groups()) {
            SourceFact source = facts.sources().get(one.source());
            added += jdbc.sql("""
                    INSERT INTO groups.body (id, code, name, about, terms, membership, mandates, founded, certainty, source,
                        source_url, position)
                    VALUES (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                    .params(
                            Ids.next(),
                            one.code(),
                            Json.write(one.name()),
                            Json.write(one.about()),
                            Json.write(one.terms()),
                            Json.write(one.membership()),
                            one.mandates().toArray(String[]::new),
                            one.founded(),
                            one.certainty(),
                            source.title(),
                            source.url(),
                            position++)
                    .update();
        }
        return added;
    }

    private void seats(Facts facts) {
        List<String> there = jdbc.sql("SELECT key FROM groups.seat WHERE key IS NOT NULL")
                .query(String.class)
                .list();
        for (SeatFact one : facts.seats()) {
            SourceFact source = facts.sources().get(one.source());
            if (!there.contains(one.key()))
                jdbc.sql("""
                        INSERT INTO groups.seat (id, key, role, country, entity, person, region, starts, ends, status, note,
                            certainty, source, source_url, group_id)
                        SELECT ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, id FROM groups.body WHERE code = ?
                        ON CONFLICT (group_id, role, country, entity, person, starts, status) WHERE status <> 'mistaken'
                            DO UPDATE SET key = coalesce(groups.seat.key, excluded.key)""")
                        .params(
                                Ids.next(),
                                one.key(),
                                one.role(),
                                one.country(),
                                Json.write(one.entity()),
                                one.person(),
                                one.region(),
                                one.from(),
                                one.to(),
                                one.status(),
                                Json.write(one.note()),
                                one.certainty(),
                                source.title(),
                                source.url(),
                                one.group())
                        .update();
        }
    }

    private int meetings(Facts facts) {
        int added = 0;
        Timestamp now = Timestamp.from(clock.instant());
        for (MeetingFact one : facts.meetings()) {
            SourceFact source = facts.sources().get(one.source());
            added += jdbc.sql("""
                    INSERT INTO groups.meeting (id, number, name, starts, ends, place, mode, languages, status, invitation, note,
                        certainty, source, source_url, added_at, changed_at, group_id)
                    SELECT ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, '{}', ?, '{}', ?::jsonb, ?, ?, ?, ?, ?, id
                    FROM groups.body WHERE code = ? ON CONFLICT DO NOTHING""")
                    .params(
                            Ids.next(),
                            one.number(),
                            Json.write(one.name()),
                            one.from(),
                            one.to(),
                            Json.write(one.place()),
                            one.mode(),
                            one.status(),
                            Json.write(one.note()),
                            one.certainty(),
                            source.title(),
                            source.url(),
                            now,
                            now,
                            one.group())
                    .update();
        }
        return added;
    }
}
