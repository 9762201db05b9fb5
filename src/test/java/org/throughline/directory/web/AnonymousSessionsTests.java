package org.throughline.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class AnonymousSessionsTests {

    @Test
    void aFloodOfFormsEndsAnonymousSessionsAndNeverThoseOfPeople() throws Exception {
        var sessions = new AnonymousSessions(100);
        var person = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(person));
        sessions.signedIn(person);
        var flood =
                IntStream.range(0, 5000).mapToObj(i -> new MockHttpSession()).toList();
        flood.forEach(session -> sessions.sessionCreated(new HttpSessionEvent(session)));
        assertThat(sessions.size()).isLessThanOrEqualTo(100);
        for (int i = 0;
                i < 100
                        && flood.stream()
                                        .filter(session -> !session.isInvalid())
                                        .count()
                                > 100;
                i++) Thread.sleep(20);
        assertThat(flood.stream().filter(session -> !session.isInvalid())).hasSizeLessThanOrEqualTo(100);
        assertThat(person.isInvalid()).isFalse();
    }

    @Test
    void aSessionThatEndsByItselfIsForgotten() {
        var sessions = new AnonymousSessions(100);
        var session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        sessions.sessionDestroyed(new HttpSessionEvent(session));
        assertThat(sessions.size()).isZero();
    }
}
