package org.throughline.citations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Refusal;

/// Says which instruments and documents a text cites, and what has become of them since. Keeps nothing of the text.
@Service
public class Citations {

    public static final int LONGEST_TEXT = 2_000_000;

    // What there is to be cited changes a few times a year; nobody minds to wait this long for it.
    private static final Duration FRESH = Duration.ofSeconds(10);

    /// Reading takes a processor as long as it lasts, so there are not many more readers than processors.
    private final Semaphore readers = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private final List<CitableSource> sources;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(Catalogue catalogue, Instant until) {}

    Citations(List<CitableSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
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

    private Catalogue catalogue() {
        Held now = held;
        if (now != null && clock.instant().isBefore(now.until)) return now.catalogue;
        var catalogue = new Catalogue(
                sources.stream().flatMap(source -> source.citable().stream()).toList());
        held = new Held(catalogue, clock.instant().plus(FRESH));
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
