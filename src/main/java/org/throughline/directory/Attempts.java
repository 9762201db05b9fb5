package org.throughline.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.Refusal;

/// Counts attempts to come in, by the address that is tried and by the machine that tries, and refuses more than a
/// person would make. What it remembers is bounded, whoever attacks.
@Component
class Attempts {

    /// What is counted, how often it may be done, and in which time the right to it comes back.
    enum Kind {
        PASSWORD_OF_ADDRESS(10, Duration.ofMinutes(15)),
        // A whole conference may sit behind one machine's address, so these are generous; success is not counted.
        PASSWORD_BY_CLIENT(100, Duration.ofMinutes(15)),
        MAIL_TO_ADDRESS(5, Duration.ofHours(1)),
        MAIL_BY_CLIENT(100, Duration.ofHours(1)),
        SECRET_BY_CLIENT(60, Duration.ofMinutes(15));

        private final int times;
        private final Duration period;

        Kind(int times, Duration period) {
            this.times = times;
            this.period = period;
        }
    }

    private static final int REMEMBERED = 20_000;

    private final Map<Kind, Cache<String, Bucket>> buckets = new EnumMap<>(Kind.class);
    private final TimeMeter time;

    Attempts(Clock clock) {
        time = new ClockTime(clock);
        for (Kind kind : Kind.values())
            buckets.put(
                    kind,
                    Caffeine.newBuilder()
                            .maximumSize(REMEMBERED)
                            .expireAfterAccess(kind.period)
                            .build());
    }

    /// Counts one attempt; refuses it when there were too many, and says when the next one is allowed.
    void count(Kind kind, String who) {
        ConsumptionProbe probe = bucket(kind, who).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        throw new Refusal("too-many-requests", 429, "directory.refusal.too-many", minutes).after(wait);
    }

    /// Takes an attempt back that turned out to be rightful.
    void forgive(Kind kind, String who) {
        bucket(kind, who).addTokens(1);
    }

    private Bucket bucket(Kind kind, String who) {
        return buckets.get(kind)
                .get(
                        key(kind, who),
                        key -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(kind.times).refillGreedy(kind.times, kind.period))
                                .withCustomTimePrecision(time)
                                .build());
    }

    private static String key(Kind kind, String who) {
        return switch (kind) {
            case PASSWORD_OF_ADDRESS, MAIL_TO_ADDRESS -> who;
            case PASSWORD_BY_CLIENT, MAIL_BY_CLIENT, SECRET_BY_CLIENT -> network(who);
        };
    }

    // Whoever has one IPv6 address has the 2^64 others of its network as well.
    private static String network(String client) {
        if (client.indexOf(':') < 0) return client;
        try {
            byte[] bytes = InetAddress.getByName(client).getAddress();
            if (!(InetAddress.getByAddress(bytes) instanceof Inet6Address)) return client;
            var prefix = new StringBuilder();
            for (int i = 0; i < 8; i++)
                prefix.append(Integer.toHexString(bytes[i] & 0xff)).append('.');
            return prefix.toString();
        } catch (UnknownHostException notAnAddress) {
            return client;
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
