package org.throughline.opendata;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.throughline.opendata.OaiRecords.Place;
import org.throughline.platform.Storable;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestPlace;

/// Where a list goes on: everything that was asked for and the place of the last record that was given. Nothing is
/// kept for it here, so any node can go on, and a list can be continued after a restart. What changes while somebody
/// harvests moves to the end of the order and is met there.
///
/// @param before how many records were given
/// @param total how many there were when the list began
record OaiToken(String prefix, HarvestChoice choice, Place after, long before, long total, Instant madeAt) {

    static final Duration VALID = Duration.ofHours(48);
    private static final String VERSION = "3";
    private static final int LONGEST = 600;
    private static final long MOST = 253_402_300_799L;

    Instant expiresAt() {
        return madeAt.plus(VALID);
    }

    String text() {
        String plain = String.join(
                "\n",
                VERSION,
                prefix,
                choice.set() == null ? "" : choice.set(),
                seconds(choice.from()),
                seconds(choice.until()),
                Long.toString(
                        ChronoUnit.MICROS.between(Instant.EPOCH, after.last().changedAt())),
                after.source(),
                after.last().key(),
                Long.toString(before),
                Long.toString(total),
                seconds(madeAt));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Refuses what is none of ours, and one that has expired.
    static OaiToken parse(String text, Instant now) {
        if (text.length() > LONGEST) throw OaiError.badResumptionToken();
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != 11 || !parts[0].equals(VERSION)) throw OaiError.badResumptionToken();
            OaiToken token = new OaiToken(
                    parts[1],
                    new HarvestChoice(set(parts[2]), instant(parts[3]), instant(parts[4])),
                    new Place(parts[6], new HarvestPlace(moment(parts[5]), key(parts[7]))),
                    number(parts[8]),
                    number(parts[9]),
                    Instant.ofEpochSecond(number(parts[10])));
            if (now.isAfter(token.expiresAt()) || token.madeAt().isAfter(now.plus(VALID)))
                throw OaiError.badResumptionToken();
            return token;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw OaiError.badResumptionToken();
        }
    }

    private static @Nullable String set(String name) {
        if (!name.isEmpty() && !OaiRequest.isSet(name)) throw new IllegalArgumentException("Not a set");
        return name.isEmpty() ? null : name;
    }

    private static String key(String key) {
        if (!Storable.is(key)) throw new IllegalArgumentException("Not a key");
        return key;
    }

    private static String seconds(@Nullable Instant instant) {
        return instant == null ? "" : Long.toString(instant.getEpochSecond());
    }

    // In microseconds, as the database keeps moments.
    private static Instant moment(String micros) {
        long all = Long.parseLong(micros);
        if (all < 0 || all > MOST * 1_000_000) throw new IllegalArgumentException("Out of range");
        return Instant.EPOCH.plus(all, ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(String seconds) {
        return seconds.isEmpty() ? null : Instant.ofEpochSecond(number(seconds));
    }

    // Nothing that a database or a date could not hold.
    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0 || number > MOST) throw new IllegalArgumentException("Out of range");
        return number;
    }
}
