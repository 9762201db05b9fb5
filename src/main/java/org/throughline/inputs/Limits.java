package org.throughline.inputs;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Allowance;

/// Counts what one person sends in, and the letters that endorsers get on somebody's word, so that nobody can flood
/// a call or make a mail relay of this program. What it remembers is bounded, whoever attacks.
@Component
class Limits {

    private static final int LETTERS_BY_PERSON = 100;
    private static final int LETTERS_TO_ADDRESS = 3;

    private final Allowance inputs;
    private final Allowance lettersByPerson;
    private final Allowance lettersToAddress;

    Limits(@Value("${throughline.inputs.most-an-hour:60}") int mostAnHour, Clock clock) {
        inputs = new Allowance(mostAnHour, Duration.ofHours(1), clock);
        lettersByPerson = new Allowance(LETTERS_BY_PERSON, Duration.ofDays(1), clock);
        lettersToAddress = new Allowance(LETTERS_TO_ADDRESS, Duration.ofDays(1), clock);
    }

    /// Counts an input; refuses it when the person has sent too many to this call within the hour.
    void countInput(UUID person, CallId call) {
        if (!inputs.count(person + " " + call.value())) throw InputRefusals.tooManyInputs();
    }

    /// Counts a letter, and says whether it may be sent.
    ///
    /// @param sender on whose word it is sent
    boolean mayWrite(String sender, MailAddress to) {
        return lettersByPerson.count(sender)
                && lettersToAddress.count(to.value().toLowerCase(java.util.Locale.ROOT));
    }
}
