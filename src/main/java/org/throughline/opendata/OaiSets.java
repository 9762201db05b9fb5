package org.throughline.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.vocabulary.Vocabulary;

/// The sets that harvesters may choose from: the registers, and the terms by which entries are classified.
@Component
class OaiSets {

    private static final Map<String, String> VOCABULARIES =
            Map.of("actionLine", Vocabulary.ACTION_LINES, "sdg", Vocabulary.SDGS, "region", Vocabulary.REGIONS);

    private final Published published;
    private final Vocabulary vocabulary;

    OaiSets(Published published, Vocabulary vocabulary) {
        this.published = published;
        this.vocabulary = vocabulary;
    }

    /// A set with its name in English, the language of the protocol.
    record OaiSet(String spec, String name) {}

    List<OaiSet> all() {
        List<OaiSet> sets = new ArrayList<>();
        sets.add(new OaiSet("collection", "Registers"));
        published
                .sql("SELECT slug, name FROM stocktaking.published_collection ORDER BY published_at, slug")
                .query((row, n) -> new OaiSet(
                        "collection:" + row.getString("slug"),
                        Json.read(row.getString("name"), LocalizedText.class).textFor("en")))
                .list()
                .forEach(sets::add);
        add(sets, "actionLine", "Action lines");
        add(sets, "sdg", "Sustainable Development Goals");
        add(sets, "region", "Regions");
        return sets;
    }

    private void add(List<OaiSet> sets, String family, String name) {
        sets.add(new OaiSet(family, name));
        vocabulary
                .terms(VOCABULARIES.get(family))
                .forEach(term -> sets.add(new OaiSet(family + ":" + term.code(), term.code() + " " + term.name("en"))));
    }
}
