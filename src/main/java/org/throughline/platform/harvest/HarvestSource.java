package org.throughline.platform.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.throughline.platform.markup.Xml;

/// Records that harvesters may take of one module, in the order in which they changed, with those that are gone. A
/// module that has some is a bean of this kind; whoever serves harvesters asks all of them.
public interface HarvestSource {

    /// What its identifiers begin with behind the name of the repository, such as `documents`.
    String name();

    /// The formats in which it writes its records, by their prefixes; [DublinCore#PREFIX] is among them.
    List<String> formats();

    /// The sets that its records are in, each behind the one it belongs to.
    List<HarvestSet> sets();

    /// The records after a place, what changed first before the others; none for a set that is not its own.
    List<HarvestRecord> page(HarvestChoice choice, HarvestPlace after, int size);

    /// How many there are in all.
    long count(HarvestChoice choice);

    Optional<HarvestRecord> find(String key);

    /// When the first change was that is listed; nothing while there is none.
    Optional<Instant> earliest();

    /// What is to be said of each of these records that can be read now, by key: it writes itself where it is put.
    Map<String, Consumer<Xml>> metadata(String format, List<String> keys);
}
