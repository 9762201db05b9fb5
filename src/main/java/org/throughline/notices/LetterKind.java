package org.throughline.notices;

import java.util.List;
import java.util.Optional;
import org.throughline.directory.Person;
import org.throughline.mail.NewMail;

/// Who gets a kind of mailing, and what it says to each of them.
interface LetterKind {

    Mailing.Kind kind();

    /// What its readers stop when they stop it.
    Topic topic();

    /// The next recipients, in the order of their ids, after the last one who is on the list.
    List<Person> after(Mailing mailing, int most);

    /// Who would get it if it was released now.
    Mailings.Audience audience(Mailing mailing);

    /// What else happens when a letter of this kind is released, in the same transaction.
    default void released(Mailing mailing) {}

    /// The letter to one of them, without what makes it one of many; empty where there is nothing to say to them
    /// any more.
    ///
    /// @param stop the path that stops letters of this kind, for the words of the letter
    Optional<NewMail> write(Mailing mailing, Person person, String stop);
}
