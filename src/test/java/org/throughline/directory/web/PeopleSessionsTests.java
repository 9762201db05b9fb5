package org.throughline.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class PeopleSessionsTests {

    private final PeopleSessions people = new PeopleSessions();

    private List<MockHttpSession> enter(UUID person, int times) {
        List<MockHttpSession> sessions =
                Stream.generate(MockHttpSession::new).limit(times).toList();
        sessions.forEach(session -> people.entered(person, session));
        return sessions;
    }

    @Test
    void theNewestSessionsOfEachPersonAreKept() {
        List<MockHttpSession> other = enter(UUID.randomUUID(), 1);
        List<MockHttpSession> sessions = enter(UUID.randomUUID(), PeopleSessions.MOST + 5);
        assertThat(sessions.subList(0, 5)).allMatch(MockHttpSession::isInvalid);
        assertThat(sessions.subList(5, sessions.size())).noneMatch(MockHttpSession::isInvalid);
        assertThat(other).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void sessionsThatEndedDoNotCount() {
        UUID person = UUID.randomUUID();
        List<MockHttpSession> first = enter(person, PeopleSessions.MOST);
        first.subList(1, first.size()).forEach(session -> people.sessionDestroyed(new HttpSessionEvent(session)));
        enter(person, PeopleSessions.MOST - 1);
        assertThat(first.getFirst().isInvalid()).isFalse();
    }
}
