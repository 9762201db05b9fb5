package org.throughline.stocktaking;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a reader wants to see of the register. Any text is a valid query.
///
/// @param text what was typed; blank for everything
/// @param language the reader's language, in which words count more
/// @param facets only entries with one of these values, for each facet named
/// @param own the same for fields that only the register's own form has, by their codes
/// @param offset how many entries come before the page
/// @param size how many entries a page has, at most 100
public record RegisterQuery(
        String text,
        String language,
        Map<Facet, List<String>> facets,
        Map<String, List<String>> own,
        Sort sort,
        int offset,
        int size) {

    /// What comes first. Best match is newest first where no words were typed.
    public enum Sort {
        BEST_MATCH("best"),
        NEWEST("newest"),
        OLDEST("oldest"),
        TITLE("title"),
        CONFIRMED("confirmed"),
        STARTED("started"),
        COMPLETENESS("completeness");

        private final String parameter;

        Sort(String parameter) {
            this.parameter = parameter;
        }

        public String parameter() {
            return parameter;
        }

        public static Sort of(String parameter) {
            for (Sort sort : values()) if (sort.parameter.equals(parameter)) return sort;
            return BEST_MATCH;
        }
    }

    public RegisterQuery {
        text = text.strip();
        size = Math.clamp(size, 0, 100);
        offset = Math.max(0, offset);
        var copy = new EnumMap<Facet, List<String>>(Facet.class);
        facets.forEach((facet, values) -> {
            if (!values.isEmpty()) copy.put(facet, List.copyOf(values));
        });
        facets = Collections.unmodifiableMap(copy);
        var some = new TreeMap<String, List<String>>();
        own.forEach((field, values) -> {
            if (!values.isEmpty()) some.put(field, List.copyOf(values));
        });
        own = Collections.unmodifiableMap(some);
    }

    public RegisterQuery(
            String text, String language, Map<Facet, List<String>> facets, Sort sort, int offset, int size) {
        this(text, language, facets, Map.of(), sort, offset, size);
    }

    public static RegisterQuery all(String language) {
        return new RegisterQuery("", language, Map.of(), Sort.BEST_MATCH, 0, 20);
    }

    public RegisterQuery where(Facet facet, String... values) {
        var more = new EnumMap<Facet, List<String>>(Facet.class);
        more.putAll(facets);
        more.put(facet, List.of(values));
        return new RegisterQuery(text, language, more, own, sort, offset, size);
    }

    public RegisterQuery without(Facet facet) {
        var fewer = new EnumMap<Facet, List<String>>(Facet.class);
        fewer.putAll(facets);
        fewer.remove(facet);
        return new RegisterQuery(text, language, fewer, own, sort, offset, size);
    }

    public RegisterQuery whereOwn(String field, List<String> values) {
        var more = new TreeMap<>(own);
        more.put(field, values);
        return new RegisterQuery(text, language, facets, more, sort, offset, size);
    }

    public RegisterQuery matching(String text) {
        return new RegisterQuery(text, language, facets, own, sort, offset, size);
    }

    public RegisterQuery sorted(Sort sort) {
        return new RegisterQuery(text, language, facets, own, sort, offset, size);
    }

    public RegisterQuery page(int offset, int size) {
        return new RegisterQuery(text, language, facets, own, sort, offset, size);
    }
}
