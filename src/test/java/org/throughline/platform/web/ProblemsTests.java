package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
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
}
