package org.throughline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.directory.PersonId;
import org.throughline.notices.SealedLinks.Purpose;
import org.throughline.notices.UpdateCall.Question;
import org.throughline.platform.Ids;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectId;
import org.throughline.stocktaking.Register;

/// The yearly call to say whether entries are still true. Its letter is a mailing like any other, so it is
/// written, looked at, released, stopped and resumed in the same way. Answers come by links that need no
/// session.
@Service
public class UpdateCalls {

    /// How long after its end a call still takes answers by its links.
    private static final Duration GRACE = Duration.ofDays(30);

    private final UpdateCallRows rows;
    private final MailingRows mailingRows;
    private final Mailings mailings;
    private final ProjectCollections collections;
    private final Register register;
    private final People people;
    private final SealedLinks links;
    private final Messages messages;
    private final Clock clock;

    UpdateCalls(
            UpdateCallRows rows,
            MailingRows mailingRows,
            Mailings mailings,
            ProjectCollections collections,
            Register register,
            People people,
            SealedLinks links,
            Messages messages,
            Clock clock) {
        this.rows = rows;
        this.mailingRows = mailingRows;
        this.mailings = mailings;
        this.collections = collections;
        this.register = register;
        this.people = people;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<UpdateCall> all(Actor actor) {
        Mailings.mustWrite(actor);
        return rows.all();
    }

    @Transactional(readOnly = true)
    public UpdateCall get(UUID id, Actor actor) {
        Mailings.mustWrite(actor);
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public UpdateCall.Answers answers(UpdateCall call) {
        return rows.answers(call.id());
    }

    /// Prepares a call for a register, with words in six languages that the secretariat may change before it goes
    /// out. Refuses an end that is past.
    @Transactional
    public UpdateCall prepare(String collection, Instant closesAt, Actor actor) {
        Mailings.mustWrite(actor);
        ProjectCollection register = collections.find(collection).orElseThrow(Refusal::notFound);
        if (!closesAt.isAfter(clock.instant()))
            throw new Refusal("call-ends-in-the-past", 422, "notices.problem.end-past");
        MailingId mailing = letter(
                Mailing.Kind.UPDATE_CALL,
                words("notices.update.words.subject", register.name()),
                words("notices.update.words.body", register.name()),
                actor);
        var call = new UpdateCall(Ids.next(), collection, mailing, null, closesAt, clock.instant(), null);
        rows.insert(call);
        return call;
    }

    private MailingId letter(Mailing.Kind kind, LocalizedText subject, LocalizedText body, Actor actor) {
        var id = new MailingId(Ids.next());
        mailingRows.insert(mailings.draft(id, kind, subject, body, actor));
        return id;
    }

    private LocalizedText words(String key, LocalizedText register) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : Languages.ALL)
            words.put(language, messages.in(language).of(key, register));
        return new LocalizedText(words);
    }

    /// Prepares the reminder of a call that is open; there is one, and no more.
    @Transactional
    public UpdateCall remind(UUID id, Actor actor) {
        UpdateCall call = get(id, actor);
        if (call.openedAt() == null || !call.closesAt().isAfter(clock.instant())) throw Refusal.stale();
        if (call.reminder() != null) return call;
        LocalizedText register =
                collections.find(call.collection()).orElseThrow().name();
        MailingId reminder = letter(
                Mailing.Kind.UPDATE_REMINDER,
                words("notices.update.words.reminder.subject", register),
                words("notices.update.words.reminder.body", register),
                actor);
        if (!rows.remind(id, reminder)) throw Refusal.stale();
        return get(id, actor);
    }

    /// What a link asks; empty for one that is not ours, for an entry that is no longer public or not theirs any
    /// more, and long after the end of the call.
    @Transactional(readOnly = true)
    public Optional<Question> look(String word) {
        return links.open(Purpose.ENTRY, word).flatMap(rows::question).filter(this::isOpen);
    }

    /// Everything that one letter asks; empty as with [#look].
    @Transactional(readOnly = true)
    public Optional<List<Question>> lookAll(String word) {
        return links.open(Purpose.ENTRIES, word)
                .map(rows::questions)
                .map(all -> all.stream().filter(this::isOpen).toList())
                .filter(all -> !all.isEmpty());
    }

    private boolean isOpen(Question question) {
        return question.closesAt().plus(GRACE).isAfter(clock.instant())
                && keeper(question).isPresent();
    }

    private Optional<Person> keeper(Question question) {
        return people.reachable(List.of(new PersonId(question.person()))).stream()
                .findFirst();
    }

    /// The word of the link for one entry.
    public String word(Question question) {
        return links.seal(Purpose.ENTRY, question.id());
    }

    /// The word of the link for all entries of one letter.
    public String allWord(Question question) {
        return links.seal(Purpose.ENTRIES, question.letter());
    }

    /// Takes the answer to one question; the same answer again changes nothing. False as [#look] says.
    ///
    /// @param over whether the project is over; else the entry is still true
    @Transactional
    public boolean answer(String word, boolean over) {
        Optional<Question> question = look(word);
        question.ifPresent(asked -> answer(asked, over));
        return question.isPresent();
    }

    /// Says of all entries of a letter that have no answer that they are still true.
    @Transactional
    public boolean confirmAll(String word) {
        Optional<List<Question>> all = lookAll(word);
        all.ifPresent(questions -> questions.stream()
                .filter(question -> question.answer() == null && !question.settled())
                .forEach(question -> answer(question, false)));
        return all.isPresent();
    }

    private void answer(Question question, boolean over) {
        String answer = over ? "over" : "true";
        if (answer.equals(question.answer())) return;
        Person keeper = keeper(question).orElseThrow();
        var actor = new Actor(keeper.id().value(), keeper.name(), Set.of(Permission.CONTRIBUTE));
        if (over) register.close(new ProjectId(question.project()), actor);
        else register.confirm(new ProjectId(question.project()), actor);
        rows.answer(question.id(), answer, clock.instant());
    }

    /// What waits for a person in calls that are open: the path of the page with all of it, how many entries,
    /// until when.
    public record Waiting(String path, int entries, Instant closesAt) {}

    @Transactional(readOnly = true)
    public List<Waiting> waiting(UUID person) {
        return rows.waiting(person, clock.instant()).stream()
                .map(one -> new Waiting(
                        "/by-mail/entries/" + links.seal(Purpose.ENTRIES, one.letter()), one.entries(), one.closesAt()))
                .toList();
    }

    @EventListener
    void on(PersonDeleted event) {
        rows.forget(event.person().value());
        mailingRows.forget(event.person().value());
    }
}
