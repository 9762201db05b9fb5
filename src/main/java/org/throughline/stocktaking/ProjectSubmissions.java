package org.throughline.stocktaking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.Reception.Origin;
import org.throughline.stocktaking.Register.Taken;

/// Projects that come from programs, under the same rules as those that come by the form; whoever sends one keeps it.
@Service
public class ProjectSubmissions {

    private final JdbcClient jdbc;
    private final Register register;
    private final OwnProjects own;
    private final Keepers keepers;
    private final ProjectCollections collections;
    private final ProjectLimits limits;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    ProjectSubmissions(
            JdbcClient jdbc,
            Register register,
            OwnProjects own,
            Keepers keepers,
            ProjectCollections collections,
            ProjectLimits limits,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.register = register;
        this.own = own;
        this.keepers = keepers;
        this.collections = collections;
        this.limits = limits;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /// @param again whether the same request had been answered before
    public record Answer(ProjectRecord entry, Receipt receipt, boolean again) {}

    /// Takes a project in. A request with a key that was answered before gets the entry of that time; files cannot
    /// be sent this way.
    ///
    /// @param key given by the program, may be empty
    public Answer submit(String collection, NewProject project, String key, Actor actor) {
        UUID person = ProjectDrafts.personOf(actor);
        ProjectCollection into = collections
                .find(collection)
                .filter(one -> one.publishedAt() != null)
                .orElseThrow(Refusal::notFound);
        Optional<ProjectId> before = byKey(person, key);
        if (before.isPresent()) return repeated(before.get(), actor);
        if (!project.attachments().isEmpty())
            throw new ProjectRefused(List.of(Violation.of("attachments", "stocktaking.api.no-files")));
        limits.countSent(actor);
        var reception = new Reception(
                Origin.API, person, ProjectDrafts.role(project), null, key.isEmpty() ? null : key, null, null);
        Taken taken;
        try {
            taken = register.receive(into, project, reception, actor);
        } catch (Refusal refused) {
            // Two requests with one key at the same moment.
            Optional<ProjectId> meanwhile = byKey(person, key);
            if (!refused.slug().equals("project-exists") || meanwhile.isEmpty()) throw refused;
            return repeated(meanwhile.get(), actor);
        }
        ledger.await(taken.entry());
        return answer(taken.id(), false);
    }

    private Optional<ProjectId> byKey(UUID person, String key) {
        if (key.isEmpty()) return Optional.empty();
        return jdbc.sql("SELECT id FROM stocktaking.project WHERE brought_in_by = ? AND idempotency_key = ?")
                .params(person, key)
                .query(UUID.class)
                .optional()
                .map(ProjectId::new);
    }

    // Who does not keep the entry any more learns no more of it.
    private Answer repeated(ProjectId id, Actor actor) {
        if (keepers.role(id, actor).isEmpty()) throw Refusal.notFound();
        return answer(id, true);
    }

    private Answer answer(ProjectId id, boolean again) {
        ProjectRecord entry = register.find(id).orElseThrow(Refusal::notFound);
        return new Answer(entry, own.receipt(entry), again);
    }

    /// Sends a new state of an entry that the actor keeps. The pictures and documents stay as they are.
    ///
    /// @param seen the state that the program read; refused where another one was sent since
    public Answer change(long number, int seen, NewProject project, Actor actor) {
        limits.countSent(actor);
        Taken taken = transaction.execute(status -> {
            ProjectRecord entry = keepers.requireKeeper(
                    register.find(number).orElseThrow(Refusal::notFound).id(), actor);
            if (entry.revision() != seen) throw Refusal.stale();
            NewProject before = own.content(entry, entry.revision());
            NewProject whole =
                    new NewProject(project.language(), project.answers(), project.consent(), before.attachments());
            return register.change(entry.id(), entry.version(), keepers.mayAllow(entry, whole, null, actor), actor);
        });
        ledger.await(java.util.Objects.requireNonNull(taken).entry());
        return answer(taken.id(), false);
    }
}
