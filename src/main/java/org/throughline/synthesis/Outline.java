package org.throughline.synthesis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;

/// The outline of a summary in work: its sections, and the themes under them. Nothing that something hangs on is
/// deleted: sentences and passages are moved first, or a theme is merged into another.
@Service
public class Outline {

    // The number of a section stands in addresses and in the table of contents.
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,11}");

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Outline(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// Adds a section at the end. Refuses a number that is not one, or that another section has.
    @Transactional
    public SectionId addSection(SummaryId summary, String code, String title, Actor actor) {
        hold(code, title);
        UUID id = Ids.next();
        int added = jdbc.sql("""
                INSERT INTO synthesis.section (id, summary_id, position, code, title)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ? FROM synthesis.section WHERE summary_id = ?
                ON CONFLICT (summary_id, code) DO NOTHING""")
                .params(id, summary.value(), code.strip(), title.strip(), summary.value())
                .update();
        if (added == 0) throw taken();
        audit.record(actor, "section-added", "sections/" + id, Map.of("title", title.strip()));
        return new SectionId(id);
    }

    @Transactional
    public void renameSection(SectionId id, String code, String title, Actor actor) {
        hold(code, title);
        int changed = jdbc.sql("""
                UPDATE synthesis.section s SET code = ?, title = ? WHERE s.id = ? AND NOT EXISTS (
                    SELECT FROM synthesis.section o WHERE o.summary_id = s.summary_id AND o.id <> s.id AND o.code = ?)""")
                .params(code.strip(), title.strip(), id.value(), code.strip())
                .update();
        if (changed == 0) throw taken();
        audit.record(actor, "section-renamed", "sections/" + id.value(), Map.of("title", title.strip()));
    }

    /// Moves a section one place up or down.
    @Transactional
    public void moveSection(SectionId id, boolean up) {
        move(id.value(), up, """
                SELECT id FROM synthesis.section WHERE summary_id = (SELECT summary_id FROM synthesis.section WHERE id = ?)
                ORDER BY position, id FOR UPDATE""", """
                UPDATE synthesis.section s SET position = o.n FROM unnest(?) WITH ORDINALITY AS o (id, n) WHERE s.id = o.id""");
    }

    /// Deletes an empty section. Refused while it has themes or sentences.
    @Transactional
    public void deleteSection(SectionId id, Actor actor) {
        int themes = count("SELECT count(*) FROM synthesis.theme WHERE section_id = ?", id.value());
        int sentences = count("SELECT count(*) FROM synthesis.sentence WHERE section_id = ?", id.value());
        if (themes + sentences > 0)
            throw new Refusal("section-in-use", 409, "synthesis.problem.section-in-use", themes, sentences);
        jdbc.sql("DELETE FROM synthesis.section WHERE id = ?").param(id.value()).update();
        audit.record(actor, "section-deleted", "sections/" + id.value(), Map.of());
    }

    /// Adds a theme at the end of a section. Refuses a title that a theme of the section has.
    @Transactional
    public ThemeId addTheme(SectionId section, String title, Actor actor) {
        hold(title);
        UUID id = Ids.next();
        holdFree(section, id, title);
        jdbc.sql("""
                INSERT INTO synthesis.theme (id, section_id, position, title)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ? FROM synthesis.theme WHERE section_id = ?""")
                .params(id, section.value(), title.strip(), section.value())
                .update();
        audit.record(actor, "theme-added", "themes/" + id, Map.of("title", title.strip()));
        return new ThemeId(id);
    }

    /// Gives a theme another title, or another section; its sentences go with it.
    @Transactional
    public void editTheme(ThemeId id, SectionId section, String title, Actor actor) {
        hold(title);
        holdFree(section, id.value(), title);
        jdbc.sql("""
                UPDATE synthesis.theme h SET title = ?, section_id = ?,
                    position = CASE WHEN h.section_id = ? THEN h.position
                        ELSE (SELECT coalesce(max(o.position), 0) + 1 FROM synthesis.theme o WHERE o.section_id = ?) END
                WHERE h.id = ?""")
                .params(title.strip(), section.value(), section.value(), section.value(), id.value())
                .update();
        jdbc.sql("UPDATE synthesis.sentence SET section_id = ? WHERE theme_id = ?")
                .params(section.value(), id.value())
                .update();
        audit.record(actor, "theme-edited", "themes/" + id.value(), Map.of("title", title.strip()));
    }

    /// Moves a theme one place up or down within its section.
    @Transactional
    public void moveTheme(ThemeId id, boolean up) {
        move(id.value(), up, """
                SELECT id FROM synthesis.theme WHERE section_id = (SELECT section_id FROM synthesis.theme WHERE id = ?)
                ORDER BY position, id FOR UPDATE""", """
                UPDATE synthesis.theme h SET position = o.n FROM unnest(?) WITH ORDINALITY AS o (id, n) WHERE h.id = o.id""");
    }

    /// Moves everything under a theme to another one, and deletes the theme.
    @Transactional
    public void merge(ThemeId from, ThemeId into, Actor actor) {
        if (from.equals(into)) throw Refusal.badRequest();
        jdbc.sql("""
                INSERT INTO synthesis.passage_theme (passage_id, theme_id)
                SELECT passage_id, ? FROM synthesis.passage_theme WHERE theme_id = ? ON CONFLICT DO NOTHING""").params(into.value(), from.value()).update();
        jdbc.sql("""
                UPDATE synthesis.sentence t SET theme_id = h.id, section_id = h.section_id, position = t.position + (
                    SELECT coalesce(max(o.position), 0) FROM synthesis.sentence o WHERE o.theme_id = h.id)
                FROM synthesis.theme h WHERE h.id = ? AND t.theme_id = ?""").params(into.value(), from.value()).update();
        jdbc.sql("DELETE FROM synthesis.theme WHERE id = ?").param(from.value()).update();
        audit.record(
                actor,
                "theme-merged",
                "themes/" + from.value(),
                Map.of("into", into.value().toString()));
    }

    /// Deletes a theme. Refused while passages are gathered or sentences stand under it.
    @Transactional
    public void deleteTheme(ThemeId id, Actor actor) {
        int passages = count("SELECT count(*) FROM synthesis.passage_theme WHERE theme_id = ?", id.value());
        int sentences = count("SELECT count(*) FROM synthesis.sentence WHERE theme_id = ?", id.value());
        if (passages + sentences > 0)
            throw new Refusal("theme-in-use", 409, "synthesis.problem.theme-in-use", passages, sentences);
        jdbc.sql("DELETE FROM synthesis.theme WHERE id = ?").param(id.value()).update();
        audit.record(actor, "theme-deleted", "themes/" + id.value(), Map.of());
    }

    private void move(UUID id, boolean up, String siblings, String renumber) {
        List<UUID> order = jdbc.sql(siblings).param(id).query(UUID.class).list();
        if (swapped(order, id, up))
            jdbc.sql(renumber).param(order.toArray(UUID[]::new)).update();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private void holdFree(SectionId section, UUID theme, String title) {
        boolean taken = jdbc.sql("""
                SELECT EXISTS (SELECT FROM synthesis.theme WHERE section_id = ? AND id <> ? AND lower(title) = lower(?))""")
                .params(section.value(), theme, title.strip())
                .query(Boolean.class)
                .single();
        if (taken) throw new Refusal("theme-title-taken", 422, "synthesis.problem.theme-title-taken", title.strip());
    }

    private static void hold(String code, String title) {
        hold(title);
        if (!CODE.matcher(code.strip()).matches())
            throw new Refusal("section-code", 422, "synthesis.problem.section-code");
    }

    private static void hold(String title) {
        if (title.isBlank()) throw new Refusal("title-missing", 422, "synthesis.work.title-missing");
    }

    private static Refusal taken() {
        return new Refusal("section-code-taken", 422, "synthesis.problem.section-code-taken");
    }

    /// Puts one of them a place up or down; false at either end.
    static boolean swapped(List<UUID> order, UUID id, boolean up) {
        int at = order.indexOf(id);
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= order.size()) return false;
        Collections.swap(order, at, to);
        return true;
    }
}
