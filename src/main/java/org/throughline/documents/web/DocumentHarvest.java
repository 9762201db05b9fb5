package org.throughline.documents.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentSettings;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentSymbol;
import org.throughline.documents.HarvestedDocuments;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.documents.References;
import org.throughline.documents.Series;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Settings;
import org.throughline.platform.harvest.DublinCore;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestPlace;
import org.throughline.platform.harvest.HarvestRecord;
import org.throughline.platform.harvest.HarvestSet;
import org.throughline.platform.harvest.HarvestSource;
import org.throughline.platform.markup.Xml;
import org.throughline.vocabulary.Vocabulary;

/// Posted documents for harvesters, by their addresses. Names of states and kinds are in English, the language of the
/// protocol; titles and purposes are in every language that the document has.
@Component
class DocumentHarvest implements HarvestSource {

    private static final String ENGLISH = "en";

    private final HarvestedDocuments changes;
    private final PostedDocuments documents;
    private final AllSeries series;
    private final Vocabulary vocabulary;
    private final Messages messages;
    private final Settings settings;
    private final DocumentSettings own;

    DocumentHarvest(
            HarvestedDocuments changes,
            PostedDocuments documents,
            AllSeries series,
            Vocabulary vocabulary,
            Messages messages,
            Settings settings,
            DocumentSettings own) {
        this.changes = changes;
        this.documents = documents;
        this.series = series;
        this.vocabulary = vocabulary;
        this.messages = messages;
        this.settings = settings;
        this.own = own;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public List<String> formats() {
        return List.of(DublinCore.PREFIX);
    }

    @Override
    public List<HarvestSet> sets() {
        List<HarvestSet> sets = new ArrayList<>();
        sets.add(new HarvestSet(HarvestedDocuments.SET, "Documents"));
        for (Series one : series.all())
            sets.add(new HarvestSet(
                    HarvestedDocuments.set(one.code()), one.name().textFor(ENGLISH)));
        return sets;
    }

    @Override
    public List<HarvestRecord> page(HarvestChoice choice, HarvestPlace after, int size) {
        return changes.page(choice, after, size);
    }

    @Override
    public long count(HarvestChoice choice) {
        return changes.count(choice);
    }

    @Override
    public Optional<HarvestRecord> find(String key) {
        return changes.find(key);
    }

    @Override
    public Optional<Instant> earliest() {
        return changes.earliest();
    }

    @Override
    public Map<String, Consumer<Xml>> metadata(String format, List<String> keys) {
        List<PostedDocument> posted = documents.at(keys);
        Map<UUID, Map<String, String>> purposes = documents.purposes(posted);
        Map<String, LocalizedText> bodies = new LinkedHashMap<>();
        series.all().forEach(one -> bodies.put(one.code(), one.name()));
        Map<String, Consumer<Xml>> metadata = new LinkedHashMap<>();
        for (PostedDocument one : posted)
            metadata.put(
                    one.address(),
                    of(
                            one,
                            purposes.getOrDefault(one.id(), Map.of()),
                            bodies.getOrDefault(one.series(), LocalizedText.EMPTY))::write);
        return metadata;
    }

    private DublinCore of(PostedDocument one, Map<String, String> purposes, LocalizedText body) {
        var said = new DublinCore();
        for (PostedDocument.Title each : one.titles())
            if (each.title().isBlank()) said.add("title", one.symbol());
            else said.add("title", each.title(), each.language());
        one.sources().forEach(source -> creator(said, source));
        purposes.forEach((language, purpose) -> said.add("description", purpose, language));
        if (one.hasOwnSymbol()) said.add("publisher", body.textFor(ENGLISH), ENGLISH);
        else said.add("publisher", settings.name());
        said.add("date", References.knownDateOf(one));
        said.add("type", "Text");
        said.add("type", messages.in(ENGLISH).of(DocumentWords.kindKey(one.kind())), ENGLISH);
        said.add("identifier", settings.publicUrl() + one.path());
        said.add("identifier", one.symbol());
        one.titles().forEach(each -> said.add("language", each.language()));
        if (one.change() != Change.NONE)
            DocumentSymbol.read(one.symbol())
                    .ifPresent(symbol -> said.add("relation", settings.publicUrl() + "/documents/" + symbol.rootKey()));
        said.add("rights", own.rights());
        return said;
    }

    private void creator(DublinCore said, DocumentSource one) {
        if (!one.country().isEmpty())
            said.add("creator", vocabulary.name(Vocabulary.COUNTRIES, one.country(), ENGLISH), ENGLISH);
        else if (!one.name().isBlank()) said.add("creator", one.name());
        else said.add("creator", messages.in(ENGLISH).of(DocumentWords.sourceKey(one.kind())), ENGLISH);
    }
}
