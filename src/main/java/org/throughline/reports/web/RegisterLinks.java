package org.throughline.reports.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.reports.Figure;
import org.throughline.reports.Recipe;
import org.throughline.stocktaking.Facet;

/// Where in the register the list behind a number stands, as the register is today.
final class RegisterLinks {

    private final String site;
    private final Recipe recipe;

    /// @param site the address of the site without a slash at the end
    RegisterLinks(String site, String language, Recipe recipe) {
        this.site = site + (language.equals(Languages.DEFAULT) ? "" : "/" + language);
        this.recipe = recipe;
    }

    String project(long number) {
        return site + "/stocktaking/" + number;
    }

    String page(String path) {
        return site + path;
    }

    /// The list of everything the report is about.
    String all() {
        return list(List.of());
    }

    /// The list behind one value of a figure; nothing where the register cannot be narrowed by it.
    @Nullable
    String of(Figure figure, String code) {
        Facet facet = facet(figure);
        return facet == null ? null : list(List.of(parameter(facet, code)));
    }

    String line(String line) {
        return list(List.of(parameter(Facet.ACTION_LINE, line)));
    }

    String cell(String line, String goal) {
        return list(List.of(parameter(Facet.ACTION_LINE, line), parameter(Facet.SDG, goal)));
    }

    private String list(List<String> more) {
        List<String> parameters = new ArrayList<>();
        boolean narrowed = more.stream().anyMatch(one -> one.startsWith(Facet.REGION.parameter() + "="));
        if (!narrowed) recipe.regions().forEach(region -> parameters.add(parameter(Facet.REGION, region)));
        boolean year = more.stream().anyMatch(one -> one.startsWith(Facet.YEAR.parameter() + "="));
        Recipe.Period period = recipe.period();
        if (!year && period.basis() == Recipe.Basis.STARTED && period.from() != 0 && period.to() != 0)
            for (int one = period.from(); one <= period.to() && one - period.from() < 60; one++)
                parameters.add(parameter(Facet.YEAR, String.valueOf(one)));
        parameters.addAll(more);
        String path = recipe.isOfWsis() ? "/stocktaking" : "/collections/" + recipe.collection();
        return site + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static String parameter(Facet facet, String value) {
        return facet.parameter() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable Facet facet(Figure figure) {
        return switch (figure) {
            case ACTION_LINE -> Facet.ACTION_LINE;
            case SDG -> Facet.SDG;
            case REGION -> Facet.REGION;
            case COUNTRY -> Facet.COUNTRY;
            case STAKEHOLDER_TYPE -> Facet.STAKEHOLDER_TYPE;
            case ACTIVITY_TYPE -> Facet.ACTIVITY_TYPE;
            case STATUS -> Facet.STATUS;
            case YEAR -> Facet.YEAR;
            case LIGHT -> Facet.LIGHT;
            case ACTION_LINE_SDG, NEW_UPDATED, COMPLETENESS -> null;
        };
    }
}
