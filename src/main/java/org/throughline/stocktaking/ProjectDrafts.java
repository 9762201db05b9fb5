package org.throughline.stocktaking;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.PersonDeleted;
import org.throughline.ledger.Ledger;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Refusal;
import org.throughline.platform.ResumeCode;
import org.throughline.stocktaking.Register.Taken;
import tools.jackson.databind.JsonNode;

/// Keeps what people type until they send it: new projects, and changes of entries they keep. Saved step by step,
/// exactly as typed. A step saved from a window that is out of date is not taken over, so that neither text is lost;
/// see [Saved].
@Service
public class ProjectDrafts {

    private static final int MOST_DRAFTS = 100;

    private final ProjectDraftRows rows;
    private final DraftFiles files;
    private final Keepers keepers;
    private final OwnProjects own;
    private final ProjectCollections collections;
    private final Register register;
    private final ProjectMails mails;
    private final ProjectLimits limits;
    private final ProjectLessons lessons;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ProjectDrafts(
            ProjectDraftRows rows,
            DraftFiles files,
            Keepers keepers,
            OwnProjects own,
            ProjectCollections collections,
            Register register,
            ProjectMails mails,
            ProjectLimits limits,
            ProjectLessons lessons,
            Ledger ledger,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.files = files;
        this.keepers = keepers;
        this.own = own;
        this.collections = collections;
        this.register = register;
        this.mails = mails;
        this.limits = limits;
        this.lessons = lessons;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// How saving went.
    ///
    /// @param draft as it is stored now
    /// @param stale true when another window had saved something else meanwhile; then nothing was taken over
    public record Saved(ProjectDraft draft, boolean stale) {}

    /// A draft of a new project. One that was begun and has nothing in it yet is gone on with.
    @Transactional
    public ProjectDraft start(ProjectCollection collection, String language, Actor actor) {
        UUID owner = personOf(actor);
        List<ProjectDraft> unsent = rows.unsentOf(owner);
        Optional<ProjectDraft> empty = unsent.stream()
                .filter(draft -> draft.project() == null
                        && draft.collection().equals(collection.slug())
                        && draft.content().steps().isEmpty())
                .findFirst();
        if (empty.isPresent()) return empty.get();
        if (unsent.size() >= MOST_DRAFTS)
            throw new Refusal("too-many-drafts", 409, "stocktaking.form.problem.too-many-drafts", MOST_DRAFTS);
        ProjectDraftId id = rows.insert(collection.id(), owner, null, null, ProjectDraftContent.empty(language));
        return rows.find(id, owner).orElseThrow(Refusal::stale);
    }

    /// A draft that is to change an entry, filled with the newest state of it. Refused to those who do not keep it.
    @Transactional
    public ProjectDraft startChange(ProjectId id, Actor actor) {
        UUID owner = personOf(actor);
        ProjectRecord entry = keepers.requireEditor(id, actor);
        if (entry.withdrawnAt() != null || entry.mergedInto() != null)
            throw new Refusal("project-gone", 409, "stocktaking.problem.gone");
        Optional<ProjectDraft> begun = rows.changing(id, owner);
        if (begun.isPresent()) return begun.get();
        ProjectCollection collection = collections.find(entry.collection()).orElseThrow();
        NewProject last = own.content(entry, entry.revision());
        // What is allowed now, not what was when this was sent.
        NewProject sent = new NewProject(last.language(), last.answers(), entry.consent(), last.attachments());
        ProjectDraftContent content =
                ProjectDraftContent.of(sent, collections.form(collection)).withLooked(sent.text("title"));
        rows.insert(collection.id(), owner, id, entry.revision(), content);
        ProjectDraft draft = rows.changing(id, owner).orElseThrow(Refusal::stale);
        files.copy(draft.id(), sent.attachments());
        return rows.changing(id, owner).orElseThrow(Refusal::stale);
    }

    /// A draft for its owner's eyes; for everybody else there is none.
    @Transactional(readOnly = true)
    public ProjectDraft get(ProjectDraftId id, Actor actor) {
        return rows.find(id, personOf(actor)).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<ProjectDraft> unsentOf(Actor actor) {
        return rows.unsentOf(personOf(actor));
    }

    /// The draft that a code names, for its owner only: the code alone opens nothing.
    @Transactional(readOnly = true)
    public Optional<ProjectDraft> byCode(String typed, Actor actor) {
        return rows.byCode(ResumeCode.typed(typed), personOf(actor));
    }

    /// Sends its owner a message with the way back to a draft.
    @Transactional
    public void mailLink(ProjectDraftId id, Actor actor) {
        mails.draftLink(get(id, actor));
    }

    /// The register a draft is for.
    public ProjectCollection collection(ProjectDraft draft) {
        return collections.find(draft.collection()).orElseThrow(Refusal::notFound);
    }

    /// The form it is filled in, which is the newest one: what an entry is sent with.
    public ProjectForm form(ProjectDraft draft) {
        return collections.form(collection(draft));
    }

    /// Everything that keeps the draft from being sent; empty when it can be.
    public List<Violation> problems(ProjectDraft draft) {
        ProjectCollection collection = collection(draft);
        ProjectDraftContent content = draft.content();
        NewProject project = draft.toProject(collections.form(collection));
        List<Violation> wrong = new ArrayList<>(mended(draft)
                .map(entry -> register.checkMending(entry, project))
                .orElseGet(() -> register.check(collection, project)));
        for (String use : ProjectUses.WORDS)
            if (!content.consent().containsKey(use)) {
                wrong.removeIf(one -> one.field().equals("consent." + use));
                wrong.add(Violation.of("consent." + use, "stocktaking.form.check.consent"));
            }
        if (!content.declared()) wrong.add(Violation.of("consent.declared", "stocktaking.form.check.declared"));
        wrong.addAll(files.problems(draft));
        return wrong;
    }

    // The entry of somebody else that the secretariat mends.
    private Optional<ProjectRecord> mended(ProjectDraft draft) {
        return draft.project() == null
                        || keepers.role(draft.project(), draft.owner()).isPresent()
                ? Optional.empty()
                : register.find(draft.project());
    }

    /// Saves the answers of one section; those of all others stay as they are, whatever window they came from.
    ///
    /// @param language where the section asks for the language of the entry; else null
    @Transactional
    public Saved saveAnswers(
            ProjectDraftId id,
            ProjectForm.Section section,
            int seen,
            @Nullable String language,
            Map<String, JsonNode> answers,
            Actor actor) {
        List<String> fields =
                section.fields().stream().map(ProjectForm.Field::code).toList();
        return save(
                id,
                ProjectDraftContent.section(section.code()),
                seen,
                content -> (language == null ? content : content.withLanguage(language)).withAnswers(fields, answers),
                actor);
    }

    @Transactional
    public Saved saveConsent(
            ProjectDraftId id, int seen, Map<String, Boolean> answered, boolean declared, Actor actor) {
        return save(id, ProjectDraftContent.CONSENT, seen, content -> content.withConsent(answered, declared), actor);
    }

    /// Remembers that the person has seen the page for files.
    @Transactional
    public Saved saveFiles(ProjectDraftId id, Actor actor) {
        return save(id, ProjectDraftContent.FILES, Integer.MAX_VALUE, content -> content, actor);
    }

    /// Remembers that the person has seen which entries are alike, and says that theirs is another project.
    @Transactional
    public void looked(ProjectDraftId id, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        if (draft.sentProject() != null) throw sentAlready();
        rows.update(id, draft.content().withLooked(draft.content().text("title")));
    }

    /// Remembers what the form proposed, until what became of it is known, and puts on record which answers of a
    /// draft were taken from that.
    ///
    /// @param offered by field and code, with its place among the proposals
    @Transactional
    public void suggested(
            ProjectDraftId id,
            Map<String, Map<String, Integer>> offered,
            Map<String, List<String>> taken,
            Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        ProjectDraftContent content = draft.content().withOffered(offered);
        if (!content.equals(draft.content())) rows.update(id, content);
        if (!taken.isEmpty())
            audit.record(actor, "suggestions-taken", "stocktaking/drafts/" + id, Map.of("fields", taken));
    }

    private Saved save(
            ProjectDraftId id, String step, int seen, UnaryOperator<ProjectDraftContent> change, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        if (draft.sentProject() != null) throw sentAlready();
        ProjectDraftContent changed = change.apply(draft.content());
        int last = draft.content().savedAt(step);
        if (last > 0 && changed.equals(draft.content())) return new Saved(draft, false);
        if (seen < last) return new Saved(draft, true);
        rows.update(id, changed.savedAt(step, draft.version() + 1));
        return new Saved(rows.find(id, draft.owner()).orElseThrow(), false);
    }

    /// Keeps a picture, a logo or a document. Refuses what [DraftFiles] refuses.
    public void addFile(
            ProjectDraftId id, NewProject.AttachmentKind kind, InputStream content, String name, Actor actor) {
        files.add(get(id, actor), kind, content, name);
    }

    /// Says what a picture shows, or how a document is called.
    @Transactional
    public void describeFile(ProjectDraftId id, UUID file, String title, String alternative, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        files.describe(draft, file, title, alternative);
    }

    @Transactional
    public void removeFile(ProjectDraftId id, UUID file, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        files.remove(draft, file);
    }

    /// Throws a draft away, with its files. A draft that was sent stays: it leads to its receipt.
    @Transactional
    public void delete(ProjectDraftId id, Actor actor) {
        Optional<ProjectDraft> draft = rows.locked(id, personOf(actor));
        if (draft.isEmpty() || draft.get().sentProject() != null) return;
        throwAway(draft.get());
    }

    // What was sent stays, under the consent given with it.
    @EventListener
    void on(PersonDeleted event) {
        rows.unsentOf(event.person().value()).forEach(this::throwAway);
    }

    private void throwAway(ProjectDraft draft) {
        draft.files().forEach(files::forget);
        rows.delete(draft.id());
    }

    /// The entry that a draft is to change, where it was changed by somebody else since the draft was begun.
    @Transactional(readOnly = true)
    public Optional<ProjectRecord> overtaken(ProjectDraft draft) {
        if (draft.project() == null) return Optional.empty();
        return register.find(draft.project())
                .filter(entry -> !Integer.valueOf(entry.revision()).equals(draft.seen()));
    }

    /// Says that the author has seen what was changed meanwhile, and that the draft is to take its place.
    @Transactional
    public void goOn(ProjectDraftId id, int revision, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        if (draft.project() != null && draft.sentProject() == null) rows.seen(id, revision);
    }

    /// Sends a draft, once: a second click, a second window or a repeated request gets the entry of the first.
    /// Refuses a draft with problems ([ProjectRefused]), and a change that was overtaken; the draft is kept then.
    public ProjectId send(ProjectDraftId id, Actor actor) {
        ProjectDraft draft = get(id, actor);
        if (draft.sentProject() != null) return draft.sentProject();
        List<Violation> problems = problems(draft);
        if (!problems.isEmpty()) throw new ProjectRefused(problems);
        limits.countSent(actor);
        Taken taken = transaction.execute(status -> take(id, actor));
        if (taken == null) return Objects.requireNonNull(get(id, actor).sentProject());
        ledger.await(taken.entry());
        return taken.id();
    }

    private @Nullable Taken take(ProjectDraftId id, Actor actor) {
        ProjectDraft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        if (draft.sentProject() != null) return null;
        if (overtaken(draft).isPresent()) throw Refusal.stale();
        ProjectCollection collection = collection(draft);
        NewProject project = draft.toProject(collections.form(collection));
        Taken taken;
        if (draft.project() == null) {
            taken = register.receive(collection, project, Reception.form(draft.owner(), role(project)), actor);
            lessons.sent(taken.number(), project, null, draft.content().offered(), draft.owner());
            askOwner(taken, project, actor);
        } else {
            ProjectRecord entry = keepers.requireEditor(draft.project(), actor);
            project = keepers.mayAllow(entry, project, draft.createdAt(), actor);
            NewProject before = own.content(entry, entry.revision());
            lessons.sent(entry.number(), project, before, draft.content().offered(), draft.owner());
            // What the secretariat mends is not confirmed by its owner.
            taken = mended(draft).isPresent()
                    ? register.amend(draft.project(), entry.version(), project, actor)
                    : register.change(draft.project(), entry.version(), project, actor);
        }
        rows.sent(id, taken.id());
        mails.receipt(taken, draft.project() != null, draft.owner());
        return taken;
    }

    // Of a project that others run, its owner is told, and can take the entry over.
    private void askOwner(Taken taken, NewProject project, Actor actor) {
        if (role(project) != KeeperRole.NOMINATOR) return;
        MailAddress.parse(project.text("ownerEmail")).ifPresent(to -> {
            ProjectRecord entry = register.find(taken.id()).orElseThrow();
            keepers.send(entry, to, KeeperRole.OWNER, actor.person(), actor.name());
        });
    }

    /// What somebody is to a project that they register.
    static KeeperRole role(NewProject project) {
        return project.text("relation").equals("nominator") ? KeeperRole.NOMINATOR : KeeperRole.OWNER;
    }

    static Refusal sentAlready() {
        return new Refusal("draft-sent", 409, "stocktaking.form.problem.sent");
    }

    static UUID personOf(Actor actor) {
        return Objects.requireNonNull(actor.person(), "a draft belongs to a person");
    }
}
