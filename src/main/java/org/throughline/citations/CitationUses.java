package org.throughline.citations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.web.PageStore;

/// Where owners say what their things cite, in the transaction in which they change the thing itself. Refuses to work
/// outside of a transaction. Only what is public is told of: a thing that is withdrawn is removed, and with it
/// everything that was known of what it cites.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CitationUses {

    private final JdbcClient jdbc;
    private final Citations citations;
    private final PageStore pages;
    private final Clock clock;

    CitationUses(JdbcClient jdbc, Citations citations, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.pages = pages;
        this.clock = clock;
    }

    /// What makes two mentions the same.
    private record Same(String instrument, @Nullable String revision, String named) {
        static Same of(Found one) {
            return new Same(one.instrument(), one.revision(), one.named());
        }
    }

    private record Kept(UUID id, Found found, int times) {}

    /// Looks through the words of a thing and keeps what they cite instead of what they cited before.
    public void read(CitingText text) {
        var found = new ArrayList<Found>();
        for (CitingText.Words words : text.words()) found.addAll(citations.found(words.text(), words.language()));
        // Where words name the revision as well, they say more.
        for (Found beside : text.besides())
            if (beside.revision() != null || found.stream().noneMatch(one -> isMore(one, beside))) found.add(beside);
        put(text.thing(), found);
    }

    private static boolean isMore(Found one, Found beside) {
        return one.instrument().equals(beside.instrument()) && beside.quote().contains(one.quote());
    }

    /// Keeps what a thing cites, instead of what it cited before. What is no longer cited counts as looked at; what is
    /// cited newly and was replaced already is listed for review.
    public void put(Citing thing, List<Found> found) {
        UUID id = thing(thing);
        Map<Same, Kept> before = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT id, instrument, revision, named, quote, language, paragraphs, times FROM citations.use
                WHERE thing_id = ?""").param(id).query(row -> {
            var one = new Found(
                    row.getString("instrument"),
                    row.getString("revision"),
                    row.getString("named"),
                    row.getString("quote"),
                    row.getString("language"),
                    List.of((String[]) row.getArray("paragraphs").getArray()));
            before.put(Same.of(one), new Kept(row.getObject("id", UUID.class), one, row.getInt("times")));
        });
        Map<Same, List<Found>> now = new LinkedHashMap<>();
        found.forEach(one ->
                now.computeIfAbsent(Same.of(one), same -> new ArrayList<>()).add(one));
        Set<String> touched = new LinkedHashSet<>();
        before.forEach((same, one) -> {
            if (now.containsKey(same)) return;
            jdbc.sql("DELETE FROM citations.use WHERE id = ?").param(one.id()).update();
            touched.add(same.instrument());
        });
        now.forEach((same, some) -> {
            if (keep(id, before.get(same), some)) touched.add(same.instrument());
            if (!before.containsKey(same)) listIfReplaced(id, thing, some.getFirst());
        });
        settle(id);
        changed(thing.kind(), thing.key(), touched);
    }

    private UUID thing(Citing thing) {
        return jdbc.sql("""
                INSERT INTO citations.thing (id, kind, key, url, language, title, dated, read_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET url = excluded.url, language = excluded.language, title = excluded.title,
                    dated = excluded.dated, read_at = excluded.read_at RETURNING id""")
                .params(
                        Ids.next(),
                        thing.kind().word(),
                        thing.key(),
                        thing.url(),
                        thing.language(),
                        Json.write(thing.title()),
                        thing.date(),
                        now())
                .query(UUID.class)
                .single();
    }

    /// @return whether anything is different
    private boolean keep(UUID thing, @Nullable Kept before, List<Found> some) {
        Found first = some.getFirst();
        String[] paragraphs = some.stream()
                .flatMap(one -> one.paragraphs().stream())
                .distinct()
                .toArray(String[]::new);
        if (before == null) {
            jdbc.sql("""
                    INSERT INTO citations.use (id, thing_id, instrument, revision, named, quote, language, paragraphs, times, found_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.next(),
                            thing,
                            first.instrument(),
                            first.revision(),
                            first.named(),
                            first.quote(),
                            first.language(),
                            paragraphs,
                            some.size(),
                            now())
                    .update();
            return true;
        }
        Found same = before.found();
        if (same.quote().equals(first.quote())
                && same.language().equals(first.language())
                && same.paragraphs().equals(List.of(paragraphs))
                && before.times() == some.size()) return false;
        jdbc.sql("UPDATE citations.use SET quote = ?, language = ?, paragraphs = ?, times = ? WHERE id = ?")
                .params(first.quote(), first.language(), paragraphs, some.size(), before.id())
                .update();
        return true;
    }

    private void listIfReplaced(UUID thing, Citing citing, Found one) {
        String revision = one.revision();
        if (revision == null) return;
        Optional<Citable> citable = citations.citable(one.instrument());
        if (citable.isEmpty()) return;
        String day = citing.date().isEmpty() ? LocalDate.now(clock).toString() : citing.date();
        Standing.on(day, citable.get(), revision)
                .ifPresent(by -> CitationReviews.list(
                        jdbc,
                        """
                        SELECT u.* FROM citations.use u WHERE u.thing_id = :thing AND u.instrument = :instrument
                            AND u.revision IS NOT DISTINCT FROM :revision AND u.named = :named""",
                        Map.of(
                                "thing",
                                thing,
                                "instrument",
                                one.instrument(),
                                "revision",
                                revision,
                                "named",
                                one.named()),
                        new CitationReviews.Because(one.instrument(), by.label()),
                        clock.instant()));
    }

    // What the words no longer say needs nobody to look at it.
    private void settle(UUID thing) {
        jdbc.sql("""
                UPDATE citations.review r SET looked_at = ?, outcome = 'changed', version = version + 1
                WHERE r.thing_id = ? AND r.outcome IS DISTINCT FROM 'changed' AND r.outcome IS DISTINCT FROM 'still-right'
                    AND NOT EXISTS (SELECT FROM citations.use u WHERE u.thing_id = r.thing_id AND u.instrument = r.instrument
                        AND u.revision IS NOT DISTINCT FROM r.revision AND u.named = r.named)""").params(now(), thing).update();
    }

    /// Takes a thing away with all that is known of what it cites; nothing happens when there is none.
    public void remove(Citing.Kind kind, String key) {
        List<String> cited =
                jdbc.sql("""
                SELECT DISTINCT u.instrument FROM citations.use u JOIN citations.thing t ON t.id = u.thing_id
                WHERE t.kind = ? AND t.key = ?""").params(kind.word(), key).query(String.class).list();
        int gone = jdbc.sql("DELETE FROM citations.thing WHERE kind = ? AND key = ?")
                .params(kind.word(), key)
                .update();
        if (gone > 0) changed(kind, key, Set.copyOf(cited));
    }

    /// Has all things of a kind read anew at the next start: said by an owner who brought some in without their words
    /// being read.
    public void readAtNextStart(Citing.Kind kind) {
        jdbc.sql("DELETE FROM citations.reading WHERE kind = ?")
                .param(kind.word())
                .update();
    }

    private void changed(Citing.Kind kind, String key, Set<String> instruments) {
        if (instruments.isEmpty()) return;
        pages.changed(CitationTags.USES, CitationTags.of(kind, key));
        instruments.forEach(one -> pages.changed(CitationTags.cited(one)));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
