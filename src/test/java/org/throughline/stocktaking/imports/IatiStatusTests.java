package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.world.ThroughlineTest;

/// Every status that the IATI Standard knows is taken in, and goes out as it came.
@ThroughlineTest
class IatiStatusTests extends ImportingProjects {

    private static final Path EXAMPLE = Path.of("docs", "examples", "import", "iati-statuses.xml");

    @Autowired
    MockMvc mvc;

    @Test
    void everyStatusHasOneOfOurs() throws Exception {
        var result = run(EXAMPLE, null, true);
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(6);
        Map<Long, String> statuses = new LinkedHashMap<>();
        jdbc.sql("SELECT number, status FROM stocktaking.published_project WHERE collection = ? ORDER BY number")
                .param(collection.slug())
                .query(row -> {
                    statuses.put(row.getLong(1), row.getString(2));
                });
        assertThat(statuses.values())
                .containsExactly("planned", "ongoing", "completed", "completed", "cancelled", "suspended");
        Map<String, String> codes =
                Map.of("planned", "1", "ongoing", "2", "completed", "4", "cancelled", "5", "suspended", "6");
        for (var one : statuses.entrySet())
            assertThat(mvc.perform(get("/stocktaking/" + one.getKey() + ".iati.xml"))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("<activity-status code=\"" + codes.get(one.getValue()) + "\"/>");
    }
}
