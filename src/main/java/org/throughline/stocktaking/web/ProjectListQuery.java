package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;

/// What a list page of one register shows, as its address says it, and the addresses that lead on from there.
///
/// @param base the list's address in the reader's language
/// @param whole the facet of which every value is shown
record ProjectListQuery(
        String base,
        RegisterQuery query,
        View view,
        @Nullable Facet whole,
        int page) {

    private static final int PAGE = 20;

    /// The pictures of one result.
    enum View {
        LIST,
        TABLE,
        MAP,
        MATRIX;

        static View of(String parameter) {
            for (View view : values()) if (view.parameter().equals(parameter)) return view;
            return LIST;
        }

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ProjectListQuery of(
            PublishedCollection collection, String base, Map<String, List<String>> parameters, String language) {
        return new ProjectListQuery(
                base,
                RegisterAddress.read(parameters, language, PAGE).where(Facet.COLLECTION, collection.slug()),
                View.of(first(parameters, "view")),
                Facet.of(first(parameters, "all")).orElse(null),
                RegisterAddress.page(parameters));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
    }

    ProjectListQuery with(RegisterQuery other) {
        return new ProjectListQuery(base, other, view, null, 1);
    }

    List<String> chosen(Facet facet) {
        return query.facets().getOrDefault(facet, List.of());
    }

    /// How many values are chosen, of all facets together.
    int filters() {
        return query.facets().entrySet().stream()
                        .filter(chosen -> chosen.getKey() != Facet.COLLECTION)
                        .mapToInt(chosen -> chosen.getValue().size())
                        .sum()
                + query.own().values().stream().mapToInt(List::size).sum();
    }

    /// The query that files and feeds of exactly this result take, with its question mark.
    String exact() {
        return mark(RegisterAddress.write(query, Facet.COLLECTION));
    }

    String inApi() {
        return mark(RegisterAddress.write(query));
    }

    String url() {
        return address(query, view, "");
    }

    String url(RegisterQuery other) {
        return address(other, view, "");
    }

    String url(View other) {
        return address(query, other, "");
    }

    String page(int number) {
        return address(query, view, number == 1 ? "" : "page=" + number);
    }

    String allOf(Facet facet) {
        return address(query, view, "all=" + facet.parameter()) + "#facet-" + facet.parameter();
    }

    /// The list of what is found with these values of a facet, whatever was chosen of it before.
    String listOf(Facet facet, String value) {
        return address(query.where(facet, value), View.LIST, "");
    }

    String listOf(Facet facet, String value, Facet other, String otherValue) {
        return address(query.where(facet, value).where(other, otherValue), View.LIST, "");
    }

    /// The addresses of the list with each value of a facet chosen, or no longer chosen when it was.
    UnaryOperator<String> toggling(Facet facet) {
        RegisterAddress.Around around = RegisterAddress.around(
                query, facet, view == View.LIST ? "" : "view=" + view.parameter(), Facet.COLLECTION);
        String name = facet.parameter() + "=";
        List<String> chosen = chosen(facet);
        String before = chosen.stream().map(value -> name + value).collect(Collectors.joining("&"));
        return value -> {
            if (!chosen.contains(value))
                return base + around.with(before.isEmpty() ? name + value : before + "&" + name + value);
            return base
                    + around.with(chosen.stream()
                            .filter(one -> !one.equals(value))
                            .map(one -> name + one)
                            .collect(Collectors.joining("&")));
        };
    }

    /// The same for a field that only this register's form has.
    UnaryOperator<String> toggling(String field) {
        List<String> chosen = query.own().getOrDefault(field, List.of());
        return value -> {
            List<String> others = new ArrayList<>(chosen);
            if (!others.remove(value)) others.add(value);
            return url(query.whereOwn(field, others));
        };
    }

    private String address(RegisterQuery other, View shown, String more) {
        String query = RegisterAddress.write(other, Facet.COLLECTION);
        if (shown != View.LIST) query = and(query, "view=" + shown.parameter());
        return base + mark(more.isEmpty() ? query : and(query, more));
    }

    private static String and(String query, String more) {
        return query.isEmpty() ? more : query + "&" + more;
    }

    private static String mark(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }
}
