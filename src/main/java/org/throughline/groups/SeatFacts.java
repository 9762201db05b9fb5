package org.throughline.groups;

import org.throughline.groups.Seat.Role;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;
import org.throughline.platform.web.Typed;

/// What the secretariat writes about a seat; see [Seat].
public record SeatFacts(
        Role role,
        String country,
        LocalizedText entity,
        String person,
        String region,
        String starts,
        String ends,
        boolean declined,
        LocalizedText note,
        Source source) {

    /// What forms and the database call a seat that was held, and one that was declined.
    public static final String HELD = "held";

    public static final String DECLINED = "declined";

    public static SeatFacts of(Seat one) {
        return new SeatFacts(
                one.role(),
                one.country(),
                one.entity(),
                one.person(),
                one.region(),
                one.starts(),
                one.ends(),
                one.declined(),
                one.note(),
                one.source());
    }

    /// The same, over on a day, in a month or in a year.
    public SeatFacts until(String end) {
        return new SeatFacts(role, country, entity, person, region, starts, end, declined, note, source);
    }

    String status() {
        return declined ? DECLINED : HELD;
    }

    /// As its form holds it.
    public Typed form() {
        return new Typed.Filler()
                .put("role", role.word())
                .put("country", country)
                .put("entity", entity)
                .put("person", person)
                .put("region", region)
                .put("starts", starts)
                .put("ends", ends)
                .put("standing", status())
                .put("note", note)
                .put("source", source.title())
                .put("source-url", source.url())
                .put("certainty", source.certainty().word())
                .done();
    }
}
