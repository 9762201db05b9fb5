package org.throughline.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.stocktaking.Light;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Counts the projects of an edition, one after the other, for every figure and for the chapters of the action
/// lines.
final class Tally {

    static final String PROJECTS = "projects";

    private static final int LONG = 40;
    private static final List<String> BANDS = List.of("0-19", "20-39", "40-59", "60-79", "80-100");
    private static final List<String> NEW_UPDATED = List.of("new", "updated");

    private final Vocabulary vocabulary;
    private final Map<Figure, Map<String, Long>> counts = new HashMap<>();
    private final Map<Figure, Long> counted = new HashMap<>();
    private final Map<String, Map<String, Long>> crossed = new HashMap<>();
    private final TreeMap<Integer, long[]> byYear = new TreeMap<>();
    private final TreeMap<String, long[]> units = new TreeMap<>();
    private final Map<String, List<Candidate>> candidates = new HashMap<>();
    private long claiming;
    private long claims;
    private long evidenced;
    private long projects;

    Tally(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Entry entry) {
        projects++;
        count(Figure.ACTION_LINE, entry.actionLines());
        count(Figure.SDG, entry.sdgs());
        count(Figure.REGION, entry.regions());
        count(Figure.COUNTRY, entry.countries());
        count(Figure.STAKEHOLDER_TYPE, one(entry.entityType()));
        count(Figure.ACTIVITY_TYPE, one(entry.activityType()));
        count(Figure.STATUS, one(entry.status()));
        count(Figure.YEAR, entry.startYear() == null ? List.of() : List.of(String.valueOf(entry.startYear())));
        count(Figure.COMPLETENESS, List.of(BANDS.get(Math.min(4, entry.completeness() / 20))));
        count(Figure.LIGHT, List.of(entry.light().word()));
        cross(entry);
        if (!entry.summary().isEmpty())
            for (String line : new LinkedHashSet<>(entry.actionLines()))
                candidates
                        .computeIfAbsent(line, l -> new ArrayList<>())
                        .add(new Candidate(entry.number(), entry.completeness(), entry.updatedOn()));
        int came = entry.receivedOn().getYear();
        int changed = entry.updatedOn().getYear();
        byYear.computeIfAbsent(came, year -> new long[2])[0]++;
        if (changed > came) byYear.computeIfAbsent(changed, year -> new long[2])[1]++;
        claims(entry);
    }

    /// A project that may be quoted, and what it is chosen by.
    private record Candidate(long number, int completeness, LocalDate updatedOn) {}

    /// The projects that the chapter of each action line tells about: those the recipe names first, then the most
    /// complete, of those the newest, of those the first.
    Map<String, List<Long>> digests(Recipe recipe) {
        var chosenFirst = new LinkedHashSet<>(recipe.featured());
        Comparator<Candidate> order = Comparator.comparing((Candidate one) -> !chosenFirst.contains(one.number()))
                .thenComparing(Candidate::completeness, Comparator.reverseOrder())
                .thenComparing(Candidate::updatedOn, Comparator.reverseOrder())
                .thenComparing(Candidate::number);
        Map<String, List<Long>> digests = new TreeMap<>();
        if (!recipe.has(Chapter.ACTION_LINES)) return digests;
        for (String line : recipe.lines())
            digests.put(
                    line,
                    candidates.getOrDefault(line, List.of()).stream()
                            .sorted(order)
                            .limit(recipe.digests())
                            .map(Candidate::number)
                            .toList());
        return digests;
    }

    long projects() {
        return projects;
    }

    private void count(Figure figure, List<String> values) {
        if (values.isEmpty()) return;
        counted.merge(figure, 1L, Long::sum);
        var byCode = counts.computeIfAbsent(figure, f -> new HashMap<>());
        new LinkedHashSet<>(values).forEach(value -> byCode.merge(value, 1L, Long::sum));
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private void cross(Entry entry) {
        if (entry.actionLines().isEmpty() || entry.sdgs().isEmpty()) return;
        counted.merge(Figure.ACTION_LINE_SDG, 1L, Long::sum);
        for (String line : new LinkedHashSet<>(entry.actionLines()))
            for (String goal : new LinkedHashSet<>(entry.sdgs()))
                crossed.computeIfAbsent(line, l -> new HashMap<>()).merge(goal, 1L, Long::sum);
    }

    private void claims(Entry entry) {
        if (entry.claims().isEmpty()) return;
        claiming++;
        Set<String> own = new LinkedHashSet<>();
        for (Entry.Claim claim : entry.claims()) {
            claims++;
            if (claim.evidenced()) evidenced++;
            long[] unit = units.computeIfAbsent(claim.unit(), u -> new long[3]);
            if (own.add(claim.unit())) unit[0]++;
            unit[1]++;
            if (claim.evidenced()) unit[2]++;
        }
    }

    ClaimTotals claims() {
        return new ClaimTotals(
                claiming,
                claims,
                evidenced,
                units.entrySet().stream()
                        .map(unit -> new ClaimTotals.Unit(
                                unit.getKey(), unit.getValue()[0], unit.getValue()[1], unit.getValue()[2]))
                        .toList());
    }

    List<FigureData> figures(List<Figure> wanted) {
        return wanted.stream().map(this::figure).toList();
    }

    private FigureData figure(Figure figure) {
        return switch (figure) {
            case ACTION_LINE -> plain(figure, leaves(Vocabulary.ACTION_LINES));
            case SDG -> plain(figure, leaves(Vocabulary.SDGS));
            case REGION -> plain(figure, leaves(Vocabulary.REGIONS));
            case COUNTRY, STAKEHOLDER_TYPE, ACTIVITY_TYPE, STATUS -> plain(figure, List.of());
            case YEAR -> years(figure);
            case COMPLETENESS -> plain(figure, BANDS);
            case LIGHT ->
                plain(
                        figure,
                        java.util.Arrays.stream(Light.values()).map(Light::word).toList());
            case ACTION_LINE_SDG -> heat(figure);
            case NEW_UPDATED -> newUpdated(figure);
        };
    }

    private List<String> leaves(String scheme) {
        return vocabulary.leaves(scheme).stream().map(Term::code).toList();
    }

    /// The codes that are given stand in their order, even where nothing was counted; all others follow, the most
    /// frequent first.
    private FigureData plain(Figure figure, List<String> first) {
        var byCode = new HashMap<>(counts.getOrDefault(figure, Map.of()));
        List<FigureData.Row> rows = new ArrayList<>();
        for (String code : first) {
            Long count = byCode.remove(code);
            rows.add(new FigureData.Row(code, List.of(count == null ? 0 : count)));
        }
        byCode.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> rows.add(new FigureData.Row(entry.getKey(), List.of(entry.getValue()))));
        return data(figure, List.of(PROJECTS), rows);
    }

    /// Every year from the first to the last, so that a gap is seen; where a date is far off, only years that have
    /// something.
    private FigureData years(Figure figure) {
        var byYearOfStart = new TreeMap<Integer, Long>();
        counts.getOrDefault(figure, Map.of()).forEach((year, count) -> byYearOfStart.put(Integer.valueOf(year), count));
        List<FigureData.Row> rows = new ArrayList<>();
        if (!byYearOfStart.isEmpty())
            for (int year = byYearOfStart.firstKey(); year <= byYearOfStart.lastKey(); year++)
                if (byYearOfStart.containsKey(year) || byYearOfStart.lastKey() - byYearOfStart.firstKey() < LONG)
                    rows.add(new FigureData.Row(String.valueOf(year), List.of(byYearOfStart.getOrDefault(year, 0L))));
        return data(figure, List.of(PROJECTS), rows);
    }

    private FigureData heat(Figure figure) {
        List<String> goals = leaves(Vocabulary.SDGS);
        List<FigureData.Row> rows = leaves(Vocabulary.ACTION_LINES).stream()
                .map(line -> new FigureData.Row(
                        line,
                        goals.stream()
                                .map(goal ->
                                        crossed.getOrDefault(line, Map.of()).getOrDefault(goal, 0L))
                                .toList()))
                .toList();
        return data(figure, goals, rows);
    }

    private FigureData newUpdated(Figure figure) {
        List<FigureData.Row> rows = new ArrayList<>();
        if (!byYear.isEmpty()) {
            for (int year = byYear.firstKey(); year <= byYear.lastKey(); year++) {
                long[] both = byYear.getOrDefault(year, new long[2]);
                rows.add(new FigureData.Row(String.valueOf(year), List.of(both[0], both[1])));
            }
        }
        return new FigureData(figure, projects, 0, NEW_UPDATED, rows);
    }

    private FigureData data(Figure figure, List<String> series, List<FigureData.Row> rows) {
        long with = counted.getOrDefault(figure, 0L);
        return new FigureData(figure, with, projects - with, series, rows);
    }
}
