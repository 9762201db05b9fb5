package org.throughline.inputs;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.directory.People;
import org.throughline.directory.PersonDeleted;
import org.throughline.directory.PersonId;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.files.StoredFile;
import org.throughline.inputs.Draft.DraftFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.ResumeCode;
import tools.jackson.databind.JsonNode;

/// Keeps what people type until they send it: one draft for each person and call, saved step by step, bound to the
/// questionnaire it began with. A step saved from a window that is out of date is not taken over, so that neither
/// text is lost; see [Saved].
@Service
public class InputDrafts {

    private static final long LARGEST_FILE = 10L << 20;
    private static final int MOST_FILES = 20;
    // Where the questionnaire sets no bound.
    private static final int MOST_FILES_OF_QUESTION = 10;

    private final DraftRows rows;
    private final OwnInputRows sentInputs;
    private final DraftCheck check;
    private final Calls calls;
    private final Inputs inputs;
    private final Files files;
    private final People people;
    private final InputMails mails;
    private final TransactionTemplate transaction;

    InputDrafts(
            DraftRows rows,
            OwnInputRows sentInputs,
            DraftCheck check,
            Calls calls,
            Inputs inputs,
            Files files,
            People people,
            InputMails mails,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.sentInputs = sentInputs;
        this.check = check;
        this.calls = calls;
        this.inputs = inputs;
        this.files = files;
        this.people = people;
        this.mails = mails;
        this.transaction = transaction;
    }

    /// How saving went.
    ///
    /// @param draft as it is stored now
    /// @param stale true when another window had saved something else meanwhile; then nothing was taken over
    public record Saved(Draft draft, boolean stale) {}

    /// The person's draft for a call, begun now unless there is one. Refuses while the call takes nothing in.
    @Transactional
    public Draft start(CallId call, String language, Actor actor) {
        UUID owner = personOf(actor);
        Optional<Draft> begun = rows.unsent(call, owner);
        if (begun.isPresent()) return begun.get();
        Calls.Window window = calls.window(call);
        if (!window.isOpenAt(inputs.now()) || window.questionnaire() == 0) throw InputRefusals.callNotOpen();
        rows.insert(
                call,
                owner,
                null,
                window.questionnaire(),
                new DraftContent(knownOf(owner, language), null, null, null, null));
        return rows.unsent(call, owner).orElseThrow(Refusal::stale);
    }

    // What we know already is not asked again, and can be changed.
    private Map<String, String> knownOf(UUID owner, String language) {
        Map<String, String> who = new LinkedHashMap<>();
        who.put("language", language);
        people.find(new PersonId(owner)).ifPresent(person -> {
            who.put("name", person.name());
            who.put("email", person.email().value());
        });
        return who;
    }

    /// A draft that is to take the place of an input its owner sent, filled with what was sent. Refused to others
    /// and after the deadline.
    @Transactional
    public Draft startReplacement(InputId id, Actor actor) {
        UUID owner = personOf(actor);
        InputRecord input = inputs.ownedBy(actor, id);
        if (!owner.equals(input.owner())) throw Refusal.notFound();
        if (input.withdrawnAt() != null) throw InputRefusals.withdrawn();
        if (!calls.window(input.call()).isOpenAt(inputs.now())) throw InputRefusals.callNotOpen();
        Optional<Draft> begun = rows.replacing(id, owner);
        if (begun.isPresent()) return begun.get();
        int version = sentInputs.questionnaireVersion(id, input.revision());
        DraftContent sent = sentInputs.asDraft(input).withAllSteps(calls.questionnaire(input.call(), version));
        rows.insert(input.call(), owner, id, version, sent);
        Draft draft = rows.replacing(id, owner).orElseThrow(Refusal::stale);
        sentInputs
                .attachments(id, input.revision())
                .forEach(file -> rows.insertFile(
                        draft.id(), new DraftFile(Ids.next(), file.question(), file.file(), file.title())));
        return rows.replacing(id, owner).orElseThrow(Refusal::stale);
    }

    /// A draft for its owner's eyes; for everybody else there is none.
    @Transactional(readOnly = true)
    public Draft get(DraftId id, Actor actor) {
        return rows.find(id, personOf(actor)).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> unsent(CallId call, Actor actor) {
        return rows.unsent(call, personOf(actor));
    }

    @Transactional(readOnly = true)
    public List<Draft> unsentOf(Actor actor) {
        return rows.unsentOf(personOf(actor));
    }

    /// The draft that a code names, for its owner only: the code alone opens nothing.
    @Transactional(readOnly = true)
    public Optional<Draft> byCode(String typed, Actor actor) {
        String code = ResumeCode.typed(typed);
        return rows.byCode(code, personOf(actor));
    }

    /// Sends its owner a message with the way back to a draft.
    @Transactional
    public void mailLink(DraftId id, Actor actor) {
        Draft draft = get(id, actor);
        if (draft.sentInput() != null) throw InputRefusals.draftSent();
        mails.draftLink(draft, inputs.now());
    }

    /// Everything that keeps the draft from being sent; empty when it can be.
    @Transactional(readOnly = true)
    public List<Violation> problems(Draft draft) {
        return check.problems(draft);
    }

    @Transactional
    public Saved saveWho(DraftId id, int seen, Map<String, String> who, Actor actor) {
        return save(id, DraftContent.WHO, seen, content -> content.withWho(who), actor);
    }

    /// Saves the answers of one section; those of all others stay as they are, whatever window they came from.
    @Transactional
    public Saved saveAnswers(
            DraftId id, Questionnaire.Section section, int seen, Map<String, JsonNode> answers, Actor actor) {
        List<String> questions =
                section.questions().stream().map(Questionnaire.Question::code).toList();
        return save(
                id,
                DraftContent.section(section.code()),
                seen,
                content -> content.withAnswers(questions, answers),
                actor);
    }

    @Transactional
    public Saved saveConsent(DraftId id, int seen, Map<String, Boolean> answered, Actor actor) {
        return save(id, DraftContent.CONSENT, seen, content -> content.withConsent(answered), actor);
    }

    @Transactional
    public Saved saveEndorsers(DraftId id, int seen, List<Map<String, String>> endorsers, Actor actor) {
        return save(id, DraftContent.ENDORSERS, seen, content -> content.withEndorsers(endorsers), actor);
    }

    /// Remembers that the person has seen the page for files.
    @Transactional
    public Saved saveFiles(DraftId id, Actor actor) {
        return save(id, DraftContent.FILES, Integer.MAX_VALUE, content -> content, actor);
    }

    private Saved save(DraftId id, String step, int seen, UnaryOperator<DraftContent> change, Actor actor) {
        Draft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        if (draft.sentInput() != null) throw InputRefusals.draftSent();
        DraftContent changed = change.apply(draft.content());
        int last = draft.content().savedAt(step);
        if (last > 0 && changed.equals(draft.content())) return new Saved(draft, false);
        if (seen < last) return new Saved(draft, true);
        rows.update(id, changed.savedAt(step, draft.version() + 1));
        return new Saved(rows.find(id, draft.owner()).orElseThrow(), false);
    }

    /// Keeps a file for a question. Refuses what [Files] refuses, and more files than the question takes. A file
    /// that is attached there already, sent again because the answer got lost, is not attached twice.
    public void addFile(DraftId id, String question, InputStream content, String name, Actor actor) {
        requireFiles(get(id, actor), question);
        FileId file = files.store(content, name, LARGEST_FILE);
        try {
            transaction.executeWithoutResult(status -> {
                Draft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
                StoredFile stored = files.find(file).orElseThrow();
                if (isAttached(draft, question, stored)) {
                    files.delete(file);
                    return;
                }
                requireRoom(draft, question);
                rows.insertFile(id, new DraftFile(Ids.next(), question, file.value(), stored.name()));
                rows.update(id, draft.content().savedAt(DraftContent.FILES, draft.version() + 1));
            });
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(status -> files.delete(file));
            throw e;
        }
    }

    private boolean isAttached(Draft draft, String question, StoredFile file) {
        List<FileId> attached = draft.filesOf(question).stream()
                .map(each -> new FileId(each.file()))
                .toList();
        return files.find(attached).stream()
                .anyMatch(each ->
                        each.sha256().equals(file.sha256()) && each.name().equals(file.name()));
    }

    private Questionnaire.Question requireFiles(Draft draft, String code) {
        if (draft.sentInput() != null) throw InputRefusals.draftSent();
        return calls.questionnaire(draft.call(), draft.questionnaireVersion())
                .question(code)
                .filter(candidate -> candidate.kind() == Questionnaire.Kind.FILE)
                .orElseThrow(Refusal::notFound);
    }

    private void requireRoom(Draft draft, String code) {
        Questionnaire.Question question = requireFiles(draft, code);
        int most = question.max() > 0 ? question.max() : MOST_FILES_OF_QUESTION;
        if (draft.filesOf(code).size() >= most) throw InputRefusals.tooManyFiles(most);
        if (draft.files().size() >= MOST_FILES) throw InputRefusals.tooManyFiles(MOST_FILES);
    }

    @Transactional
    public void removeFile(DraftId id, UUID row, Actor actor) {
        Draft draft = rows.locked(id, personOf(actor)).orElseThrow(Refusal::notFound);
        draft.files().stream().filter(file -> file.id().equals(row)).findFirst().ifPresent(this::forget);
    }

    private void forget(DraftFile file) {
        rows.deleteFile(file.id());
        if (!rows.isUsed(file.file())) files.delete(new FileId(file.file()));
    }

    /// Throws a draft away, with its files. A draft that was sent stays: it leads to its receipt.
    @Transactional
    public void delete(DraftId id, Actor actor) {
        Optional<Draft> draft = rows.locked(id, personOf(actor));
        if (draft.isEmpty() || draft.get().sentInput() != null) return;
        throwAway(draft.get());
    }

    // What was sent stays, under the consent given with it.
    @EventListener
    void on(PersonDeleted event) {
        rows.unsentOf(event.person().value()).forEach(this::throwAway);
    }

    // A draft that was to take the place of a withdrawn input has the same words.
    @EventListener
    void on(InputPublicityChanged event) {
        rows.replacingWithdrawn(event.input()).forEach(this::throwAway);
    }

    private void throwAway(Draft draft) {
        draft.files().forEach(this::forget);
        rows.delete(draft.id());
    }

    /// Sends a draft, once: a second click, a second window or a repeated request gets the input of the first.
    /// Refuses a draft with problems ([InputRefused]) and one that comes too late; the draft is kept then.
    public InputId send(DraftId id, String language, Actor actor) {
        Draft draft = get(id, actor);
        if (draft.sentInput() != null) return draft.sentInput();
        List<Violation> problems = new ArrayList<>(check.problems(draft));
        if (!calls.window(draft.call()).isOpenAt(inputs.now())) throw InputRefusals.callNotOpen();
        if (!problems.isEmpty()) throw new InputRefused(problems);
        var sending = new Inputs.FromDraft(draft.questionnaireVersion(), input -> {
            if (!rows.sent(id, input)) throw Refusal.stale();
        });
        try {
            if (draft.replaces() != null)
                return inputs.replace(draft.replaces(), draft.toInput(), sending, actor)
                        .id();
            Reception reception =
                    new Reception(Reception.Origin.FORM, draft.owner(), null, "draft:" + id, null, language);
            return inputs.submit(draft.call(), draft.toInput(), reception, sending, actor)
                    .id();
        } catch (Refusal refused) {
            InputId before = get(id, actor).sentInput();
            if (before == null) throw refused;
            return before;
        }
    }

    static UUID personOf(Actor actor) {
        return Objects.requireNonNull(actor.person(), "a draft belongs to a person");
    }
}
