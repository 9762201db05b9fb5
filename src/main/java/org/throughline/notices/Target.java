package org.throughline.notices;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.throughline.platform.Storable;
import org.throughline.platform.WholeNumber;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;

/// What can be followed: a search of the register, of which an action line or a country is the simplest, one
/// project, or a road map.
///
/// @param key the query of the search's address, in one order and without what only changes how it looks; or the
/// project's number; or the road map's code, empty for all of them
public record Target(Kind kind, String key) {

    private static final int LONGEST = 2_000;
    private static final int MOST_VALUES = 60;
    private static final String ALL = "all";
    private static final Pattern TRACK = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    /// The kinds of things that can be followed.
    public enum Kind {
        SEARCH("search"),
        PROJECT("project"),
        ROADMAP("roadmap");

        final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /// What an address with these parameters asks to follow: `project=12`, `roadmap=itu` (or `all`), or those
    /// of a list of the register. Empty when it is no project's number, no code, or too long.
    public static Optional<Target> of(Map<String, List<String>> parameters) {
        List<String> project = parameters.getOrDefault("project", List.of());
        if (!project.isEmpty()) {
            OptionalLong number = WholeNumber.read(String.valueOf(project.getFirst()));
            return number.isPresent() && number.getAsLong() > 0
                    ? Optional.of(new Target(Kind.PROJECT, String.valueOf(number.getAsLong())))
                    : Optional.empty();
        }
        List<String> roadmap = parameters.getOrDefault("roadmap", List.of());
        if (!roadmap.isEmpty()) {
            String code = String.valueOf(roadmap.getFirst());
            if (!TRACK.matcher(code).matches()) return Optional.empty();
            return Optional.of(new Target(Kind.ROADMAP, code.equals(ALL) ? "" : code));
        }
        String key = canonical(parameters);
        return key.length() > LONGEST ? Optional.empty() : Optional.of(new Target(Kind.SEARCH, key));
    }

    // Words and facets in one order, so that the same search is the same target however its address was written.
    private static String canonical(Map<String, List<String>> parameters) {
        var parts = new TreeSet<String>();
        words(parameters).ifPresent(words -> parts.add("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
        for (Facet facet : Facet.ALL)
            parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(value -> value != null && VALUE.matcher(value).matches())
                    .limit(MOST_VALUES)
                    .forEach(value -> parts.add(facet.parameter() + "=" + value));
        RegisterAddress.own(parameters)
                .forEach((field, values) ->
                        values.forEach(value -> parts.add(RegisterAddress.OWN + field + "=" + value)));
        return String.join("&", parts);
    }

    private static Optional<String> words(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("q", List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(typed -> Storable.part(typed).strip())
                .filter(words -> !words.isEmpty());
    }

    static Target stored(String kind, String key) {
        for (Kind one : Kind.values()) if (one.column.equals(kind)) return new Target(one, key);
        throw new IllegalArgumentException("Not a kind: " + kind);
    }

    /// The search, as a reader of a language asks it.
    public RegisterQuery query(String language) {
        if (kind != Kind.SEARCH) throw new IllegalStateException("Not a search");
        Map<String, List<String>> parameters = parameters();
        Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        parameters.forEach((name, values) -> Facet.of(name).ifPresent(facet -> facets.put(facet, values)));
        return new RegisterQuery(
                words(parameters).orElse(""),
                language,
                facets,
                RegisterAddress.own(parameters),
                RegisterQuery.Sort.BEST_MATCH,
                0,
                0);
    }

    /// The project's number.
    public long number() {
        if (kind != Kind.PROJECT) throw new IllegalStateException("Not a project");
        return Long.parseLong(key);
    }

    /// The parameters from which [#of] makes this target again.
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (kind == Kind.PROJECT) return Map.of("project", List.of(key));
        if (kind == Kind.ROADMAP) return Map.of("roadmap", List.of(key.isEmpty() ? ALL : key));
        for (String part : key.split("&")) {
            int mark = part.indexOf('=');
            if (mark > 0)
                parameters
                        .computeIfAbsent(part.substring(0, mark), name -> new ArrayList<>())
                        .add(URLDecoder.decode(part.substring(mark + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /// Where it is seen: a path of this site without the language prefix.
    public String path() {
        if (kind == Kind.PROJECT) return "/stocktaking/" + key;
        if (kind == Kind.ROADMAP) return key.isEmpty() ? "/roadmaps" : "/roadmaps/" + key;
        return key.isEmpty() ? "/stocktaking" : "/stocktaking?" + key;
    }
}
