package org.throughline.inputs.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.throughline.inputs.InputFilter;
import org.throughline.inputs.InputOrder;
import org.throughline.inputs.PublishedInputs.Facet;

/// The query of a list's address: what the reader typed and chose. Made from any parameters, unknown ones are
/// dropped.
public record ListQuery(
        String text,
        List<String> types,
        List<String> regions,
        List<String> countries,
        List<String> languages,
        InputOrder order,
        int after,
        int page) {

    private static final int MOST_VALUES = 30;
    private static final int LONGEST_TEXT = 300;

    public static ListQuery of(MultiValueMap<String, String> parameters) {
        String text = first(parameters, "q").strip();
        return new ListQuery(
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                values(parameters, "stakeholderType"),
                values(parameters, "region"),
                values(parameters, "country"),
                values(parameters, "language"),
                InputOrder.of(first(parameters, "sort"), !text.isEmpty()),
                number(first(parameters, "after")),
                Math.max(1, number(first(parameters, "page"))));
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        @Nullable String value = parameters.getFirst(name);
        return value == null ? "" : value.replace("\0", "");
    }

    private static List<String> values(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && value.matches("[A-Za-z-]{1,12}"))
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    public InputFilter filter() {
        return new InputFilter(text, types, regions, countries, languages);
    }

    List<String> chosen(Facet facet) {
        return switch (facet) {
            case STAKEHOLDER_TYPE -> types;
            case REGION -> regions;
            case COUNTRY -> countries;
            case LANGUAGE -> languages;
        };
    }

    static String parameter(Facet facet) {
        return switch (facet) {
            case STAKEHOLDER_TYPE -> "stakeholderType";
            case REGION -> "region";
            case COUNTRY -> "country";
            case LANGUAGE -> "language";
        };
    }

    /// The query with a value chosen, or no longer chosen when it was.
    String toggled(Facet facet, String value) {
        return asQuery(order, each -> {
            List<String> values = new ArrayList<>(chosen(each));
            if (each == facet && !values.remove(value)) values.add(value);
            return values;
        });
    }

    String withoutText() {
        return new ListQuery("", types, regions, countries, languages, InputOrder.of(order.code(), false), 0, 1)
                .asQuery();
    }

    ListQuery ordered(InputOrder order) {
        return new ListQuery(text, types, regions, countries, languages, order, after, page);
    }

    String sorted(InputOrder order) {
        return asQuery(order, this::chosen);
    }

    String asQuery() {
        return sorted(order);
    }

    private String asQuery(InputOrder order, Function<Facet, List<String>> chosen) {
        var query = new ArrayList<String>();
        if (!text.isEmpty()) query.add("q=" + encode(text));
        for (Facet each : Facet.values())
            chosen.apply(each).forEach(one -> query.add(parameter(each) + "=" + encode(one)));
        if (order != InputOrder.of("", !text.isEmpty())) query.add("sort=" + order.code());
        return String.join("&", query);
    }

    /// Whether the list's usual order is wanted, in which it is leafed through by number.
    public boolean byNumber() {
        return text.isEmpty() && order == InputOrder.RECEIVED;
    }

    public String from(int number) {
        return and("after=" + number);
    }

    public String page(int number) {
        return and("page=" + number);
    }

    private String and(String parameter) {
        String query = asQuery();
        return (query.isEmpty() ? "" : query + "&") + parameter;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
