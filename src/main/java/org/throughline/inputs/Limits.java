package org.throughline.inputs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.mail.MailAddress;

/// Counts what one person sends in, and the letters that endorsers get on somebody's word, so that nobody can flood
/// a call or make a mail relay of this program. What it remembers is bounded, whoever attacks.
@Component
class Limits {

    private static final int LETTERS_BY_PERSON = 100;
    private static final int LETTERS_TO_ADDRESS = 3;

    private final Counter inputs;
    private final Counter lettersByPerson;
    private final Counter lettersToAddress;

    Limits(@Value("${throughline.inputs.most-an-hour:60}") int mostAnHour, Clock clock) {
        inputs = new Counter(mostAnHour, Duration.ofHours(1), clock);
        lettersByPerson = new Counter(LETTERS_BY_PERSON, Duration.ofDays(1), clock);
        lettersToAddress = new Counter(LETTERS_TO_ADDRESS, Duration.ofDays(1), clock);
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

    private static final class Counter {

        private static final int REMEMBERED = 20_000;

        private final int most;
        private final Duration period;
        private final Clock clock;
        private final Cache<String, Counted> counted;

        Counter(int most, Duration period, Clock clock) {
            this.most = most;
            this.period = period;
            this.clock = clock;
            counted = Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(period)
                    .build();
        }

        boolean count(String who) {
            Instant now = clock.instant();
            Counted sum = counted.asMap()
                    .compute(
                            who,
                            (key, before) -> before == null
                                            || before.since().plus(period).isBefore(now)
                                    ? new Counted(now, 1)
                                    : new Counted(before.since(), before.times() + 1));
            return sum.times() <= most;
        }
    }

    private record Counted(Instant since, int times) {}
}
