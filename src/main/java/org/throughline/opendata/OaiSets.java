package org.throughline.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.harvest.HarvestSet;
import org.throughline.vocabulary.Vocabulary;

/// The sets of entries that harvesters may choose from: the registers, and the terms by which entries are classified.
@Component
class OaiSets {

    private static final String COLLECTION = "collection";
    private static final Map<String, String> VOCABULARIES =
            Map.of("actionLine", Vocabulary.ACTION_LINES, "sdg", Vocabulary.SDGS, "region", Vocabulary.REGIONS);

    private final Published published;
    private final Vocabulary vocabulary;

    OaiSets(Published published, Vocabulary vocabulary) {
        this.published = published;
        this.vocabulary = vocabulary;
    }

    /// Whether a set, of those there are or may come, is one of entries.
    boolean has(String spec) {
        int colon = spec.indexOf(':');
        String family = colon < 0 ? spec : spec.substring(0, colon);
        return family.equals(COLLECTION) || VOCABULARIES.containsKey(family);
    }

    List<HarvestSet> all() {
        List<HarvestSet> sets = new ArrayList<>();
        sets.add(new HarvestSet(COLLECTION, "Registers"));
        published
                .sql("SELECT slug, name FROM stocktaking.published_collection ORDER BY published_at, slug")
                .query((row, n) -> new HarvestSet(
                        COLLECTION + ":" + row.getString("slug"),
                        Json.read(row.getString("name"), LocalizedText.class).textFor("en")))
                .list()
                .forEach(sets::add);
        add(sets, "actionLine", "Action lines");
        add(sets, "sdg", "Sustainable Development Goals");
        add(sets, "region", "Regions");
        return sets;
    }

    private void add(List<HarvestSet> sets, String family, String name) {
        sets.add(new HarvestSet(family, name));
        vocabulary
                .terms(VOCABULARIES.get(family))
                .forEach(term ->
                        sets.add(new HarvestSet(family + ":" + term.code(), term.code() + " " + term.name("en"))));
    }
}
