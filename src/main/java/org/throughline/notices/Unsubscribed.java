package org.throughline.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.directory.PersonId;

/// Who wants no more mail about what. Stopping works from a mail alone, as often as it is asked for, and says
/// nothing about the person to whoever holds the link.
@Service
public class Unsubscribed {

    private final JdbcClient jdbc;
    private final SealedLinks links;
    private final Clock clock;

    Unsubscribed(JdbcClient jdbc, SealedLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /// Whether this is a link of ours, and if so whether it has been used.
    ///
    /// @param word the sealed word of the link
    @Transactional(readOnly = true)
    public Optional<Boolean> look(Topic topic, String word) {
        return links.open(topic.purpose, word).map(person -> has(topic, new PersonId(person)));
    }

    /// Stops the mail of a topic for whom the link was sent to; false for a link that is not ours.
    @Transactional
    public boolean stop(Topic topic, String word) {
        Optional<UUID> person = links.open(topic.purpose, word);
        person.ifPresent(id -> set(topic, new PersonId(id), false));
        return person.isPresent();
    }

    /// Lets it come again by the same link, for who stopped it by mistake.
    @Transactional
    public boolean takeBack(Topic topic, String word) {
        Optional<UUID> person = links.open(topic.purpose, word);
        person.ifPresent(id -> set(topic, new PersonId(id), true));
        return person.isPresent();
    }

    public boolean has(Topic topic, PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM notices.unsubscribed WHERE topic = ? AND person = ?)")
                .params(topic.column, person.value())
                .query(Boolean.class)
                .single();
    }

    /// @param wanted whether the person wants the mail of this topic
    @Transactional
    public void set(Topic topic, PersonId person, boolean wanted) {
        if (wanted)
            jdbc.sql("DELETE FROM notices.unsubscribed WHERE topic = ? AND person = ?")
                    .params(topic.column, person.value())
                    .update();
        else
            jdbc.sql("INSERT INTO notices.unsubscribed (topic, person, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(topic.column, person.value(), Timestamp.from(clock.instant()))
                    .update();
    }

    long count(Topic topic) {
        return jdbc.sql("SELECT count(*) FROM notices.unsubscribed WHERE topic = ?")
                .param(topic.column)
                .query(Long.class)
                .single();
    }

    Set<UUID> among(Topic topic, Collection<UUID> people) {
        List<UUID> some = jdbc.sql(
                        "SELECT person FROM notices.unsubscribed WHERE topic = ? AND person = ANY (?::text[]::uuid[])")
                .params(topic.column, people.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
        return some.stream().collect(Collectors.toSet());
    }

    void forget(UUID person) {
        jdbc.sql("DELETE FROM notices.unsubscribed WHERE person = ?")
                .param(person)
                .update();
    }

    String path(Topic topic, PersonId person) {
        return topic.path(links.seal(topic.purpose, person.value()));
    }
}
