package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTests {

    private final Turns turns = new Turns();

    @Test
    void whoGetsNoTurnDoesWithout() {
        Thread.currentThread().interrupt();
        assertThat(turns.take(() -> "with words", () -> "without")).isEqualTo("without");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.take(() -> "with words", () -> "without")).isEqualTo("with words");
    }

    @Test
    void aTurnThatFailsIsGivenBack() {
        for (int i = 0; i < 100; i++) {
            try {
                turns.take(
                        () -> {
                            throw new IllegalStateException("failed");
                        },
                        () -> "without");
            } catch (IllegalStateException expected) {
                continue;
            }
        }
        assertThat(turns.take(() -> "with words", () -> "without")).isEqualTo("with words");
    }
}
