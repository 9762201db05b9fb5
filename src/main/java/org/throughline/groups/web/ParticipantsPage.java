package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Meeting;
import org.throughline.groups.ParticipantList.Named;

/// Who takes part in a meeting.
///
/// @param accepted how many persons were accepted
/// @param waiting how many wait for the secretariat
/// @param named how many of those accepted let their names be shown
public record ParticipantsPage(
        Meeting meeting, int accepted, int waiting, int named, List<Line> lines, List<Person> persons) {

    /// Those accepted of one capacity.
    public record Line(String capacity, int physical, int remote) {}

    /// @param country its name; empty for none
    public record Person(Named named, String capacity, String country, String mode) {}
}
