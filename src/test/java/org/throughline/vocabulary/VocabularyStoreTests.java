package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.world.ThroughlineTest;

/// Versions of vocabularies in the database.
@ThroughlineTest
class VocabularyStoreTests {

    @Autowired
    VocabularyStore store;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Published published;

    @Test
    void theProgramStartsWithEverythingThatItShips() {
        var shipped = Vocabulary.shipped();
        assertThat(vocabulary.schemes()).containsExactlyInAnyOrderElementsOf(shipped.schemes());
        for (var scheme : shipped.schemes())
            assertThat(vocabulary.terms(scheme.name())).isEqualTo(shipped.terms(scheme.name()));
    }

    @Test
    void openingAgainAddsNothing() {
        var before = store.editions();
        store.open();
        store.add(ShippedVocabularies.read());
        assertThat(store.editions()).isEqualTo(before);
    }

    @Test
    void aNewVersionStandsBesideTheOldOneAndIsTheCurrentOne() {
        var first = edition("test-colours", "2026-01-01", "Red");
        var second = edition("test-colours", "2026-02-01", "Crimson");
        store.add(List.of(first, second));
        var catalogue = new Catalogue(store.editions());
        assertThat(catalogue.current("test-colours")).contains(second);
        assertThat(catalogue.edition("test-colours", "2026-01-01")).contains(first);
        assertThat(catalogue.versions("test-colours")).containsExactly("2026-02-01", "2026-01-01");
    }

    @Test
    void aLoadedVersionStaysAsItWasEvenWhenTheProgramSaysOtherwise() {
        var loaded = edition("test-shapes", "2026-01-01", "Round");
        store.add(List.of(loaded));
        store.add(List.of(edition("test-shapes", "2026-01-01", "Square")));
        assertThat(new Catalogue(store.editions()).current("test-shapes")).contains(loaded);
    }

    @Test
    void theDatabaseItselfRefusesToChangeALoadedVersion() {
        store.add(List.of(edition("test-tones", "2026-01-01", "High")));
        assertThatThrownBy(() -> jdbc.sql("UPDATE vocabulary.term SET code = 'b' WHERE scheme = 'test-tones'")
                        .update())
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM vocabulary.term WHERE scheme = 'test-tones'")
                        .update())
                .hasStackTraceContaining("never changed");
    }

    @Test
    void thePublicReadsVersionsAndTerms() {
        store.add(List.of(edition("test-public", "2026-01-01", "Old"), edition("test-public", "2026-03-01", "New")));
        var names = published.sql("""
                SELECT names ->> 'en' FROM vocabulary.published_term WHERE scheme = 'test-public' AND is_current""").query(String.class).list();
        assertThat(names).containsExactly("New");
    }

    private static Edition edition(String name, String version, String term) {
        var title = LocalizedText.of("en", "For a test");
        return Edition.of(
                new Scheme(name, version, "a test", title, title),
                List.of(new Term(
                        new TermId(name, "a"),
                        null,
                        LocalizedText.of("en", term),
                        LocalizedText.EMPTY,
                        0,
                        Map.of("k", "v"))));
    }
}
