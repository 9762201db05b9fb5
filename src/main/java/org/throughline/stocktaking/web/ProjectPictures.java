package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;
import org.throughline.platform.chart.Charts.Area;
import org.throughline.platform.chart.Charts.Cell;
import org.throughline.platform.chart.Charts.Head;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.RegisterResult.FacetCount;
import org.throughline.stocktaking.web.ProjectListPage.Key;
import org.throughline.stocktaking.web.ProjectListPage.Picture;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// The result of a search as a map of countries, and as a grid of action lines and goals. Every square leads to the
/// list that it counts.
@Component
class ProjectPictures {

    private final Projects projects;
    private final Vocabulary vocabulary;
    private final TermNames terms;

    ProjectPictures(Projects projects, Vocabulary vocabulary, TermNames terms) {
        this.projects = projects;
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    Picture map(Frame frame, ProjectListQuery query, long total) {
        List<Area> areas = new ArrayList<>();
        Map<String, Long> counts = counts(query, Facet.COUNTRY);
        for (Term country : vocabulary.terms(Vocabulary.COUNTRIES)) {
            long count = counts.getOrDefault(country.code(), 0L);
            areas.add(new Area(
                    country.code(),
                    country.name(frame.language()),
                    count,
                    count == 0 ? null : query.listOf(Facet.COUNTRY, country.code())));
        }
        ChartText text = text(
                frame,
                frame.t("stocktaking.map.title"),
                total,
                frame.t("stocktaking.map.caveat"),
                frame.t("stocktaking.facet.country"));
        List<Key> key = new ArrayList<>();
        List<Key> others = new ArrayList<>();
        for (Term country : vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language())) {
            String code = country.code();
            String name = country.name(frame.language());
            if (counts.containsKey(code))
                key.add(new Key(
                        code, name, frame.number(counts.get(code)), query.listOf(Facet.COUNTRY, country.code())));
            else if (country.attribute("un-status").isPresent()) others.add(new Key(code, name, "", ""));
        }
        return new Picture(
                Charts.map(text.ofMap(frame.texts()), areas),
                frame.t("stocktaking.map.key"),
                key,
                frame.t("stocktaking.map.others", others.size()),
                others);
    }

    Picture matrix(Frame frame, ProjectListQuery query, long total) {
        List<Term> lines = vocabulary.leaves(Vocabulary.ACTION_LINES);
        List<Term> goals = vocabulary.terms(Vocabulary.SDGS).stream()
                .filter(goal -> goal.parent() == null)
                .toList();
        Map<String, Map<String, Long>> counts = projects.crossed(query.query(), Facet.ACTION_LINE, Facet.SDG);
        List<List<Cell>> cells = new ArrayList<>();
        for (Term line : lines) {
            Map<String, Long> row = counts.getOrDefault(line.code(), Map.of());
            cells.add(goals.stream()
                    .map(goal -> {
                        long count = row.getOrDefault(goal.code(), 0L);
                        return new Cell(
                                count,
                                count == 0
                                        ? null
                                        : query.listOf(Facet.ACTION_LINE, line.code(), Facet.SDG, goal.code()));
                    })
                    .toList());
        }
        Map<String, Long> ofGoals = counts(query, Facet.SDG);
        Chart chart = Charts.heatMap(
                text(
                        frame,
                        frame.t("stocktaking.matrix.title"),
                        total,
                        frame.t("stocktaking.matrix.caveat"),
                        frame.t("stocktaking.facet.action-line")),
                frame.t("vocabulary.goals"),
                lines.stream()
                        .map(line -> {
                            String name = terms.coded(frame, Vocabulary.ACTION_LINES, line.code());
                            return new Head(name, name, query.listOf(Facet.ACTION_LINE, line.code()));
                        })
                        .toList(),
                goals.stream()
                        .map(goal -> new Head(
                                goal.code(),
                                terms.coded(frame, Vocabulary.SDGS, goal.code()),
                                query.listOf(Facet.SDG, goal.code())))
                        .toList(),
                cells);
        return new Picture(
                chart,
                frame.t("vocabulary.goals"),
                goals.stream()
                        .map(goal -> new Key(
                                "",
                                terms.coded(frame, Vocabulary.SDGS, goal.code()),
                                frame.number(ofGoals.getOrDefault(goal.code(), 0L)),
                                query.listOf(Facet.SDG, goal.code())))
                        .toList(),
                "",
                List.of());
    }

    private Map<String, Long> counts(ProjectListQuery query, Facet facet) {
        Map<String, Long> counts = new HashMap<>();
        for (FacetCount count : projects.counted(query.query(), facet)) counts.put(count.value(), count.count());
        return counts;
    }

    private static ChartText text(Frame frame, String title, long total, String caveat, String header) {
        return new ChartText(
                frame.language(),
                title,
                "",
                frame.t("stocktaking.picture.unit"),
                frame.t("stocktaking.list.count", total),
                caveat,
                header,
                "");
    }
}
