package org.throughline.groups;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;

/// What those who registered for a meeting are written.
@Component
class ParticipantLetters {

    private final Mails mails;
    private final Outbox outbox;
    private final ParticipantRows rows;
    private final Groups groups;

    ParticipantLetters(Mails mails, Outbox outbox, ParticipantRows rows, Groups groups) {
        this.mails = mails;
        this.outbox = outbox;
        this.rows = rows;
        this.groups = groups;
    }

    void registered(Meeting meeting, Registration said, String word) {
        MailText mail = mails.in(said.language());
        String name = name(meeting, said.language());
        mail.subject("groups.mail.registered.subject", name)
                .paragraph("groups.mail.registered.text", name, when(said, meeting.starts(), meeting.ends()))
                .paragraph("groups.mail.link")
                .link("/by-mail/participants/" + word);
        outbox.send(mail.to(said.email().toMail(), "meeting-registration"));
    }

    void again(Meeting meeting, Registration said, String word) {
        MailText mail = mails.in(said.language());
        String name = name(meeting, said.language());
        mail.subject("groups.mail.registered.subject", name)
                .paragraph("groups.mail.again.text", name)
                .paragraph("groups.mail.link")
                .link("/by-mail/participants/" + word);
        outbox.send(mail.to(said.email().toMail(), "meeting-registration"));
    }

    /// @param reason empty for those who were accepted
    void decided(Meeting meeting, Registration said, String reason) {
        MailText mail = mails.in(said.language());
        String name = name(meeting, said.language());
        if (reason.isEmpty())
            mail.subject("groups.mail.accepted.subject", name)
                    .paragraph(
                            "groups.mail.accepted.text",
                            said.name(),
                            name,
                            when(said, meeting.starts(), meeting.ends()));
        else
            mail.subject("groups.mail.declined.subject", name)
                    .paragraph("groups.mail.declined.text", said.name(), name)
                    .verbatim(reason);
        outbox.send(mail.link(meeting.address()).to(said.email().toMail(), "meeting-registration"));
    }

    /// Those who registered are told in the transaction that moves or cancels the meeting.
    @EventListener
    void on(MeetingChanged event) {
        if (!event.isCancelled() && !event.isMoved()) return;
        for (Participant one : rows.of(event.before().id()))
            if (one.status() != Participant.Status.DECLINED) tell(event, one.registration());
    }

    private void tell(MeetingChanged event, Registration said) {
        MailText mail = mails.in(said.language());
        String name = name(event.before().group(), event.now().name(), said.language());
        if (event.isCancelled())
            mail.subject("groups.mail.cancelled.subject", name)
                    .paragraph("groups.mail.cancelled.text", said.name(), name);
        else
            mail.subject("groups.mail.moved.subject", name)
                    .paragraph(
                            "groups.mail.moved.text",
                            said.name(),
                            name,
                            when(said, event.now().starts(), event.now().ends()),
                            place(said, event.now().place()));
        outbox.send(mail.link(event.before().address()).to(said.email().toMail(), "meeting-changed"));
    }

    private String name(Meeting meeting, String language) {
        return name(meeting.group(), meeting.name(), language);
    }

    // Each group has a forty-third meeting.
    private String name(String group, LocalizedText meeting, String language) {
        String of = groups.find(group)
                .map(one -> " – " + one.name().textFor(language))
                .orElse("");
        return meeting.textFor(language) + of;
    }

    private static String place(Registration said, LocalizedText place) {
        return place.isEmpty() ? "–" : place.textFor(said.language());
    }

    private static String when(Registration said, String starts, String ends) {
        if (starts.isEmpty()) return "–";
        Moments moments = Moments.in(said.language());
        return ends.isEmpty() ? moments.partial(starts) : moments.partial(starts) + " – " + moments.partial(ends);
    }
}
