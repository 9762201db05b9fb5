package org.throughline.stocktaking;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Allowance;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;

/// How much one person may send to the register, and have written to others, so that nobody floods the desk or makes
/// a mail relay of this.
@Component
class ProjectLimits {

    private static final int LETTERS_BY_PERSON = 50;
    private static final int LETTERS_TO_ADDRESS = 3;

    private final int mostAnHour;
    private final Allowance sent;
    private final Allowance lettersBy;
    private final Allowance lettersTo;

    ProjectLimits(@Value("${throughline.register.most-an-hour:60}") int mostAnHour, Clock clock) {
        this.mostAnHour = mostAnHour;
        sent = new Allowance(mostAnHour, Duration.ofHours(1), clock);
        lettersBy = new Allowance(LETTERS_BY_PERSON, Duration.ofDays(1), clock);
        lettersTo = new Allowance(LETTERS_TO_ADDRESS, Duration.ofDays(1), clock);
    }

    /// Counts a project or a change of one; refuses it when the person has sent too many within the hour. The
    /// secretariat mends as much as it likes.
    void countSent(Actor actor) {
        if (actor.may(Permission.MODERATE_REGISTER)) return;
        String who = ProjectDrafts.personOf(actor).toString();
        if (!sent.count(who))
            throw new Refusal("too-many-projects", 429, "stocktaking.problem.too-many-projects", mostAnHour)
                    .after(sent.wait(who));
    }

    /// Counts a letter to somebody else, and says whether it may be sent.
    boolean mayWrite(UUID sender, MailAddress to) {
        return lettersBy.count(sender.toString()) && lettersTo.count(to.value().toLowerCase(Locale.ROOT));
    }
}
