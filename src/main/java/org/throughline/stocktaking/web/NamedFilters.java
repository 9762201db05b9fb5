package org.throughline.stocktaking.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.web.ProjectListPage.Link;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Filters that are called like words of a search, in whatever language they are typed: to "e-health Africa" belong an
/// action line and a region, though few texts have these words. They are offered beside what has the words.
@Component
class NamedFilters {

    private static final int MOST = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Facet, String> SCHEMES = new LinkedHashMap<>();

    static {
        SCHEMES.put(Facet.ACTION_LINE, Vocabulary.ACTION_LINES);
        SCHEMES.put(Facet.SDG, Vocabulary.SDGS);
        SCHEMES.put(Facet.REGION, Vocabulary.REGIONS);
        SCHEMES.put(Facet.COUNTRY, Vocabulary.COUNTRIES);
    }

    private final Vocabulary vocabulary;
    private final Projects projects;
    private final ProjectWords words;
    private volatile Known known = new Known(List.of(), Map.of());

    NamedFilters(Vocabulary vocabulary, Projects projects, ProjectWords words) {
        this.vocabulary = vocabulary;
        this.projects = projects;
        this.words = words;
    }

    private record Named(Facet facet, String code, List<String> name) {}

    /// @param byFirst longer names first
    private record Known(List<List<Term>> terms, Map<String, List<Named>> byFirst) {}

    /// All of them together with the words that are left, then each alone; those that find something.
    List<Link> of(Frame frame, ProjectListQuery query, ProjectForm form) {
        String text = query.query().text();
        // Who uses quotation marks or a minus means the words.
        if (text.isEmpty() || text.contains("\"") || text.startsWith("-") || text.contains(" -")) return List.of();
        List<Named> found = new ArrayList<>();
        String rest = match(text, found);
        if (found.isEmpty()) return List.of();
        List<Link> links = new ArrayList<>();
        if (found.size() > 1 || !rest.isEmpty()) offer(frame, query, form, found, rest, links);
        for (Named one : found) offer(frame, query, form, List.of(one), "", links);
        return links;
    }

    private void offer(
            Frame frame, ProjectListQuery query, ProjectForm form, List<Named> some, String rest, List<Link> links) {
        RegisterQuery asked = query.query().matching(rest).page(0, 0);
        for (Named one : some) asked = asked.where(one.facet(), one.code());
        long count = projects.count(asked);
        if (count == 0) return;
        String label = some.stream()
                .map(one -> frame.t(
                        "stocktaking.list.chip",
                        words.title(frame, one.facet()),
                        words.value(frame, form, one.facet(), one.code())))
                .collect(Collectors.joining(" · "));
        if (!rest.isEmpty()) label += " · “" + rest + "”";
        links.add(new Link(frame.t("stocktaking.list.named.one", label, count), query.url(asked)));
    }

    // From the left, the longest name first; gives back the words that no name has taken.
    private String match(String text, List<Named> found) {
        List<String> typed =
                WORD.matcher(text).results().map(one -> one.group()).toList();
        List<String> plain = typed.stream().map(NamedFilters::plain).toList();
        Map<String, List<Named>> byFirst = known().byFirst();
        List<String> rest = new ArrayList<>();
        for (int at = 0; at < plain.size(); ) {
            Named named = found.size() == MOST ? null : longest(byFirst, plain, at);
            if (named == null) rest.add(typed.get(at++));
            else {
                if (found.stream().noneMatch(one -> one.facet() == named.facet())) found.add(named);
                at += named.name().size();
            }
        }
        return String.join(" ", rest);
    }

    private static @Nullable Named longest(Map<String, List<Named>> byFirst, List<String> plain, int at) {
        for (Named one : byFirst.getOrDefault(plain.get(at), List.of())) {
            int end = at + one.name().size();
            if (end <= plain.size() && plain.subList(at, end).equals(one.name())) return one;
        }
        return null;
    }

    // The vocabulary gives the same lists until one of them changes.
    private Known known() {
        List<List<Term>> now = SCHEMES.values().stream().map(vocabulary::terms).toList();
        Known before = known;
        if (same(now, before.terms())) return before;
        Map<String, List<Named>> byFirst = new HashMap<>();
        int scheme = 0;
        for (Facet facet : SCHEMES.keySet())
            for (Term term : now.get(scheme++)) {
                if (facet == Facet.REGION && term.code().equals(Vocabulary.GLOBAL)) continue;
                for (String name : term.names().texts().values()) {
                    List<String> plain = WORD.matcher(name)
                            .results()
                            .map(one -> plain(one.group()))
                            .toList();
                    add(byFirst, new Named(facet, term.code(), plain));
                    // "ehealth" for "E-health"
                    if (plain.size() == 2)
                        add(byFirst, new Named(facet, term.code(), List.of(plain.getFirst() + plain.getLast())));
                }
            }
        byFirst.values()
                .forEach(all ->
                        all.sort(Comparator.comparingInt(one -> -one.name().size())));
        known = new Known(now, byFirst);
        return known;
    }

    private static boolean same(List<List<Term>> now, List<List<Term>> before) {
        if (now.size() != before.size()) return false;
        for (int i = 0; i < now.size(); i++) if (now.get(i) != before.get(i)) return false;
        return true;
    }

    private static void add(Map<String, List<Named>> byFirst, Named named) {
        if (!named.name().isEmpty())
            byFirst.computeIfAbsent(named.name().getFirst(), first -> new ArrayList<>())
                    .add(named);
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
