package org.throughline.groups;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.audit.FieldChanges;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat adds groups and corrects what is on record of them, those of the program as well. Every
/// change is on record field by field.
@Service
public class GroupDesk {

    private final JdbcClient jdbc;
    private final GroupSearch search;
    private final AuditTrail audit;
    private final PageStore pages;

    GroupDesk(JdbcClient jdbc, GroupSearch search, AuditTrail audit, PageStore pages) {
        this.jdbc = jdbc;
        this.search = search;
        this.audit = audit;
        this.pages = pages;
    }

    /// Refused where there is a group of this code.
    @Transactional
    public void add(String code, GroupFacts facts, Actor actor) {
        try {
            bound(facts, jdbc.sql("""
                    INSERT INTO groups.body (id, code, name, about, terms, terms_symbol, membership, mandates, founded,
                        certainty, source, source_url, position)
                    SELECT :id, :code, :name::jsonb, :about::jsonb, :terms::jsonb, :symbol, :membership::jsonb, :mandates,
                        :founded, :certainty, :source, :url, coalesce(max(position), 0) + 1
                    FROM groups.body"""))
                    .param("id", Ids.next())
                    .param("code", code)
                    .update();
        } catch (DuplicateKeyException e) {
            throw GroupRefusals.codeTaken();
        }
        audit.record(actor, "group-added", subject(code), Map.of("name", facts.name()));
        changed(code);
    }

    /// Does nothing where nothing is different.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the group since
    @Transactional
    public void change(String code, GroupFacts facts, int version, Actor actor) {
        Group before = jdbc.sql("SELECT " + Groups.COLUMNS + " FROM groups.body WHERE code = ? FOR UPDATE")
                .param(code)
                .query((row, n) -> Groups.group(row))
                .optional()
                .orElseThrow(Refusal::notFound);
        if (before.version() != version) throw Refusal.stale();
        var changes = FieldChanges.between(GroupFacts.of(before).form(), facts.form());
        if (changes.isEmpty()) return;
        bound(facts, jdbc.sql("""
                UPDATE groups.body SET name = :name::jsonb, about = :about::jsonb, terms = :terms::jsonb,
                    terms_symbol = :symbol, membership = :membership::jsonb, mandates = :mandates, founded = :founded,
                    certainty = :certainty, source = :source, source_url = :url, version = version + 1
                WHERE code = :code""")).param("code", code).update();
        audit.record(actor, "group-edited", subject(code), changes);
        changed(code);
    }

    private static StatementSpec bound(GroupFacts facts, StatementSpec statement) {
        return statement
                .param("name", Json.write(facts.name()))
                .param("about", Json.write(facts.about()))
                .param("terms", Json.write(facts.terms()))
                .param("symbol", facts.termsSymbol())
                .param("membership", Json.write(facts.membership()))
                .param("mandates", facts.mandates().toArray(String[]::new))
                .param("founded", facts.founded())
                .param("certainty", facts.source().certainty().word())
                .param("source", facts.source().title())
                .param("url", facts.source().url());
    }

    private void changed(String code) {
        search.group(code);
        pages.changed(Groups.TAG);
    }

    /// What acts on a group are recorded under.
    public static String subject(String code) {
        return "groups/" + code;
    }
}
