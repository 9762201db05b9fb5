package org.throughline.citations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Says which instruments and documents a text cites, and what has become of them since. Keeps nothing of the text.
@Service
public class Citations {

    public static final int LONGEST_TEXT = 2_000_000;

    // Whoever changes what may be cited says so; this is for what nobody said.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Reading takes a processor as long as it lasts, so there are not many more readers than processors.
    private final Semaphore readers = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private final List<CitableSource> sources;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Held held;

    private record Held(Catalogue catalogue, Instant until) {}

    Citations(List<CitableSource> sources, PageStore pages, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        Set<String> tags = sources.stream().map(CitableSource::tag).collect(Collectors.toSet());
        pages.watch(new PageStore.Watcher() {
            @Override
            public void changed(Set<String> changed) {
                if (!Collections.disjoint(changed, tags)) forget();
            }

            @Override
            public void changedSomewhere() {
                forget();
            }
        });
    }

    /// @param citation what was found
    /// @param now its standing today
    /// @param then its standing at the text's own date; absent where that is not known
    public record Finding(
            Citation citation, Standing now, @Nullable Standing then) {}

    /// All citations in the order of the text. Refuses an empty or endless text, and a date that is none.
    ///
    /// @param date the text's own: a year, a month or a day; empty where it is not known
    public List<Finding> find(String text, String date) {
        if (text.isBlank()) throw CitationRefusals.nothingToRead();
        if (text.length() > LONGEST_TEXT) throw CitationRefusals.tooLong(LONGEST_TEXT);
        String own = date.strip();
        if (!own.isEmpty() && !PartialDate.isOne(own)) throw CitationRefusals.noDate();
        String today = LocalDate.now(clock).toString();
        enter();
        try {
            return CitationFinder.find(catalogue(), text).stream()
                    .map(one -> new Finding(one, Standing.on(today, one), own.isEmpty() ? null : Standing.on(own, one)))
                    .toList();
        } finally {
            readers.release();
        }
    }

    /// What a text names of what is on record, for those who keep it. Anything may be read, and nobody waits for it.
    ///
    /// @param language of the text
    List<Found> found(String text, String language) {
        return text.isBlank()
                ? List.of()
                : CitationFinder.find(catalogue(), text).stream()
                        .flatMap(one -> Found.of(one, language).stream())
                        .toList();
    }

    /// Something that may be cited, by its slug.
    Optional<Citable> citable(String slug) {
        return Optional.ofNullable(catalogue().withSlug(slug));
    }

    /// There is more to be cited than before, or something is called otherwise.
    public void forget() {
        changes.incrementAndGet();
        held = null;
    }

    private Catalogue catalogue() {
        Held now = held;
        if (now != null && clock.instant().isBefore(now.until)) return now.catalogue;
        int begun = changes.get();
        var catalogue = new Catalogue(
                sources.stream().flatMap(source -> source.citable().stream()).toList());
        // What changed while it was read may not be in it.
        if (begun == changes.get()) held = new Held(catalogue, clock.instant().plus(FRESH));
        return catalogue;
    }

    private void enter() {
        try {
            if (!readers.tryAcquire(5, TimeUnit.SECONDS)) throw Refusal.busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
    }
}
