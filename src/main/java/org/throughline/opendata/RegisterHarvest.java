package org.throughline.opendata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestPlace;
import org.throughline.platform.harvest.HarvestRecord;
import org.throughline.platform.harvest.HarvestSet;
import org.throughline.platform.harvest.HarvestSource;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProjects;

/// The entries of the register for harvesters, by their numbers.
@Component
class RegisterHarvest implements HarvestSource {

    static final String NAME = "stocktaking";

    private final ChangedRecords records;
    private final PublishedProjects projects;
    private final OaiSets sets;
    private final MetadataFormats formats;

    RegisterHarvest(ChangedRecords records, PublishedProjects projects, OaiSets sets, MetadataFormats formats) {
        this.records = records;
        this.projects = projects;
        this.sets = sets;
        this.formats = formats;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> formats() {
        return formats.all().stream().map(MetadataFormats.Format::prefix).toList();
    }

    @Override
    public List<HarvestSet> sets() {
        return sets.all();
    }

    @Override
    public List<HarvestRecord> page(HarvestChoice choice, HarvestPlace after, int size) {
        if (isOfOthers(choice)) return List.of();
        long number =
                after.key().isEmpty() ? 0 : number(after.key()).findFirst().orElseThrow(OaiError::badResumptionToken);
        return records.page(choice, after.changedAt(), number, size).stream()
                .map(RegisterHarvest::record)
                .toList();
    }

    @Override
    public long count(HarvestChoice choice) {
        return isOfOthers(choice) ? 0 : records.count(choice);
    }

    private boolean isOfOthers(HarvestChoice choice) {
        return choice.set() != null && !sets.has(choice.set());
    }

    @Override
    public Optional<HarvestRecord> find(String key) {
        return number(key)
                .flatMap(number -> records.find(number).stream())
                .findFirst()
                .map(RegisterHarvest::record);
    }

    private static HarvestRecord record(ChangedRecord one) {
        return new HarvestRecord(Long.toString(one.number()), one.changedAt(), !one.isPublic(), one.sets());
    }

    @Override
    public Optional<Instant> earliest() {
        return records.earliest();
    }

    @Override
    public Map<String, Consumer<Xml>> metadata(String format, List<String> keys) {
        MetadataFormats.Format wanted = formats.of(format);
        Map<String, Consumer<Xml>> metadata = new LinkedHashMap<>();
        projects.whole(keys.stream().flatMap(RegisterHarvest::number).toList())
                .forEach(one -> metadata.put(Long.toString(one.number()), xml -> wanted.write(xml, one)));
        return metadata;
    }

    private static Stream<Long> number(String key) {
        return key.matches("[1-9]\\d{0,17}") ? Stream.of(Long.parseLong(key)) : Stream.empty();
    }
}
