package org.throughline.opendata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestPlace;
import org.throughline.platform.harvest.HarvestRecord;
import org.throughline.platform.harvest.HarvestSet;
import org.throughline.platform.harvest.HarvestSource;
import org.throughline.platform.markup.Xml;

/// The records of all modules as one list, in the order in which they changed; of what changed at one moment, module by
/// module.
@Component
class OaiRecords {

    private final List<HarvestSource> sources;

    OaiRecords(List<HarvestSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(HarvestSource::name))
                .toList();
    }

    /// A record of a module.
    record Found(HarvestSource source, HarvestRecord record) {

        /// Its name behind that of the repository.
        String key() {
            return source.name() + "/" + record.key();
        }

        Place place() {
            return new Place(source.name(), new HarvestPlace(record.changedAt(), record.key()));
        }
    }

    /// After which record of which module the list goes on.
    record Place(String source, HarvestPlace last) {

        static final Place START = new Place("", HarvestPlace.START);

        // What a module in front has at this moment was given; of one behind nothing was.
        HarvestPlace of(HarvestSource other) {
            int order = other.name().compareTo(source);
            if (order == 0) return last;
            return new HarvestPlace(order < 0 ? last.changedAt().plus(1, ChronoUnit.MICROS) : last.changedAt(), "");
        }
    }

    /// Those that can be had in a format, after a place, what changed first before the others.
    List<Found> page(String format, HarvestChoice choice, Place after, int size) {
        return in(format)
                .flatMap(source ->
                        source.page(choice, after.of(source), size).stream().map(record -> new Found(source, record)))
                .sorted(Comparator.comparing(found -> found.record().changedAt()))
                .limit(size)
                .toList();
    }

    long count(String format, HarvestChoice choice) {
        return in(format).mapToLong(source -> source.count(choice)).sum();
    }

    private Stream<HarvestSource> in(String format) {
        return sources.stream().filter(source -> source.formats().contains(format));
    }

    /// @param key as [Found#key] has it
    Optional<Found> find(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : sources.stream()
                        .filter(source -> source.name().equals(key.substring(0, slash)))
                        .flatMap(source ->
                                source.find(key.substring(slash + 1)).stream().map(record -> new Found(source, record)))
                        .findFirst();
    }

    Optional<Instant> earliest() {
        return sources.stream().flatMap(source -> source.earliest().stream()).min(Comparator.naturalOrder());
    }

    List<HarvestSet> sets() {
        return sources.stream().flatMap(source -> source.sets().stream()).toList();
    }

    /// What is to be said of those that can be read now.
    Map<Found, Consumer<Xml>> metadata(String format, List<Found> some) {
        Map<HarvestSource, List<Found>> bySource = new HashMap<>();
        for (Found one : some)
            if (!one.record().isGone())
                bySource.computeIfAbsent(one.source(), source -> new ArrayList<>())
                        .add(one);
        Map<Found, Consumer<Xml>> metadata = new HashMap<>();
        bySource.forEach((source, records) -> {
            Map<String, Consumer<Xml>> said = source.metadata(
                    format, records.stream().map(one -> one.record().key()).toList());
            for (Found one : records) {
                @Nullable Consumer<Xml> its = said.get(one.record().key());
                if (its != null) metadata.put(one, its);
            }
        });
        return metadata;
    }
}
