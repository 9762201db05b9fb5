package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Choice;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterResult;
import org.throughline.stocktaking.RegisterResult.FacetCount;
import org.throughline.stocktaking.web.ProjectListPage.Chip;
import org.throughline.stocktaking.web.ProjectListPage.FacetBox;
import org.throughline.stocktaking.web.ProjectListPage.FacetValue;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// The facets of a result beside its list: what can be chosen, how many that leaves, and what was chosen.
@Component
class FacetBoxes {

    private static final int AT_ONCE = 12;
    private static final int FOLDED = 40;

    private final ProjectWords words;
    private final FieldChoices choices;
    private final Vocabulary vocabulary;

    FacetBoxes(ProjectWords words, FieldChoices choices, Vocabulary vocabulary) {
        this.words = words;
        this.choices = choices;
        this.vocabulary = vocabulary;
    }

    List<FacetBox> of(Frame frame, ProjectListQuery query, ProjectForm form, RegisterResult result) {
        List<FacetBox> boxes = new ArrayList<>();
        for (Facet facet : Facet.ALL) {
            List<FacetCount> counts = result.facets().getOrDefault(facet, List.of());
            if (facet == Facet.COLLECTION || counts.isEmpty()) continue;
            boxes.add(box(frame, query, form, facet, counts));
        }
        return boxes;
    }

    /// The same for the fields that only this register's form has; their values stand as the form has them.
    List<FacetBox> own(Frame frame, ProjectListQuery query, ProjectForm form, Map<String, List<FacetCount>> counts) {
        List<FacetBox> boxes = new ArrayList<>();
        counts.forEach((code, values) -> {
            Field field = form.field(code).orElseThrow();
            List<FacetValue> all = ranked(
                            values, List.copyOf(choices.of(frame, field).keySet()))
                    .stream()
                    .map(count -> new FacetValue(
                            choices.name(frame, field, count.value()),
                            frame.number(count.count()),
                            query.query().own().getOrDefault(code, List.of()).contains(count.value()),
                            query.toggling(code).apply(count.value())))
                    .toList();
            int open = all.size() <= AT_ONCE + 1 ? all.size() : AT_ONCE;
            boxes.add(new FacetBox(
                    RegisterAddress.OWN + code,
                    frame.text(field.label()),
                    all.subList(0, open),
                    all.subList(open, all.size()),
                    "",
                    all.size()));
        });
        return boxes;
    }

    private FacetBox box(Frame frame, ProjectListQuery query, ProjectForm form, Facet facet, List<FacetCount> counts) {
        List<String> chosen = query.chosen(facet);
        List<FacetCount> sorted = sorted(frame, form, facet, counts);
        boolean whole = query.whole() == facet;
        List<FacetValue> first = new ArrayList<>();
        List<FacetValue> others = new ArrayList<>();
        UnaryOperator<String> toggling = query.toggling(facet);
        int most = whole ? Integer.MAX_VALUE : AT_ONCE + FOLDED;
        // One more takes no more room than the words that fold it away.
        int open = whole || sorted.size() <= AT_ONCE + 1 ? most : AT_ONCE;
        for (FacetCount count : sorted) {
            boolean on = chosen.contains(count.value());
            if (!on && first.size() + others.size() >= most) continue;
            FacetValue value = new FacetValue(
                    words.value(frame, form, facet, count.value()),
                    frame.number(count.count()),
                    on,
                    toggling.apply(count.value()));
            if (on || first.size() < open) first.add(value);
            else others.add(value);
        }
        boolean more = first.size() + others.size() < sorted.size();
        return new FacetBox(
                facet.parameter(),
                words.title(frame, facet),
                first,
                others,
                more ? query.allOf(facet) : "",
                sorted.size());
    }

    // What has an order of its own keeps it; the rest stands by frequency and, where that is the same, by name.
    private List<FacetCount> sorted(Frame frame, ProjectForm form, Facet facet, List<FacetCount> counts) {
        return switch (facet) {
            case ACTION_LINE -> ranked(counts, codes(Vocabulary.ACTION_LINES));
            case SDG -> ranked(counts, codes(Vocabulary.SDGS));
            case GDC -> ranked(counts, codes(Vocabulary.GDC));
            case STATUS -> ranked(counts, choices(form, "status"));
            case COVERAGE -> ranked(counts, choices(form, "coverage"));
            case LIGHT ->
                ranked(counts, List.of(Light.values()).stream().map(Light::word).toList());
            case YEAR ->
                counts.stream()
                        .sorted(Comparator.comparing(FacetCount::value).reversed())
                        .toList();
            case COUNTRY -> byName(frame, counts);
            case REGION, STAKEHOLDER_TYPE, ACTIVITY_TYPE, BENEFICIARY, LANGUAGE, COLLECTION -> counts;
        };
    }

    private List<String> codes(String scheme) {
        return vocabulary.terms(scheme).stream().map(Term::code).toList();
    }

    private static List<String> choices(ProjectForm form, String field) {
        return form.field(field).stream()
                .flatMap(one -> one.choices().stream())
                .map(Choice::code)
                .toList();
    }

    private static List<FacetCount> ranked(List<FacetCount> counts, List<String> order) {
        Map<String, Integer> ranks = new HashMap<>();
        for (int i = 0; i < order.size(); i++) ranks.putIfAbsent(order.get(i), i);
        return counts.stream()
                .sorted(Comparator.comparingInt(count -> ranks.getOrDefault(count.value(), Integer.MAX_VALUE)))
                .toList();
    }

    private List<FacetCount> byName(Frame frame, List<FacetCount> counts) {
        List<Term> names = vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language());
        Map<String, Integer> ranks = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) ranks.put(names.get(i).code(), i);
        return counts.stream()
                .sorted(Comparator.comparingLong(FacetCount::count)
                        .reversed()
                        .thenComparingInt(count -> ranks.getOrDefault(count.value(), Integer.MAX_VALUE)))
                .toList();
    }

    List<Chip> chips(Frame frame, ProjectListQuery query, ProjectForm form) {
        List<Chip> chips = new ArrayList<>();
        if (!query.query().text().isEmpty())
            chips.add(new Chip(
                    "“" + query.query().text() + "”", query.url(query.query().matching(""))));
        query.query().facets().forEach((facet, values) -> {
            if (facet != Facet.COLLECTION)
                for (String value : values)
                    chips.add(new Chip(
                            frame.t(
                                    "stocktaking.list.chip",
                                    words.title(frame, facet),
                                    words.value(frame, form, facet, value)),
                            query.toggling(facet).apply(value)));
        });
        query.query()
                .own()
                .forEach((code, values) -> form.field(code).ifPresent(field -> {
                    for (String value : values)
                        chips.add(new Chip(
                                frame.t(
                                        "stocktaking.list.chip",
                                        frame.text(field.label()),
                                        choices.name(frame, field, value)),
                                query.toggling(code).apply(value)));
                }));
        return chips;
    }
}
