package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.Register.Taken;
import tools.jackson.databind.JsonNode;

/// Codes that the program finds in the words of an entry, taken over by the secretariat: each makes a new state, on
/// record as the secretariat's, that the public sees only when it is published.
@Service
public class SuggestedCodes {

    /// The part of a row in which the standard form asks how a project serves a goal.
    public static final String LINKAGE = "linkage";

    private final RegisterActs acts;
    private final Register register;
    private final OwnProjects own;
    private final ProjectCollections collections;
    private final ProjectLessons lessons;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    SuggestedCodes(
            RegisterActs acts,
            Register register,
            OwnProjects own,
            ProjectCollections collections,
            ProjectLessons lessons,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.register = register;
        this.own = own;
        this.collections = collections;
        this.lessons = lessons;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /// Adds a code to a field. Refused when the entry has changed since `seen`, was asked back or declined, when the
    /// form has no such field, and by the form's own rules.
    ///
    /// @param linkage how the project serves the goal, where the form asks for it
    public void take(ProjectId id, int seen, String field, String code, String linkage, Actor actor) {
        Taken taken = transaction.execute(status -> {
            ProjectRecord before = acts.standing(id, seen);
            if (!canTake(before)) throw Refusal.badRequest();
            ProjectCollection collection = collections.find(before.collection()).orElseThrow();
            Field asked = collections.form(collection).field(field).orElseThrow(Refusal::badRequest);
            NewProject said = own.content(before, before.revision());
            NewProject project = with(said, asked, code, linkage.strip());
            lessons.sent(before.number(), project, said, Map.of(field, Map.of(code, 1)), ProjectDrafts.personOf(actor));
            Taken amended = register.amend(id, seen, project, actor);
            acts.changed(before, "project-code-added", Map.of("field", field, "code", code), actor);
            return amended;
        });
        ledger.await(Objects.requireNonNull(taken).entry());
    }

    /// Whether nobody is asked or told something about its newest state, which another one would take back.
    public static boolean canTake(ProjectRecord entry) {
        return entry.state() == ProjectRecord.State.WAITING || entry.state() == ProjectRecord.State.PUBLISHED;
    }

    private static NewProject with(NewProject said, Field field, String code, String linkage) {
        JsonNode before = said.answers().get(field.code());
        if (Answers.codes(before).contains(code)) throw Refusal.stale();
        List<Object> all = new ArrayList<>();
        if (before != null) before.forEach(all::add);
        if (field.kind() == Kind.ROWS) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", code);
            if (!linkage.isEmpty()) row.put(LINKAGE, linkage);
            all.add(row);
        } else all.add(code);
        Map<String, JsonNode> answers = new LinkedHashMap<>(said.answers());
        answers.put(field.code(), Json.tree(Json.write(all)));
        return new NewProject(said.language(), answers, said.consent(), said.attachments());
    }
}
