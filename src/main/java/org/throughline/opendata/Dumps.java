package org.throughline.opendata;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.opendata.DumpState.DumpFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// The whole register as files, made each night and when an operator wants it. A dump says what the register said on
/// its day; what is withdrawn later is gone from it with the same commit, and leaves a tombstone there.
@Service
public class Dumps {

    /// The name under which the newest dump is always found.
    public static final String LATEST = "latest";

    /// What pages that show dumps depend on, as the page store knows it.
    public static final String TAG = "dumps";

    private static final Logger log = LoggerFactory.getLogger(Dumps.class);
    private static final int PART = 500;
    private static final Duration LEASE = Duration.ofMinutes(30);
    // So few are written before the reader notices.
    private static final long WRITTEN_AT_ONCE = 20_000;
    private static final int STREAMED_AT_ONCE = 2;

    private final DumpRows rows;
    private final DumpFiles files;
    private final HarvestRecords records;
    private final ChangedRecords changed;
    private final OpenDataSettings settings;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;
    private final UUID node = Ids.next();
    private final Semaphore streams = new Semaphore(STREAMED_AT_ONCE);

    Dumps(
            DumpRows rows,
            DumpFiles files,
            HarvestRecords records,
            ChangedRecords changed,
            OpenDataSettings settings,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.records = records;
        this.changed = changed;
        this.settings = settings;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// Every dump there ever was, newest first; those no longer kept as well.
    public List<DumpEdition> all() {
        return rows.editions();
    }

    /// A dump by its name, or the newest.
    public Optional<DumpEdition> find(String name) {
        return name.equals(LATEST) ? rows.latest() : rows.find(name);
    }

    /// What its files were in each revision that was written, newest first.
    public List<DumpState> states(DumpEdition edition) {
        return rows.states(edition.id());
    }

    /// What its files are now; nothing while they are being made anew.
    public Optional<DumpState> state(DumpEdition edition) {
        return states(edition).stream()
                .filter(state -> state.revision() == edition.revision())
                .findFirst();
    }

    /// Makes a dump of the register as it stands now. Refused while another node is at it.
    public DumpEdition take(Actor actor) {
        Instant now = clock.instant();
        if (!rows.claim(node, now, LEASE))
            throw new Refusal("dump-under-way", 409, "opendata.problem.under-way").after(Duration.ofMinutes(1));
        try {
            records.catchUp();
            DumpEdition begun =
                    rows.begin(now.atOffset(ZoneOffset.UTC).toLocalDate().toString(), now);
            long entries = list(begun);
            rows.listed(begun, entries, clock.instant());
            DumpEdition made = files.write(rows.find(begun.name()).orElseThrow());
            audit.record(actor, "dump-made", "data/register/" + made.name(), Map.of("lines", entries));
            log.info("Dump {} of {} lines made", made.name(), entries);
            dropOld();
            pages.changed(TAG);
            return made;
        } finally {
            rows.release(node);
        }
    }

    private long list(DumpEdition edition) {
        long last = 0;
        long entries = 0;
        for (int part = 0; ; part++) {
            List<Long> numbers = changed.byNumber(last, PART).stream()
                    .map(ChangedRecord::number)
                    .toList();
            if (numbers.isEmpty()) return entries;
            rows.part(edition, part, numbers);
            entries += numbers.size();
            last = numbers.getLast();
        }
    }

    private void dropOld() {
        rows.editions().stream()
                .filter(DumpEdition::isKept)
                .skip(settings.keep())
                .forEach(edition -> rows.drop(edition, clock.instant()));
    }

    /// Whether the dump of this day, or the very first one, is to be made now.
    boolean isDue() {
        Instant now = clock.instant();
        var day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean afterHour = !now.isBefore(day.atTime(settings.at()).toInstant(ZoneOffset.UTC));
        if (afterHour) return rows.find(day.toString()).isEmpty();
        return rows.latest().isEmpty() && changed.earliest().isPresent();
    }

    /// Throws away files that no longer hold, and writes those of the newest dump where they are missing here.
    void tidy() {
        files.keepOnly(rows.editions().stream().filter(DumpEdition::isKept).toList());
        rows.latest().filter(latest -> !files.isThere(latest)).ifPresent(latest -> {
            files.write(latest);
            pages.changed(TAG);
        });
    }

    /// A file of a dump, ready to be sent.
    ///
    /// @param compressed where it lies, compressed
    public record Ready(DumpEdition edition, DumpFile file, Path compressed) {}

    /// The file as it stands now, where it is there or quickly written; nothing where it takes longer, and is better
    /// sent while it is written. Refused for a dump that is no longer kept, and a file that dumps do not have.
    public Optional<Ready> ready(DumpEdition edition, String file) {
        requireKept(edition);
        format(file);
        DumpEdition now = edition;
        if (!files.isThere(edition)) {
            if (edition.entries() > WRITTEN_AT_ONCE) return Optional.empty();
            now = files.write(edition);
            pages.changed(TAG);
        }
        DumpEdition served = now;
        return state(served)
                .flatMap(state -> state.file(file))
                .flatMap(one -> files.find(served, file).map(path -> new Ready(served, one, path)));
    }

    /// Writes a file while it is read. Refused while enough others do so.
    public void stream(DumpEdition edition, String file, Writer out) throws IOException {
        requireKept(edition);
        DumpFormat format = format(file);
        if (!streams.tryAcquire()) throw Refusal.busy();
        try {
            files.stream(edition, format, out);
        } finally {
            streams.release();
        }
    }

    private static void requireKept(DumpEdition edition) {
        if (!edition.isKept()) throw new Refusal("dump-not-kept", 410, "opendata.problem.not-kept");
    }

    private DumpFormat format(String file) {
        return files.formats().stream()
                .filter(format -> format.file().equals(file))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /// What a file of a dump is, before it is written: for the catalogue and for answers without a length.
    public String mediaType(String file) {
        return format(file).mediaType();
    }
}
