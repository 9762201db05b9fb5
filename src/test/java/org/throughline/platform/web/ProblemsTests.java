package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Published;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class ProblemsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Published published;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Problems problems;

    @Test
    void whatThePublicAsksOfTheDatabaseEndsByItself() {
        assertThat(published.sql("SHOW statement_timeout").query(String.class).single())
                .isEqualTo("10s");
    }

    @Test
    void aQuestionThatTookTooLongIsAnsweredAsSuch() {
        Exception stopped = catchException(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL statement_timeout = '50ms'").update();
            jdbc.sql("SELECT pg_sleep(5)").query().listOfRows();
        }));
        Object answer = problems.databaseAway(stopped, new MockHttpServletRequest("GET", "/api/v1/calls"));
        assertThat(answer).isInstanceOfSatisfying(ResponseEntity.class, response -> {
            assertThat(response.getStatusCode().value()).isEqualTo(503);
            assertThat(response.getBody().toString()).contains("type=/problems/too-slow");
        });
    }

    /// A download that its reader breaks off is nothing that the operator has to look at, whatever it was wrapped in.
    @Test
    void aReaderWhoLeavesIsNoError() {
        var left = new UncheckedIOException(new IOException(new ClientAbortException("Broken pipe")));
        assertThat(loggedWhileSending(left)).doesNotContain(Level.ERROR, Level.WARN);
        assertThat(loggedWhileSending(new UncheckedIOException(new IOException("The disk is gone"))))
                .contains(Level.ERROR);
    }

    private List<Level> loggedWhileSending(Exception failure) {
        var logger = (Logger) LoggerFactory.getLogger(Problems.class);
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        logger.addAppender(seen);
        var response = new MockHttpServletResponse();
        response.setCommitted(true);
        problems.anythingElse(failure, new MockHttpServletRequest("GET", "/calls/x/archive.zip"), response);
        logger.detachAppender(seen);
        return seen.list.stream().map(ILoggingEvent::getLevel).toList();
    }
}
