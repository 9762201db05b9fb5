package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.vocabulary.Vocabulary;

/// Changes the form of a register one step at a time in a draft, so that two people at work on different fields do not
/// undo each other's steps: each step is applied to what is stored, not to what somebody saw. Saving checks the draft
/// and makes it the next version of the form.
@Service
public class FormDrafts {

    private final JdbcClient jdbc;
    private final ProjectCollections collections;
    private final Vocabulary vocabulary;
    private final AuditTrail audit;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, ProjectCollections collections, Vocabulary vocabulary, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.collections = collections;
        this.vocabulary = vocabulary;
        this.audit = audit;
        this.clock = clock;
    }

    /// A form as it stands in the draft, or as it is where nobody has changed it.
    ///
    /// @param base the version of the form that it began from
    /// @param begun whether there is a draft
    public record FormDraft(ProjectForm form, int base, boolean begun) {

        /// Tells this state from every other one.
        public String mark() {
            return base + "-" + Integer.toHexString(Json.write(form).hashCode());
        }
    }

    /// What became of saving.
    ///
    /// @param version the form's newest version
    /// @param wrong why it was not saved, by the path in the form
    public record Saved(int version, List<Violation> wrong) {}

    @Transactional(readOnly = true)
    public FormDraft of(ProjectCollection collection) {
        return jdbc.sql("SELECT definition, base FROM stocktaking.form_draft WHERE collection_id = ?")
                .param(collection.id())
                .query((row, n) -> new FormDraft(
                        Json.read(row.getString("definition"), ProjectForm.class), row.getInt("base"), true))
                .optional()
                .orElseGet(() -> new FormDraft(collections.form(collection), collection.formVersion(), false));
    }

    /// Applies a step to the draft and keeps it. What the step refuses, and what is larger than a form can be, changes
    /// nothing; a form that is as it was before is no draft any more.
    @Transactional
    public void change(ProjectCollection collection, UnaryOperator<ProjectForm> step) {
        ProjectCollection now = locked(collection);
        FormDraft before = of(now);
        ProjectForm after = step.apply(before.form());
        if (after.equals(before.form())) return;
        hold(after);
        if (before.base() == now.formVersion() && after.equals(collections.form(now))) {
            forget(now);
            return;
        }
        jdbc.sql("""
                INSERT INTO stocktaking.form_draft (collection_id, base, definition, changed_at) VALUES (?, ?, ?::jsonb, ?)
                ON CONFLICT (collection_id) DO UPDATE SET definition = excluded.definition, changed_at = excluded.changed_at""")
                .params(now.id(), before.base(), Json.write(after), Timestamp.from(clock.instant()))
                .update();
    }

    /// Makes the draft the next version of the form, with which new entries are written; entries made before keep
    /// theirs. Refused when the draft is not the one that was `seen`; what is wrong with it is named, all at once.
    @Transactional
    public Saved save(ProjectCollection collection, String seen, Actor actor) {
        ProjectCollection now = locked(collection);
        FormDraft draft = of(now);
        if (!draft.begun() || !draft.mark().equals(seen)) throw Refusal.stale();
        List<Violation> wrong = FormDefinition.check(draft.form(), vocabulary);
        if (!wrong.isEmpty()) return new Saved(now.formVersion(), wrong);
        forget(now);
        if (collections.form(now).equals(draft.form())) return new Saved(now.formVersion(), List.of());
        collections.changeForm(now, draft.form(), actor);
        return new Saved(now.formVersion() + 1, List.of());
    }

    /// Throws the draft away, unless it is not the one that was `seen`.
    @Transactional
    public void discard(ProjectCollection collection, String seen, Actor actor) {
        ProjectCollection now = locked(collection);
        FormDraft draft = of(now);
        if (!draft.begun()) return;
        if (!draft.mark().equals(seen)) throw Refusal.stale();
        forget(now);
        audit.record(
                actor, "collection-form-discarded", "collections/" + now.slug(), Map.of("form", now.formVersion()));
    }

    private void forget(ProjectCollection collection) {
        jdbc.sql("DELETE FROM stocktaking.form_draft WHERE collection_id = ?")
                .param(collection.id())
                .update();
    }

    private ProjectCollection locked(ProjectCollection collection) {
        jdbc.sql("SELECT 1 FROM stocktaking.collection WHERE id = ? FOR UPDATE")
                .param(collection.id())
                .query(Integer.class)
                .single();
        return collections.find(collection.slug()).orElseThrow();
    }

    private static void hold(ProjectForm form) {
        if (form.sections().size() > FormDefinition.MOST_SECTIONS)
            throw tooMuch("stocktaking.collection.form.sections", FormDefinition.MOST_SECTIONS);
        if (form.fields().count() > FormDefinition.MOST_FIELDS)
            throw tooMuch("stocktaking.collection.form.fields", FormDefinition.MOST_FIELDS);
        if (Json.write(form).length() > FormDefinition.LONGEST)
            throw tooMuch("stocktaking.collection.form.too-long", FormDefinition.LONGEST);
    }

    private static Refusal tooMuch(String message, int most) {
        return new Refusal("form-too-large", 422, message, most);
    }
}
