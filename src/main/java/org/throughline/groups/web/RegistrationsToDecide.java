package org.throughline.groups.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Status;
import org.throughline.groups.Meetings;
import org.throughline.groups.Participants;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// Registrations among what waits for the secretariat, meeting by meeting, as long as the meeting is to come.
@Component
class RegistrationsToDecide implements WorkItems {

    private final Participants participants;
    private final Meetings meetings;
    private final Messages messages;

    RegistrationsToDecide(Participants participants, Meetings meetings, Messages messages) {
        this.participants = participants;
        this.meetings = meetings;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.MANAGE_CALLS)) return List.of();
        Messages.Texts texts = messages.in(language);
        List<Item> items = new ArrayList<>();
        Map<UUID, Long> waiting = participants.waiting();
        if (waiting.isEmpty()) return items;
        for (Meeting meeting : meetings.all())
            if (isToCome(meeting) && waiting.containsKey(meeting.id()))
                items.add(new Item(
                        texts.of("groups.registrations.title") + " – "
                                + meeting.name().textFor(language),
                        meeting.address() + "/registrations",
                        texts.of("groups.participants.waiting", waiting.get(meeting.id())),
                        null));
        return items;
    }

    private static boolean isToCome(Meeting meeting) {
        return meeting.status() == Status.ANNOUNCED || meeting.status() == Status.REGISTRATION;
    }
}
