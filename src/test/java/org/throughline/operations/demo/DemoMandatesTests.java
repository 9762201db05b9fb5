package org.throughline.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Part;
import org.throughline.world.ThroughlineTest;

/// The example resolution fits the register; other tests never see it.
@ThroughlineTest
class DemoMandatesTests {

    private static final Actor ACTOR = Actor.system("test");

    @Autowired
    private DemoMandates mandates;

    @Autowired
    private EntryDesk desk;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void twoRevisionsHaveTheirWords() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            mandates.load(ACTOR);

            assertThat(desk.of(Part.REVISIONS, "example-1"))
                    .extracting(one -> one.value("label"))
                    .containsExactly("2023", "Rev. 2025");
            assertThat(desk.of(Part.PARAGRAPHS, "example-1"))
                    .hasSize(7)
                    .allSatisfy(
                            one -> assertThat(one.words("official").in("fr")).isPresent());
        });
    }
}
