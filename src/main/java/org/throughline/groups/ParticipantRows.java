package org.throughline.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.directory.EmailAddress;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Participant.Status;
import org.throughline.groups.Registration.Capacity;
import org.throughline.groups.Registration.NameConsent;

/// The rows of participants, for those who may see them whole.
@Component
class ParticipantRows {

    private static final String ALL = """
            SELECT id, meeting_id, name, function, organization, capacity, country, email, language, mode, visa, needs,
                   name_shown, status, reason, registered_at, version
            FROM groups.participant""";

    private final JdbcClient jdbc;

    ParticipantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those who did not withdraw, in the order in which they registered.
    List<Participant> of(UUID meeting) {
        return jdbc.sql(ALL + " WHERE meeting_id = ? AND status <> 'withdrawn' ORDER BY registered_at, id")
                .param(meeting)
                .query((row, n) -> participant(row))
                .list();
    }

    Optional<Participant> byWord(byte[] hash) {
        return jdbc.sql(ALL + " WHERE word = ?")
                .param(hash)
                .query((row, n) -> participant(row))
                .optional();
    }

    Optional<Participant> byEmail(UUID meeting, EmailAddress email) {
        return jdbc.sql(ALL + " WHERE meeting_id = ? AND email = ? AND status <> 'withdrawn' FOR UPDATE")
                .params(meeting, email.value())
                .query((row, n) -> participant(row))
                .optional();
    }

    Optional<Participant> take(UUID id) {
        return jdbc.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> participant(row))
                .optional();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        Status status = Status.of(row.getString("status"));
        return new Participant(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                new Registration(
                        row.getString("name"),
                        row.getString("function"),
                        row.getString("organization"),
                        Capacity.of(row.getString("capacity")).orElseThrow(),
                        row.getString("country"),
                        new EmailAddress(row.getString("email")),
                        row.getString("language"),
                        Mode.of(row.getString("mode")).orElseThrow(),
                        row.getBoolean("visa"),
                        row.getString("needs"),
                        row.getBoolean("name_shown") ? NameConsent.SHOWN : NameConsent.KEPT_BACK),
                status,
                row.getString("reason"),
                row.getTimestamp("registered_at").toInstant(),
                row.getInt("version"));
    }
}
