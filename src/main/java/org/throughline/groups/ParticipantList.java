package org.throughline.groups;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Registration.Capacity;
import org.throughline.platform.Published;

/// Who takes part in a meeting, as everybody may read it: counts of all, and the names of those who were accepted
/// and let them be shown.
@Service
public class ParticipantList {

    private final Published published;

    ParticipantList(Published published) {
        this.published = published;
    }

    /// Somebody who may be named.
    public record Named(
            String name, String function, String organization, Capacity capacity, String country, Mode mode) {}

    public List<Named> named(UUID meeting) {
        return published
                .sql("""
                SELECT name, function, organization, capacity, country, mode FROM groups.published_participant
                WHERE meeting_id = ? ORDER BY organization, name""")
                .param(meeting)
                .query((row, n) -> new Named(
                        row.getString("name"),
                        row.getString("function"),
                        row.getString("organization"),
                        Capacity.of(row.getString("capacity")).orElseThrow(),
                        row.getString("country"),
                        Mode.of(row.getString("mode")).orElseThrow()))
                .list();
    }

    /// How many persons of one capacity take part in one way.
    ///
    /// @param accepted by the secretariat; the others wait
    public record Count(Capacity capacity, Mode mode, boolean accepted, int persons, int named) {}

    public List<Count> counts(UUID meeting) {
        return published
                .sql("""
                SELECT capacity, mode, accepted, persons, named FROM groups.published_participation WHERE meeting_id = ?""")
                .param(meeting)
                .query((row, n) -> new Count(
                        Capacity.of(row.getString("capacity")).orElseThrow(),
                        Mode.of(row.getString("mode")).orElseThrow(),
                        row.getBoolean("accepted"),
                        row.getInt("persons"),
                        row.getInt("named")))
                .list();
    }
}
