package org.throughline.letters;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.letters.Addressees.Appointment;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Csv;
import org.throughline.platform.Languages;
import org.throughline.platform.Storable;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.Match;

/// Addressees and their focal points from a CSV (RFC 4180): looked at first, each line with what would happen or
/// what is wrong with it, then taken in without the wrong ones.
@Service
public class AddresseeFile {

    public static final int MOST_LINES = 5_000;
    public static final List<String> COLUMNS =
            List.of("class", "country", "name", "focal_point", "email", "language", "since");

    private final Addressees addressees;
    private final CountryMatcher countries;
    private final AuditTrail audit;

    AddresseeFile(Addressees addressees, CountryMatcher countries, AuditTrail audit) {
        this.addressees = addressees;
        this.countries = countries;
        this.audit = audit;
    }

    /// What a line would do, or what is wrong with it.
    public enum Effect {
        ADD,
        ADD_WITH_FOCAL_POINT,
        APPOINT,
        REPLACE,
        NOTHING,
        WRONG_CLASS,
        WRONG_COUNTRY,
        NAME_MISSING,
        WRONG_FOCAL_POINT,
        WRONG_SINCE,
        TWICE;

        public boolean isWrong() {
            return ordinal() >= WRONG_CLASS.ordinal();
        }
    }

    /// @param number of the line in the file, the header being 1
    public record Line(
            int number, String addresseeClass, @Nullable String country, String name, Effect effect) {}

    /// @param readable false where the columns are not there, or there are too many lines
    public record Report(boolean readable, List<Line> lines) {

        public long count(Effect effect) {
            return lines.stream().filter(one -> one.effect() == effect).count();
        }

        public boolean doesSomething() {
            return lines.stream().anyMatch(one -> !one.effect().isWrong() && one.effect() != Effect.NOTHING);
        }
    }

    private record Read(
            Line line, @Nullable Addressee there, @Nullable Appointment who) {}

    /// Says what would happen, and changes nothing.
    @Transactional(readOnly = true)
    public Report look(String csv, Actor actor) {
        Addressees.mustManage(actor);
        List<Read> read = read(csv, actor);
        return read == null
                ? new Report(false, List.of())
                : new Report(true, read.stream().map(Read::line).toList());
    }

    /// Takes in every line that is not wrong, all or none of them.
    @Transactional
    public Report take(String csv, Actor actor) {
        Addressees.mustManage(actor);
        List<Read> read = read(csv, actor);
        if (read == null) return new Report(false, List.of());
        int taken = 0;
        for (Read one : read) {
            Line line = one.line();
            if (line.effect().isWrong() || line.effect() == Effect.NOTHING) continue;
            var id = one.there() == null
                    ? addressees.add(line.addresseeClass(), line.country(), line.name(), actor)
                    : one.there().id();
            int version = one.there() == null ? 0 : one.there().version();
            if (one.who() != null) addressees.appoint(id, one.who(), version, actor);
            taken++;
        }
        audit.record(actor, "addressees-imported", "letters/addressees", Map.of("lines", taken));
        return new Report(true, read.stream().map(Read::line).toList());
    }

    private @Nullable List<Read> read(String csv, Actor actor) {
        List<List<String>> rows = rows(csv);
        if (rows.isEmpty() || rows.size() > MOST_LINES + 1) return null;
        List<String> header = rows.getFirst().stream()
                .map(cell -> cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!header.contains("class") || !(header.contains("country") || header.contains("name"))) return null;
        Map<String, AddresseeClass> classes =
                addressees.classes().stream().collect(Collectors.toMap(AddresseeClass::code, one -> one));
        Map<String, Addressee> there = new LinkedHashMap<>();
        addressees
                .current(null, actor)
                .forEach(one -> there.put(key(one.addresseeClass(), one.country(), one.name()), one));
        Set<String> seen = new HashSet<>();
        List<Read> read = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < header.size(); c++)
                cells.put(
                        header.get(c),
                        c < rows.get(i).size() ? Csv.unsafe(rows.get(i).get(c)).strip() : "");
            if (cells.values().stream().allMatch(String::isEmpty)) continue;
            read.add(line(i + 1, cells, classes, there, seen));
        }
        return read;
    }

    private Read line(
            int number,
            Map<String, String> cells,
            Map<String, AddresseeClass> classes,
            Map<String, Addressee> there,
            Set<String> seen) {
        String code = cells.getOrDefault("class", "");
        AddresseeClass chosen = classes.get(code);
        String named = cells.getOrDefault("country", "");
        Match match = named.isEmpty() ? null : countries.match(named);
        String country = match == null || !match.isCountry() ? null : match.code();
        String name = chosen != null && chosen.ofStates() ? "" : cells.getOrDefault("name", "");
        Effect wrong = null;
        if (chosen == null) wrong = Effect.WRONG_CLASS;
        else if (country == null && (chosen.ofStates() || !named.isEmpty())) wrong = Effect.WRONG_COUNTRY;
        else if (!chosen.ofStates() && name.isEmpty()
                || name.length() > CircularLetters.LONGEST_LINE
                || !Storable.is(name)) wrong = Effect.NAME_MISSING;
        else if (!seen.add(key(code, country, name))) wrong = Effect.TWICE;
        String shown = name.isEmpty() && country == null ? named : name;
        if (wrong != null) return new Read(new Line(number, code, country, shown, wrong), null, null);
        Addressee before = there.get(key(code, country, name));
        return focalPoint(number, cells, before, code, country, name);
    }

    private Read focalPoint(
            int number,
            Map<String, String> cells,
            @Nullable Addressee before,
            String code,
            @Nullable String country,
            String name) {
        String person = cells.getOrDefault("focal_point", "");
        String email = cells.getOrDefault("email", "");
        String language = cells.getOrDefault("language", "");
        if (language.isEmpty()) language = Languages.DEFAULT;
        if (person.isEmpty() && email.isEmpty())
            return new Read(
                    new Line(number, code, country, name, before == null ? Effect.ADD : Effect.NOTHING), before, null);
        var address = MailAddress.parse(email);
        if (person.isEmpty()
                || person.length() > CircularLetters.LONGEST_LINE
                || !Storable.is(person)
                || address.isEmpty()
                || !Languages.isKnown(language))
            return new Read(new Line(number, code, country, name, Effect.WRONG_FOCAL_POINT), before, null);
        LocalDate since = day(cells.getOrDefault("since", ""));
        FocalPoint now = before == null ? null : before.focalPoint();
        if (since == null
                || since.isAfter(addressees.today())
                || now != null && now.since().isAfter(since))
            return new Read(new Line(number, code, country, name, Effect.WRONG_SINCE), before, null);
        var who = new Appointment(person, address.orElseThrow().value(), language, since);
        boolean same = now != null
                && now.name().equals(who.name())
                && now.email().equals(who.email())
                && now.language().equals(who.language());
        Effect effect = same
                ? Effect.NOTHING
                : before == null ? Effect.ADD_WITH_FOCAL_POINT : now == null ? Effect.APPOINT : Effect.REPLACE;
        return new Read(new Line(number, code, country, name, effect), before, same ? null : who);
    }

    private @Nullable LocalDate day(String typed) {
        if (typed.isEmpty()) return addressees.today();
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() < 1990 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String key(String addresseeClass, @Nullable String country, String name) {
        return addresseeClass + "\n" + (name.isEmpty() ? country : "=" + name.toLowerCase(Locale.ROOT));
    }

    // The separator is the one that the first line has more of: spreadsheets of half the world write semicolons.
    static List<List<String>> rows(String csv) {
        String first = csv.lines().findFirst().orElse("");
        char separator = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else quoted = false;
            } else if (c == '"' && cell.isEmpty()) quoted = true;
            else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') cell.append(c);
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
