package org.throughline.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.throughline.groups.Seat.Role;
import org.throughline.platform.Published;

/// Who held which seat, as everybody may read it.
@Service
public class Seats {

    static final Comparator<Seat> IN_TIME = Comparator.comparing(Seat::starts).thenComparing(Seat::role);

    private final Published published;

    Seats(Published published) {
        this.published = published;
    }

    /// Every seat of a group, oldest first, chairs before vice-chairs; those that were declined as well.
    public List<Seat> of(String group) {
        return all().getOrDefault(group, List.of());
    }

    /// Every seat of every group, by the group's code.
    public Map<String, List<Seat>> all() {
        record Row(String group, Seat seat) {}
        return published.sql("""
                SELECT b.code, s.id, s.role, s.country, s.entity, s.person, s.region, s.starts, s.ends, s.status, s.note,
                       s.certainty, s.source, s.source_url
                FROM groups.published_seat s JOIN groups.published_body b ON b.id = s.group_id ORDER BY s.position""").query((row, n) -> new Row(row.getString("code"), seat(row))).list().stream()
                .sorted(Comparator.comparing(Row::seat, IN_TIME))
                .collect(Collectors.groupingBy(Row::group, Collectors.mapping(Row::seat, Collectors.toList())));
    }

    static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("country"),
                Rows.text(row, "entity"),
                row.getString("person"),
                row.getString("region"),
                row.getString("starts"),
                row.getString("ends"),
                "declined".equals(row.getString("status")),
                Rows.text(row, "note"),
                Rows.source(row));
    }
}
