package org.throughline.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.directory.EmailAddress;
import org.throughline.groups.Agendas;
import org.throughline.groups.Decision;
import org.throughline.groups.DecisionDesk;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingDecisions;
import org.throughline.groups.MeetingDesk;
import org.throughline.groups.MeetingFacts;
import org.throughline.groups.Meetings;
import org.throughline.groups.Participant;
import org.throughline.groups.Participants;
import org.throughline.groups.Registration;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// A meeting for which people can register, with rows of everything that a meeting has.
public final class SmallMeeting {

    private static final Actor SECRETARIAT = Actor.system("test");

    private final ApplicationContext program;
    private final String number;

    private SmallMeeting(ApplicationContext program, String number) {
        this.program = program;
        this.number = number;
    }

    /// @param number that no other meeting of the Council Working Group has
    /// @param rows how many items, accepted and waiting participants, and recommendations with a step each
    public static Meeting of(ApplicationContext program, String number, int rows) {
        var meeting = new SmallMeeting(program, number);
        program.getBean(MeetingDesk.class)
                .add(
                        program.getBean(Groups.class)
                                .find(Group.COUNCIL_WORKING_GROUP)
                                .orElseThrow(),
                        number,
                        meeting.facts(),
                        SECRETARIAT);
        for (int row = 1; row <= rows; row++) {
            meeting.item(row);
            meeting.recommend(row);
            meeting.accept(meeting.register("Accepted " + row));
            meeting.register("Waiting " + row);
        }
        return meeting.now();
    }

    private Meeting now() {
        return program.getBean(Meetings.class)
                .find(Group.COUNCIL_WORKING_GROUP, number)
                .orElseThrow();
    }

    private MeetingFacts facts() {
        return new MeetingFacts(
                LocalizedText.of("en", "Meeting " + number),
                "2031-03-01",
                "2031-03-03",
                LocalizedText.of("en", "Geneva"),
                Meeting.Mode.HYBRID,
                List.of("en", "ar"),
                Meeting.Status.REGISTRATION,
                LocalizedText.of("en", "Please come."),
                LocalizedText.EMPTY,
                Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                new Source("A test", "", Certainty.CONFIRMED));
    }

    private void item(int row) {
        Meeting now = now();
        program.getBean(Agendas.class)
                .add(now, String.valueOf(row), LocalizedText.of("en", "Item " + row), now.version(), SECRETARIAT);
    }

    private void recommend(int row) {
        var desk = program.getBean(DecisionDesk.class);
        Meeting now = now();
        int decision = desk.add(
                now,
                new DecisionDesk.Facts(
                        now.items().getLast().id(),
                        Decision.Kind.RECOMMENDATION,
                        LocalizedText.of("en", "Recommendation " + row),
                        LocalizedText.of("en", "The Council")),
                SECRETARIAT);
        Decision seen =
                program.getBean(MeetingDecisions.class).find(now.id(), decision).orElseThrow();
        desk.step(seen, Decision.State.FORWARDED, "2031-03-05", "A letter", "", seen.version(), SECRETARIAT);
    }

    private EmailAddress register(String name) {
        var email = new EmailAddress("p" + UUID.randomUUID() + "@example.org");
        program.getBean(Participants.class)
                .register(
                        now(),
                        new Registration(
                                name,
                                "Envoy",
                                "Example Society",
                                Registration.Capacity.ACADEMIA,
                                "KE",
                                email,
                                "en",
                                Meeting.Mode.PHYSICAL,
                                true,
                                "A ramp",
                                Registration.NameConsent.SHOWN),
                        email.value());
        return email;
    }

    private void accept(EmailAddress email) {
        var participants = program.getBean(Participants.class);
        Meeting now = now();
        Participant one = participants.of(now).stream()
                .filter(each -> each.registration().email().equals(email))
                .findFirst()
                .orElseThrow();
        participants.decide(now, one.id(), "", one.version(), SECRETARIAT);
    }
}
