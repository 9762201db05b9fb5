package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Json;

/// Holds the content of each version: `vocabulary-versions.txt` has a line for every version that was ever
/// released.
class VersionsTests {

    @Test
    void changedContentNeedsANewVersion() throws Exception {
        var now = new ArrayList<String>();
        for (var edition : ShippedVocabularies.read()) {
            var content = Json.write(edition.scheme())
                    + Json.write(List.copyOf(edition.terms().values()));
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            now.add(edition.scheme().name() + " " + edition.scheme().version() + " "
                    + HexFormat.of().formatHex(hash, 0, 8));
        }
        List<String> released;
        try (var in = getClass().getResourceAsStream("/vocabulary-versions.txt")) {
            released = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(released)
                .as(
                        "Give the vocabulary a new version and add its line here; a line that was released stays. "
                                + "A new release of ICU may change names of countries and languages: that is a new version, too")
                .containsAll(now);
    }
}
