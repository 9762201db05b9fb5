package org.throughline.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.Published;

/// The chain of outputs as everybody may read it.
@Service
public class Chain {

    /// What pages that show the chain depend on.
    public static final String TAG = "chain";

    // Behind every date.
    private static final String LAST = "9999";

    private final Published published;

    Chain(Published published) {
        this.published = published;
    }

    /// Everything that stands, oldest first; what has no date comes last.
    public Graph graph() {
        List<Output> outputs = published.sql("""
                SELECT slug, version, added_at, changed_at, facts FROM chain.published_output
                ORDER BY nullif(facts ->> 'date', '') NULLS LAST, slug""").query((row, n) -> output(row)).list();
        List<Feed> feeds = published
                .sql("SELECT number, version, added_at, changed_at, facts FROM chain.published_feed ORDER BY number")
                .query((row, n) -> feed(row))
                .list();
        return new Graph(outputs, feeds);
    }

    /// Outputs that are found at an address here, and what leads to them and from them.
    ///
    /// @param here in the order of their dates
    public record Place(List<Output> here, Graph graph) {}

    /// What stands in the chain at the first of these addresses that it knows; empty where it knows none.
    public Place at(List<String> addresses) {
        List<Output> outputs = new ArrayList<>();
        List<Feed> feeds = new ArrayList<>();
        published
                .sql("""
                WITH here AS (
                    SELECT slug FROM chain.published_output
                    WHERE facts ->> 'address' = ANY (:addresses) AND facts ->> 'address' <> '' AND facts ->> 'withdrawn' = ''),
                ties AS (
                    SELECT number, version, added_at, changed_at, facts, from_output, to_output FROM chain.published_feed
                    WHERE facts ->> 'withdrawn' = '' AND (from_output = ANY (ARRAY(SELECT slug FROM here))
                        OR to_output = ANY (ARRAY(SELECT slug FROM here))))
                SELECT slug, NULL::bigint AS number, version, added_at, changed_at, facts FROM chain.published_output
                WHERE slug IN (SELECT slug FROM here UNION SELECT from_output FROM ties UNION SELECT to_output FROM ties)
                UNION ALL SELECT NULL, number, version, added_at, changed_at, facts FROM ties
                ORDER BY number NULLS FIRST, slug""")
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, n) -> row.getString("slug") == null ? feeds.add(feed(row)) : outputs.add(output(row)))
                .list();
        outputs.sort(Comparator.comparing(
                one -> one.facts().date().isEmpty() ? LAST : one.facts().date()));
        var graph = new Graph(outputs, feeds);
        List<Output> here = addresses.stream()
                .map(address -> graph.outputs().stream()
                        .filter(one -> one.facts().address().equals(address))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Place(here, graph);
    }

    /// Also one that was withdrawn.
    public Optional<Output> output(String slug) {
        return published
                .sql("SELECT slug, version, added_at, changed_at, facts FROM chain.published_output WHERE slug = ?")
                .param(slug)
                .query((row, n) -> output(row))
                .optional();
    }

    /// Also one that was withdrawn.
    public Optional<Feed> feed(long number) {
        return published
                .sql("SELECT number, version, added_at, changed_at, facts FROM chain.published_feed WHERE number = ?")
                .param(number)
                .query((row, n) -> feed(row))
                .optional();
    }

    /// One state that an output was in.
    public record OutputVersion(int version, Instant at, Output.Facts facts) {}

    /// Every state of an output, newest first.
    public List<OutputVersion> versions(String slug) {
        return published
                .sql("""
                SELECT version, at, facts FROM chain.published_output_version WHERE output = ? ORDER BY version DESC""")
                .param(slug)
                .query((row, n) -> new OutputVersion(
                        row.getInt("version"),
                        row.getTimestamp("at").toInstant(),
                        Json.read(row.getString("facts"), Output.Facts.class)))
                .list();
    }

    /// One state that something that leads to or from an output was in.
    public record FeedVersion(long feed, int version, Instant at, Feed.Facts facts) {}

    /// Every state of everything that ever led to or from an output, newest first.
    public List<FeedVersion> feedVersions(String slug) {
        return published
                .sql("""
                SELECT feed, version, at, facts FROM chain.published_feed_version
                WHERE from_output = :slug OR to_output = :slug ORDER BY at DESC, feed, version DESC""")
                .param("slug", slug)
                .query((row, n) -> new FeedVersion(
                        row.getLong("feed"),
                        row.getInt("version"),
                        row.getTimestamp("at").toInstant(),
                        Json.read(row.getString("facts"), Feed.Facts.class)))
                .list();
    }

    static Output output(ResultSet row) throws SQLException {
        return new Output(
                row.getString("slug"),
                row.getInt("version"),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Json.read(row.getString("facts"), Output.Facts.class));
    }

    static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getLong("number"),
                row.getInt("version"),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Json.read(row.getString("facts"), Feed.Facts.class));
    }
}
