package org.throughline.groups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.groups.Decision.Kind;
import org.throughline.groups.Decision.State;
import org.throughline.groups.Decision.Step;
import org.throughline.platform.Published;

/// What meetings decided and recommended, as everybody may read it.
@Service
public class MeetingDecisions {

    private static final String DECISIONS = """
            SELECT d.id, d.meeting_id, b.code, m.number AS meeting, m.name, d.item_id, d.number, d.kind, d.text, d.actors,
                   d.version
            FROM groups.published_decision d JOIN groups.published_meeting m ON m.id = d.meeting_id
            JOIN groups.published_body b ON b.id = m.group_id""";

    private final Published published;

    MeetingDecisions(Published published) {
        this.published = published;
    }

    public List<Decision> of(UUID meeting) {
        return decisions(published
                .sql(DECISIONS + " WHERE d.meeting_id = ? ORDER BY d.number")
                .param(meeting));
    }

    public Optional<Decision> find(UUID meeting, int number) {
        return decisions(published
                        .sql(DECISIONS + " WHERE d.meeting_id = ? AND d.number = ?")
                        .param(meeting)
                        .param(number))
                .stream()
                .findFirst();
    }

    /// Every recommendation of every meeting, newest meeting first.
    public List<Decision> recommendations() {
        return decisions(published.sql(DECISIONS
                + " WHERE d.kind = 'recommendation' ORDER BY m.starts DESC, b.position, m.number DESC, d.number"));
    }

    private List<Decision> decisions(JdbcClient.StatementSpec asked) {
        List<Decision> bare = asked.query((row, n) -> new Decision(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        row.getString("code"),
                        row.getString("meeting"),
                        Rows.text(row, "name"),
                        row.getObject("item_id", UUID.class),
                        row.getInt("number"),
                        Kind.of(row.getString("kind")).orElseThrow(),
                        Rows.text(row, "text"),
                        Rows.text(row, "actors"),
                        row.getInt("version"),
                        List.of()))
                .list();
        if (bare.isEmpty()) return bare;
        Map<UUID, List<Step>> steps = new HashMap<>();
        published
                .sql("""
                SELECT id, decision_id, state, happened, source, source_url FROM groups.published_step
                WHERE decision_id = ANY (?) ORDER BY added_at, id""")
                .param(bare.stream().map(Decision::id).toArray(UUID[]::new))
                .query(row -> {
                    steps.computeIfAbsent(row.getObject("decision_id", UUID.class), id -> new ArrayList<>())
                            .add(new Step(
                                    row.getObject("id", UUID.class),
                                    State.of(row.getString("state")).orElseThrow(),
                                    row.getString("happened"),
                                    row.getString("source"),
                                    row.getString("source_url")));
                });
        return bare.stream()
                .map(one -> new Decision(
                        one.id(),
                        one.meeting(),
                        one.group(),
                        one.meetingNumber(),
                        one.meetingName(),
                        one.item(),
                        one.number(),
                        one.kind(),
                        one.text(),
                        one.actors(),
                        one.version(),
                        List.copyOf(steps.getOrDefault(one.id(), List.of()))))
                .toList();
    }
}
