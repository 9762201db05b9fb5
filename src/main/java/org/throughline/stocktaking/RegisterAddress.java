package org.throughline.stocktaking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.RegisterQuery.Sort;

/// What a reader asks of the register, as the query of an address: the same for the list, the feed, the files and
/// the API. Any parameters make a query; what is not understood is left out.
public final class RegisterAddress {

    /// What the names of parameters begin with that stand for a register's own fields.
    public static final String OWN = "own.";

    private static final int MOST_VALUES = 60;
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_TEXT = 300;
    private static final int LAST_PAGE = 1_000_000;
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    private RegisterAddress() {}

    public static RegisterQuery read(Map<String, List<String>> parameters, String language, int size) {
        Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.ALL) {
            List<String> values = parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(value -> value != null && VALUE.matcher(value).matches())
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
            if (!values.isEmpty()) facets.put(facet, values);
        }
        return new RegisterQuery(
                text(first(parameters, "q")),
                language,
                facets,
                own(parameters),
                Sort.of(first(parameters, "sort")),
                (page(parameters) - 1) * size,
                size);
    }

    /// What is asked of fields that only a register's own form has: `own.colour=red`.
    public static Map<String, List<String>> own(Map<String, List<String>> parameters) {
        Map<String, List<String>> own = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (own.size() == MOST_FIELDS || !name.startsWith(OWN)) return;
            String field = name.substring(OWN.length());
            List<String> codes = values.stream()
                    .filter(value -> value != null && VALUE.matcher(value).matches())
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
            if (VALUE.matcher(field).matches() && !codes.isEmpty()) own.put(field, codes);
        });
        return own;
    }

    /// The page that is asked for, the first being 1.
    public static int page(Map<String, List<String>> parameters) {
        String page = first(parameters, "page");
        return NUMBER.matcher(page).matches() ? Math.clamp(Integer.parseInt(page), 1, LAST_PAGE) : 1;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        @Nullable String value = values.isEmpty() ? null : values.getFirst();
        return value == null ? "" : value;
    }

    private static String text(String typed) {
        String text = typed.replace("\0", "").strip();
        if (text.length() <= LONGEST_TEXT) return text;
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    /// The query of the address, without a page and without these facets; empty for everything in its usual order.
    public static String write(RegisterQuery query, Facet... without) {
        Set<Facet> left = EnumSet.noneOf(Facet.class);
        left.addAll(List.of(without));
        List<String> parts = new ArrayList<>();
        if (!query.text().isEmpty()) parts.add("q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        query.facets().forEach((facet, values) -> {
            if (!left.contains(facet)) values.forEach(value -> parts.add(facet.parameter() + "=" + value));
        });
        query.own().forEach((field, values) -> values.forEach(value -> parts.add(OWN + field + "=" + value)));
        if (!usual(query)) parts.add("sort=" + query.sort().parameter());
        return String.join("&", parts);
    }

    /// The query of an address in two parts, between which values of one facet stand.
    public record Around(String before, String after) {

        /// The whole query with these values, and its question mark; empty for everything in its usual order.
        public String with(String values) {
            String front = values.isEmpty() || before.isEmpty() ? before + values : before + "&" + values;
            String whole = front.isEmpty() || after.isEmpty() ? front + after : front + "&" + after;
            return whole.isEmpty() ? "" : "?" + whole;
        }
    }

    /// What stands around the values of a facet, so that many addresses that differ in it alone are made quickly.
    ///
    /// @param more what the address says besides, such as how to show the list
    public static Around around(RegisterQuery query, Facet facet, String more, Facet... without) {
        Map<Facet, List<String>> before = new EnumMap<>(Facet.class);
        Map<Facet, List<String>> after = new EnumMap<>(Facet.class);
        query.facets().forEach((other, values) -> {
            if (other.compareTo(facet) < 0) before.put(other, values);
            else if (other != facet) after.put(other, values);
        });
        String front = write(new RegisterQuery(query.text(), query.language(), before, Sort.BEST_MATCH, 0, 0), without);
        String back =
                write(new RegisterQuery("", query.language(), after, query.own(), Sort.BEST_MATCH, 0, 0), without);
        String sort = usual(query) ? "" : "sort=" + query.sort().parameter();
        return new Around(
                front,
                Stream.of(back, sort, more).filter(part -> !part.isEmpty()).collect(Collectors.joining("&")));
    }

    private static boolean usual(RegisterQuery query) {
        return query.sort() == Sort.BEST_MATCH || (query.text().isEmpty() && query.sort() == Sort.NEWEST);
    }
}
