package org.throughline.notices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;

/// A letter to all members, in the words of the secretariat.
@Component
class MemberLetter implements LetterKind {

    private final People people;
    private final Unsubscribed unsubscribed;
    private final Mails mails;

    MemberLetter(People people, Unsubscribed unsubscribed, Mails mails) {
        this.people = people;
        this.unsubscribed = unsubscribed;
        this.mails = mails;
    }

    @Override
    public Mailing.Kind kind() {
        return Mailing.Kind.MEMBERS;
    }

    @Override
    public Topic topic() {
        return Topic.LETTERS;
    }

    @Override
    public List<Person> after(Mailing mailing, int most) {
        PersonId last = mailing.listedUntil() == null ? null : new PersonId(mailing.listedUntil());
        return people.membersAfter(last, Objects.requireNonNull(mailing.releasedAt()), most);
    }

    @Override
    public Mailings.Audience audience(Mailing mailing) {
        return new Mailings.Audience(people.countMembers(), unsubscribed.count(Topic.LETTERS));
    }

    @Override
    public Optional<NewMail> write(Mailing mailing, Person person, String stop) {
        String language = mailing.body().languageFor(person.language());
        return Optional.of(mails.in(language)
                .subjectAs(mailing.subject().textFor(language))
                .verbatim(mailing.body().textFor(language))
                .paragraph("notices.letter.why")
                .link(stop)
                .to(person.email().toMail(), "letter-to-members"));
    }
}
