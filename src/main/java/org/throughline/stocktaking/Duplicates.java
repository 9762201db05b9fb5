package org.throughline.stocktaking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.MinHash;
import org.throughline.platform.Published;
import org.throughline.platform.Threads;

/// Finds entries that are likely the same project as one that is written or looked at: by titles that are alike
/// whatever their case, accents and order of words, by short descriptions that say the same in the same words, and by
/// the same website. Says what was found alike; whether it is the same project, a person decides.
@Service
public class Duplicates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Duplicates.class);

    /// From here on titles are shown as likely the same.
    static final double ENOUGH = 0.55;

    /// From here on short descriptions are nearly the same; measured on three real registers, where every pair above
    /// was one project, or phases of one.
    static final double SAME_WORDS = 0.6;

    // What is said in a sentence, others say as well.
    private static final int ENOUGH_RUNS = 15;
    private static final double SOMEWHAT = 0.3;
    private static final int MOST = 8;
    private static final int BATCH = 2_000;
    private static final int CANDIDATES = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Published published;
    private volatile @Nullable Thread filling;
    private volatile boolean running;

    Duplicates(JdbcClient jdbc, JdbcTemplate template, Published published) {
        this.jdbc = jdbc;
        this.template = template;
        this.published = published;
    }

    /// What is looked for.
    ///
    /// @param website may be empty
    /// @param summary the short description, may be empty
    /// @param except the entry that is not to be found, being the one that is looked at
    public record Probe(
            String title,
            String website,
            String summary,
            @Nullable Long except) {}

    /// Why an entry was found.
    public enum Sign {
        TITLE,
        DESCRIPTION,
        WEBSITE
    }

    /// An entry that is likely the same.
    ///
    /// @param likeness of the titles, from 0 to 1
    /// @param described how much of the short descriptions is the same, from 0 to 1
    public record Likely(
            long number,
            String title,
            String language,
            String entityName,
            boolean isPublic,
            double likeness,
            double described,
            Set<Sign> signs) {}

    /// Among what the public sees, the most alike first.
    @Transactional(readOnly = true)
    public List<Likely> amongPublished(Probe probe) {
        List<Long> candidates = candidates(probe);
        if (candidates.isEmpty()) return List.of();
        return likely(
                probe,
                published
                        .sql("""
                SELECT number, title, language, entity_name, website, summary, true AS is_public
                FROM stocktaking.published_project WHERE number = ANY (:numbers)""")
                        .param("numbers", candidates.toArray(Long[]::new))
                        .query(Duplicates::found)
                        .list());
    }

    /// Among all that are not gone, for the secretariat's eyes.
    @Transactional(readOnly = true)
    public List<Likely> amongAll(Probe probe) {
        List<Long> candidates = candidates(probe);
        if (candidates.isEmpty()) return List.of();
        return likely(
                probe,
                jdbc.sql("""
                SELECT p.number, r.title, r.language, r.entity_name, r.website, r.summary,
                    p.published_at IS NOT NULL AS is_public
                FROM stocktaking.project p
                JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                WHERE p.number = ANY (?) AND p.withdrawn_at IS NULL AND p.merged_into IS NULL""")
                        .param(candidates.toArray(Long[]::new))
                        .query(Duplicates::found)
                        .list());
    }

    /// Whether two titles are alike enough to be shown to a person.
    public static boolean alike(String one, String other) {
        return TitlePrint.likeness(one, other) >= ENOUGH;
    }

    private record Found(
            long number,
            String title,
            String language,
            String entityName,
            String website,
            String summary,
            boolean isPublic) {}

    private static Found found(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Found(
                row.getLong("number"),
                row.getString("title"),
                row.getString("language"),
                row.getString("entity_name"),
                row.getString("website"),
                row.getString("summary"),
                row.getBoolean("is_public"));
    }

    private List<Long> candidates(Probe probe) {
        Integer[] bands = TitlePrint.bands(probe.title());
        Integer[] words = textBands(probe.summary());
        String site = TitlePrint.site(probe.website());
        if (bands.length == 0 && words.length == 0 && site.isEmpty()) return List.of();
        return jdbc.sql("""
                SELECT p.number FROM stocktaking.title_print t JOIN stocktaking.project p ON p.id = t.project_id
                WHERE (t.bands && ? OR t.text_bands && ? OR t.site <> '' AND t.site = ?) AND p.number <> ? LIMIT ?""")
                .params(bands, words, site, probe.except() == null ? 0L : probe.except(), CANDIDATES)
                .query(Long.class)
                .list();
    }

    private static Integer[] textBands(String summary) {
        List<String> words = MinHash.words(summary);
        return MinHash.runs(words).size() < ENOUGH_RUNS ? new Integer[0] : MinHash.bands(MinHash.signature(words));
    }

    private static double described(Set<Long> runs, String other) {
        if (runs.size() < ENOUGH_RUNS) return 0;
        Set<Long> others = MinHash.runs(MinHash.words(other));
        return others.size() < ENOUGH_RUNS ? 0 : MinHash.share(runs, others);
    }

    private static List<Likely> likely(Probe probe, List<Found> candidates) {
        String site = TitlePrint.site(probe.website());
        Set<Long> runs = MinHash.runs(MinHash.words(probe.summary()));
        List<Likely> likely = new ArrayList<>();
        for (Found one : candidates) {
            double likeness = TitlePrint.likeness(probe.title(), one.title());
            Set<Sign> signs = EnumSet.noneOf(Sign.class);
            double described = described(runs, one.summary());
            if (likeness >= ENOUGH) signs.add(Sign.TITLE);
            if (described >= SAME_WORDS) signs.add(Sign.DESCRIPTION);
            if (sameSite(site, one.website(), likeness)) signs.add(Sign.WEBSITE);
            if (!signs.isEmpty())
                likely.add(new Likely(
                        one.number(),
                        one.title(),
                        one.language(),
                        one.entityName(),
                        one.isPublic(),
                        likeness,
                        described,
                        signs));
        }
        return likely.stream()
                .sorted(Comparator.comparingInt((Likely one) -> -one.signs().size())
                        .thenComparingDouble(one -> -one.likeness())
                        .thenComparingLong(Likely::number))
                .limit(MOST)
                .toList();
    }

    // Many projects give the front page of whoever runs them; that alone makes no two of them the same.
    private static boolean sameSite(String site, String other, double likeness) {
        boolean page = site.contains("/") || site.contains("?");
        return !site.isEmpty() && site.equals(TitlePrint.site(other)) && (page || likeness >= SOMEWHAT);
    }

    /// Keeps what finds these states of projects again, in the caller's transaction.
    void keep(Collection<ProjectIntake.Revision> revisions) {
        List<Print> prints = revisions.stream()
                .map(one -> new Print(
                        one.id().value(),
                        one.facts().title(),
                        one.facts().website(),
                        one.facts().summary()))
                .toList();
        keep(prints);
    }

    private record Print(UUID id, String title, String website, String summary) {}

    private void keep(List<Print> prints) {
        template.batchUpdate("""
                INSERT INTO stocktaking.title_print (project_id, bands, site, text_bands) VALUES (?, ?, ?, ?)
                ON CONFLICT (project_id) DO UPDATE
                SET bands = excluded.bands, site = excluded.site, text_bands = excluded.text_bands""", prints, Math.max(1, prints.size()), (row, one) -> {
            row.setObject(1, one.id());
            row.setArray(2, row.getConnection().createArrayOf("int4", TitlePrint.bands(one.title())));
            row.setString(3, TitlePrint.site(one.website()));
            row.setArray(4, row.getConnection().createArrayOf("int4", textBands(one.summary())));
        });
    }

    /// Entries that were there before this was kept are read in the background.
    @Override
    public void start() {
        running = true;
        filling = Thread.ofVirtual().name("likely-the-same").start(this::fillAll);
    }

    private void fillAll() {
        try {
            while (running && fill()) Thread.yield();
        } catch (DataAccessException e) {
            if (running)
                log.warn("What is alike among older entries is found after the next start: {}", e.getMessage());
        }
    }

    private boolean fill() {
        List<Print> missing = jdbc.sql("""
                SELECT p.id, r.title, r.website, r.summary FROM stocktaking.project p
                JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                LEFT JOIN stocktaking.title_print t ON t.project_id = p.id
                WHERE t.text_bands IS NULL LIMIT ?""")
                .param(BATCH)
                .query((row, n) -> new Print(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("website"),
                        row.getString("summary")))
                .list();
        if (!missing.isEmpty()) keep(missing);
        return missing.size() == BATCH;
    }

    @Override
    public void stop() {
        running = false;
        Threads.stop(filling, Duration.ofSeconds(5));
        filling = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the register is there.
    @Override
    public int getPhase() {
        return 501;
    }
}
