package org.throughline.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meeting.Status;
import org.throughline.platform.Published;

/// The meetings of groups as everybody may read them.
@Service
public class Meetings {

    private static final String MEETINGS = """
            SELECT m.id, b.code, m.number, m.name, m.starts, m.ends, m.place, m.mode, m.languages, m.status, m.invitation, m.note,
                   m.registration_until, m.certainty, m.source, m.source_url, m.version
            FROM groups.published_meeting m JOIN groups.published_body b ON b.id = m.group_id""";

    /// Newest first; those whose date is not known by their number among the others.
    private static final Comparator<Meeting> NEWEST_FIRST = Comparator.comparing(Meetings::order)
            .thenComparing(Meeting::starts)
            .thenComparing(Meeting::number)
            .reversed();

    private final Published published;

    Meetings(Published published) {
        this.published = published;
    }

    public Optional<Meeting> find(UUID id) {
        return meetings(published.sql(MEETINGS + " WHERE m.id = ?").param(id)).stream()
                .findFirst();
    }

    /// @param group its code
    public Optional<Meeting> find(String group, String number) {
        return meetings(published
                        .sql(MEETINGS + " WHERE b.code = ? AND m.number = ?")
                        .param(group)
                        .param(number))
                .stream()
                .findFirst();
    }

    /// Every meeting of a group, newest first.
    public List<Meeting> of(String group) {
        return meetings(published.sql(MEETINGS + " WHERE b.code = ?").param(group));
    }

    /// Every meeting of all groups, newest first.
    public List<Meeting> all() {
        return meetings(published.sql(MEETINGS));
    }

    private static int order(Meeting one) {
        return one.number().matches("\\d{1,6}") ? Integer.parseInt(one.number()) : Integer.MAX_VALUE;
    }

    private List<Meeting> meetings(JdbcClient.StatementSpec asked) {
        List<Meeting> bare = asked.query((row, n) -> meeting(row)).list();
        if (bare.isEmpty()) return bare;
        Map<UUID, List<AgendaItem>> items = new HashMap<>();
        published
                .sql("""
                SELECT id, meeting_id, number, title FROM groups.published_agenda_item WHERE meeting_id = ANY (?)
                ORDER BY position, id""")
                .param(bare.stream().map(Meeting::id).toArray(UUID[]::new))
                .query(row -> {
                    items.computeIfAbsent(row.getObject("meeting_id", UUID.class), id -> new ArrayList<>())
                            .add(new AgendaItem(
                                    row.getObject("id", UUID.class), row.getString("number"), Rows.text(row, "title")));
                });
        return bare.stream()
                .map(one -> with(one, items.getOrDefault(one.id(), List.of())))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Meeting with(Meeting one, List<AgendaItem> items) {
        return new Meeting(
                one.id(),
                one.group(),
                one.number(),
                one.name(),
                one.starts(),
                one.ends(),
                one.place(),
                one.mode(),
                one.languages(),
                one.status(),
                one.invitation(),
                one.note(),
                one.registrationUntil(),
                one.source(),
                one.version(),
                List.copyOf(items));
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("registration_until");
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("number"),
                Rows.text(row, "name"),
                row.getString("starts"),
                row.getString("ends"),
                Rows.text(row, "place"),
                Mode.of(row.getString("mode")).orElse(null),
                Rows.list(row, "languages"),
                Status.of(row.getString("status")).orElseThrow(),
                Rows.text(row, "invitation"),
                Rows.text(row, "note"),
                until == null ? null : until.toInstant(),
                Rows.source(row),
                row.getInt("version"),
                List.of());
    }
}
