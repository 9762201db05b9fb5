package org.throughline.notices;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;
import org.throughline.notices.SealedLinks.Purpose;
import org.throughline.notices.UpdateCall.Question;
import org.throughline.platform.Moments;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// The letter of an update call: to each person one, with all entries they keep and a link for each.
@Component
class UpdateLetter implements LetterKind {

    private static final int SHOWN = 30;

    private final UpdateCallRows rows;
    private final People people;
    private final Unsubscribed unsubscribed;
    private final PublishedProjects projects;
    private final SealedLinks links;
    private final Mails mails;
    private final Clock clock;

    UpdateLetter(
            UpdateCallRows rows,
            People people,
            Unsubscribed unsubscribed,
            PublishedProjects projects,
            SealedLinks links,
            Mails mails,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.unsubscribed = unsubscribed;
        this.projects = projects;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Mailing.Kind kind() {
        return Mailing.Kind.UPDATE_CALL;
    }

    @Override
    public Topic topic() {
        return Topic.UPDATE_CALLS;
    }

    @Override
    public List<Person> after(Mailing mailing, int most) {
        return after(mailing, false, most);
    }

    List<Person> after(Mailing mailing, boolean openOnly, int most) {
        UpdateCall call = rows.ofMailing(mailing.id()).orElseThrow();
        UUID last = mailing.listedUntil();
        List<UUID> ids = rows.peopleAfter(call.id(), last, openOnly, most);
        // A page of people who have all left must not look like the end of the list.
        while (!ids.isEmpty()) {
            List<Person> some = people.reachable(ids.stream().map(PersonId::new).toList());
            if (!some.isEmpty()) return some;
            ids = rows.peopleAfter(call.id(), ids.getLast(), openOnly, most);
        }
        return List.of();
    }

    @Override
    public Mailings.Audience audience(Mailing mailing) {
        UpdateCall call = rows.ofMailing(mailing.id()).orElseThrow();
        return new Mailings.Audience(
                rows.countPeople(call.collection(), clock.instant()), unsubscribed.count(Topic.UPDATE_CALLS));
    }

    @Override
    public void released(Mailing mailing) {
        rows.open(rows.ofMailing(mailing.id()).orElseThrow(), clock.instant());
    }

    @Override
    public Optional<NewMail> write(Mailing mailing, Person person, String stop) {
        UpdateCall call = rows.ofMailing(mailing.id()).orElseThrow();
        Optional<UUID> letter = rows.letter(call.id(), person.id().value());
        // A call that is not open yet is looked at by who writes it, with an example in the place of the entries.
        if (call.openedAt() == null) return Optional.of(text(mailing, call, person, List.of(), null, stop));
        List<Question> open = letter.map(rows::questions).orElse(List.of()).stream()
                .filter(question -> question.answer() == null && !question.settled())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(text(mailing, call, person, open, letter.orElseThrow(), stop));
    }

    private NewMail text(
            Mailing mailing,
            UpdateCall call,
            Person person,
            List<Question> questions,
            @Nullable UUID letter,
            String stop) {
        String language = mailing.body().languageFor(person.language());
        MailText mail = mails.in(language)
                .subjectAs(mailing.subject().textFor(language))
                .verbatim(mailing.body().textFor(language))
                .paragraph("notices.update.mail.until", Moments.in(language).date(call.closesAt(), Moments.GENEVA));
        if (letter == null) mail.paragraph("notices.update.mail.example");
        entries(questions)
                .forEach(entry -> mail.verbatim(entry.title() + "\n"
                        + mail.address("/by-mail/entry/" + links.seal(Purpose.ENTRY, entry.question()))));
        if (letter != null)
            mail.paragraph("notices.update.mail.all", questions.size())
                    .link("/by-mail/entries/" + links.seal(Purpose.ENTRIES, letter));
        return mail.paragraph("notices.update.mail.why")
                .link(stop)
                .to(person.email().toMail(), kind() == Mailing.Kind.UPDATE_CALL ? "update-call" : "update-reminder");
    }

    private record Entry(UUID question, String title) {}

    private List<Entry> entries(List<Question> questions) {
        List<Question> shown = questions.subList(0, Math.min(SHOWN, questions.size()));
        Map<Long, PublishedProject> known = projects
                .whole(shown.stream().map(Question::number).toList())
                .stream()
                .collect(Collectors.toMap(PublishedProject::number, project -> project));
        List<Entry> entries = new ArrayList<>();
        for (Question question : shown) {
            PublishedProject project = known.get(question.number());
            if (project != null) entries.add(new Entry(question.id(), project.title()));
        }
        return entries;
    }
}
