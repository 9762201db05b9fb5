package org.throughline.stocktaking.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.web.Frame;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.Marked;
import org.throughline.search.SearchResults.Span;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectLine;
import org.throughline.stocktaking.web.ProjectListPage.Cells;
import org.throughline.stocktaking.web.ProjectListPage.Line;

/// Projects as the rows of a list, with what was looked for marked where words were typed.
@Component
class ProjectLines {

    private static final int OPENING = 280;

    private final ProjectWords words;

    ProjectLines(ProjectWords words) {
        this.words = words;
    }

    List<Line> of(Frame frame, ProjectForm form, List<ProjectLine> lines, Map<Long, Hit> hits) {
        return lines.stream()
                .map(line -> line(frame, form, line, hits.get(line.number())))
                .toList();
    }

    private Line line(Frame frame, ProjectForm form, ProjectLine line, @Nullable Hit hit) {
        String language = hit == null ? line.language() : hit.language();
        String years = ProjectWords.years(frame, line);
        String countries = words.countries(frame, line.countries());
        String lines = words.lines(frame, line.actionLines());
        Light light = words.light(line);
        return new Line(
                line.number(),
                hit == null ? plain(line.title()) : hit.title(),
                hit == null ? plain(opening(line.summary())) : hit.snippet(),
                language,
                Languages.direction(language),
                line.entityName(),
                ProjectWords.joined(countries, lines, years),
                ProjectWords.name(frame, light),
                ProjectWords.shape(light),
                new Cells(
                        countries,
                        lines,
                        words.goals(frame, line.sdgs()),
                        years,
                        words.value(frame, form, Facet.STATUS, line.status()),
                        frame.percent(line.completeness() / 100.0)));
    }

    private static Marked plain(String text) {
        return new Marked(List.of(new Span(text, false)));
    }

    static String opening(String text) {
        if (text.length() <= OPENING) return text;
        int end = text.lastIndexOf(' ', OPENING);
        if (end < OPENING / 2) end = Character.isLowSurrogate(text.charAt(OPENING)) ? OPENING - 1 : OPENING;
        return text.substring(0, end) + " …";
    }
}
