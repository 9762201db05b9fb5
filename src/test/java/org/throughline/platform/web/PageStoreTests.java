package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.platform.web.PageStore.StoredPage;

class PageStoreTests {

    @Test
    void aLongAddressWeighsToo() {
        var page = new StoredPage(Set.of(), "text/html", "e", Map.of(), new byte[500], 500, 0);
        assertThat(PageStore.weight("/calls?q=" + "x".repeat(8_000), page)).isGreaterThan(16_000);
        assertThat(PageStore.weight("/calls", page)).isBetween(1_500, 1_600);
    }
}
