package org.throughline.opendata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.harvest.HarvestChoice;

/// What a harvester asks: a verb with its arguments, each once and none that the verb does not have.
record OaiRequest(String verb, Map<String, String> arguments) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern SET = Pattern.compile("[A-Za-z0-9\\-_.!~*'()]+(:[A-Za-z0-9\\-_.!~*'()]+)*");
    private static final int LONGEST = 600;

    private static final Map<String, Set<String>> VERBS = Map.of(
            "Identify", Set.of(),
            "ListMetadataFormats", Set.of("identifier"),
            "ListSets", Set.of("resumptionToken"),
            "ListIdentifiers", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"),
            "ListRecords", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"),
            "GetRecord", Set.of("identifier", "metadataPrefix"));

    static OaiRequest of(Map<String, List<String>> parameters) {
        List<String> verbs = parameters.getOrDefault("verb", List.of());
        if (verbs.size() != 1) throw OaiError.badVerb(verbs.isEmpty() ? "The verb is missing" : "One verb at a time");
        Set<String> known = VERBS.get(verbs.getFirst());
        if (known == null)
            throw OaiError.badVerb("The verbs are Identify, ListMetadataFormats, ListSets, ListIdentifiers, ListRecords"
                    + " and GetRecord");
        Map<String, String> arguments = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.equals("verb")) return;
            if (!known.contains(name)) throw OaiError.badArgument("This verb has no argument " + name);
            if (values.size() != 1) throw OaiError.badArgument("The argument " + name + " is there more than once");
            if (values.getFirst().length() > LONGEST)
                throw OaiError.badArgument("The argument " + name + " is too long");
            arguments.put(name, values.getFirst());
        });
        if (arguments.containsKey("resumptionToken") && arguments.size() > 1)
            throw OaiError.badArgument("A resumption token stands alone");
        return new OaiRequest(verbs.getFirst(), arguments);
    }

    @Nullable
    String argument(String name) {
        return arguments.get(name);
    }

    String required(String name) {
        String value = arguments.get(name);
        if (value == null) throw OaiError.badArgument("The argument " + name + " is missing");
        return value;
    }

    /// Which records are meant. A day as `until` means its last second.
    HarvestChoice choice() {
        String from = argument("from");
        String until = argument("until");
        String set = argument("set");
        if (from != null && until != null && from.length() != until.length())
            throw OaiError.badArgument("from and until must be equally exact");
        Instant first = from == null ? null : instant(from, false);
        Instant last = until == null ? null : instant(until, true);
        if (first != null && last != null && first.isAfter(last))
            throw OaiError.badArgument("from must not be later than until");
        if (set != null && !isSet(set)) throw OaiError.badArgument("This is not the name of a set");
        return new HarvestChoice(set, first, last);
    }

    static boolean isSet(String name) {
        return SET.matcher(name).matches();
    }

    private static Instant instant(String text, boolean last) {
        try {
            if (SECOND.matcher(text).matches()) return Instant.parse(text);
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return last
                        ? day.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusSeconds(1)
                        : day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeException e) {
            throw OaiError.badArgument("There is no such date");
        }
        throw OaiError.badArgument("A date is written 2026-11-23 or 2026-11-23T08:00:00Z");
    }
}
