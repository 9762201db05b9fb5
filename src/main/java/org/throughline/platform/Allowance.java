package org.throughline.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How often each of many may do something within a time, counted from the first time on. Kept in the memory of this
/// node and bounded, whoever attacks.
public final class Allowance {

    private static final int REMEMBERED = 20_000;

    private final int most;
    private final Duration period;
    private final Clock clock;
    private final Cache<String, Counted> counted;

    public Allowance(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
        counted = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(period)
                .build();
    }

    private record Counted(Instant since, int times) {}

    /// Counts one more, and says whether it is still within what is allowed.
    public boolean count(String who) {
        Instant now = clock.instant();
        Counted sum = counted.asMap()
                .compute(
                        who,
                        (key, before) ->
                                before == null || before.since().plus(period).isBefore(now)
                                        ? new Counted(now, 1)
                                        : new Counted(before.since(), before.times() + 1));
        return sum.times() <= most;
    }

    /// When whoever has used it up may begin anew; nothing to wait for others.
    public Duration wait(String who) {
        Counted sum = counted.getIfPresent(who);
        if (sum == null || sum.times() <= most) return Duration.ZERO;
        Duration left = Duration.between(clock.instant(), sum.since().plus(period));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
