package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.throughline.platform.web.PageStore.StoredPage;

class PageStoreTests {

    private final PageStore store = new PageStore();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void remembersUntilWhatItRestsOnChanges() {
        assertThat(counted()).isEqualTo(1);
        assertThat(counted()).isEqualTo(1);
        store.changed("inputs:other");
        assertThat(counted()).isEqualTo(1);
        store.changed("inputs:call");
        assertThat(counted()).isEqualTo(2);
        store.dropAll();
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void doesNotRememberWhatAChangeOvertook() {
        int first = store.remember("count", Set.of("inputs:call"), () -> {
            store.changed("inputs:call");
            return worked.incrementAndGet();
        });
        assertThat(first).isEqualTo(1);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void keepsNothingWhileOtherNodesCannotBeHeard() {
        store.joinCluster(tags -> {}, () -> false);
        assertThat(counted()).isEqualTo(1);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void aLongAddressWeighsToo() {
        var page = new StoredPage(Set.of(), false, "text/html", "e", Map.of(), new byte[500], 500, 0);
        assertThat(PageStore.weight("/calls?q=" + "x".repeat(8_000), page)).isGreaterThan(16_000);
        assertThat(PageStore.weight("/calls", page)).isBetween(1_500, 1_600);
    }

    private int counted() {
        return store.remember("count", Set.of("inputs:call"), worked::incrementAndGet);
    }
}
