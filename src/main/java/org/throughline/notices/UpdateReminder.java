package org.throughline.notices;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.directory.Person;
import org.throughline.mail.NewMail;

/// The one reminder of an update call: the same letter, to those who have not answered for every entry.
@Component
class UpdateReminder implements LetterKind {

    private final UpdateLetter letter;
    private final UpdateCallRows rows;

    UpdateReminder(UpdateLetter letter, UpdateCallRows rows) {
        this.letter = letter;
        this.rows = rows;
    }

    @Override
    public Mailing.Kind kind() {
        return Mailing.Kind.UPDATE_REMINDER;
    }

    @Override
    public Topic topic() {
        return Topic.UPDATE_CALLS;
    }

    @Override
    public List<Person> after(Mailing mailing, int most) {
        return letter.after(mailing, true, most);
    }

    @Override
    public Mailings.Audience audience(Mailing mailing) {
        UpdateCall call = rows.ofMailing(mailing.id()).orElseThrow();
        return new Mailings.Audience(
                rows.peopleAfter(call.id(), null, true, Integer.MAX_VALUE).size(), 0);
    }

    @Override
    public Optional<NewMail> write(Mailing mailing, Person person, String stop) {
        return letter.write(mailing, person, stop);
    }
}
