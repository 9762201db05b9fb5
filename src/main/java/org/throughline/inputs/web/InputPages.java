package org.throughline.inputs.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.InputFilter;
import org.throughline.inputs.InputLine;
import org.throughline.inputs.InputOrder;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.InputUses;
import org.throughline.inputs.InputUses.InputUse;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.PublishedInputs.Facet;
import org.throughline.inputs.web.InputListPage.Chip;
import org.throughline.inputs.web.InputListPage.FacetBox;
import org.throughline.inputs.web.InputListPage.FacetValue;
import org.throughline.inputs.web.InputListPage.Sort;
import org.throughline.inputs.web.InputPage.AnswerPart;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Surroundings;
import org.throughline.search.SearchQuery;
import org.throughline.vocabulary.TermNames;

/// The published inputs of a call, as everybody reads them.
@Controller
class InputPages {

    private static final int PAGE = 50;

    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final InputUses uses;
    private final TermNames terms;
    private final AnswerLayout layout;
    private final InputFinder finder;
    private final List<Surroundings> surroundings;
    private final PageStore pages;

    InputPages(
            PublishedCalls calls,
            PublishedInputs inputs,
            InputUses uses,
            TermNames terms,
            AnswerLayout layout,
            InputFinder finder,
            List<Surroundings> surroundings,
            PageStore pages) {
        this.calls = calls;
        this.inputs = inputs;
        this.uses = uses;
        this.terms = terms;
        this.layout = layout;
        this.finder = finder;
        this.surroundings = surroundings;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs")
    ModelAndView list(Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        ListQuery query = ListQuery.of(parameters);
        // The index follows a change by a moment, so what it finds is made anew for every reader.
        InputFinder.Found found =
                query.text().isEmpty() ? null : finder.find(slug, query, frame.language(), query.page(), PAGE);
        if (found == null) pages.sameForAll("call:" + slug, InputTags.list(slug), "summary:" + slug);
        return found == null || found.down()
                ? Pages.show(frame, "inputs/web/list", plain(frame, call, query, found != null))
                : Pages.show(frame, "inputs/web/list", searched(frame, call, query, found));
    }

    private InputListPage plain(Frame frame, Call call, ListQuery query, boolean searchDown) {
        return query.order() == InputOrder.RECEIVED || searchDown
                ? byNumber(frame, call, query, searchDown)
                : sorted(frame, call, query);
    }

    // Where somebody chose or searched, every input that fits is shown; else a campaign takes one line.
    private InputListPage byNumber(Frame frame, Call call, ListQuery query, boolean searchDown) {
        InputFilter filter = query.filter();
        List<InputLine> lines = filter.isEmpty()
                ? inputs.folded(call.id(), query.after(), PAGE + 1)
                : inputs.list(call.id(), filter, query.after(), PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<InputLine> shown = more ? lines.subList(0, PAGE) : lines;
        String next = more ? query.from(shown.getLast().number()) : "";
        return plain(frame, call, query, shown, next, query.after() == 0, searchDown);
    }

    private InputListPage sorted(Frame frame, Call call, ListQuery query) {
        InputFilter filter = query.filter();
        List<Integer> all = inputs.numbers(call.id(), filter, query.order(), filter.isEmpty());
        int from = (int) Math.min(all.size(), (query.page() - 1L) * PAGE);
        int to = Math.min(all.size(), from + PAGE);
        String next = to < all.size() ? query.page(query.page() + 1) : "";
        return plain(
                frame, call, query, inputs.lines(call.id(), all.subList(from, to)), next, query.page() == 1, false);
    }

    private InputListPage plain(
            Frame frame,
            Call call,
            ListQuery query,
            List<InputLine> shown,
            String next,
            boolean first,
            boolean searchDown) {
        InputFilter filter = query.filter();
        String base = frame.url("/calls/" + call.slug() + "/inputs");
        return new InputListPage(
                call,
                query.text(),
                shown,
                Map.of(),
                count(call, filter),
                filter.isEmpty() ? -1 : count(call, InputFilter.NONE),
                facets(frame, query, base, facet -> counts(call, facet, filter)),
                chips(frame, query, base),
                sorts(frame, call, query, base),
                mark(query.asQuery()),
                next.isEmpty() ? "" : base + "?" + next,
                first,
                searchDown,
                false,
                terms);
    }

    private long count(Call call, InputFilter filter) {
        return pages.remember(
                "count " + call.slug() + filter,
                Set.of(InputTags.list(call.slug())),
                () -> inputs.count(call.id(), filter));
    }

    private Map<String, Long> counts(Call call, Facet facet, InputFilter filter) {
        return pages.remember(
                facet + " " + call.slug() + filter,
                Set.of(InputTags.list(call.slug())),
                () -> inputs.facet(call.id(), facet, filter));
    }

    private InputListPage searched(Frame frame, Call call, ListQuery query, InputFinder.Found found) {
        String base = frame.url("/calls/" + call.slug() + "/inputs");
        boolean more = Math.min(found.total(), SearchQuery.LAST) > (long) query.page() * PAGE
                && !found.snippets().isEmpty();
        return new InputListPage(
                call,
                query.text(),
                inputs.lines(call.id(), List.copyOf(found.snippets().keySet())),
                found.snippets(),
                found.total(),
                count(call, InputFilter.NONE),
                facets(frame, query, base, facet -> found.facets().getOrDefault(facet, Map.of())),
                chips(frame, query, base),
                sorts(frame, call, query, base),
                mark(query.asQuery()),
                more ? base + "?" + query.page(query.page() + 1) : "",
                query.page() == 1,
                false,
                found.similar(),
                terms);
    }

    private List<FacetBox> facets(
            Frame frame, ListQuery query, String base, Function<Facet, Map<String, Long>> counted) {
        List<FacetBox> boxes = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Map<String, Long> counts = counted.apply(facet);
            List<FacetValue> values = counts.entrySet().stream()
                    .map(entry -> new FacetValue(
                            label(facet, entry.getKey(), frame),
                            entry.getValue(),
                            query.chosen(facet).contains(entry.getKey()),
                            base + mark(query.toggled(facet, entry.getKey()))))
                    .sorted(Comparator.comparing(FacetValue::chosen)
                            .thenComparing(FacetValue::count)
                            .reversed()
                            .thenComparing(FacetValue::label, Collator.getInstance(new ULocale(frame.language()))))
                    .toList();
            if (!values.isEmpty()) boxes.add(new FacetBox(ListQuery.parameter(facet), title(facet, frame), values));
        }
        return boxes;
    }

    private List<Chip> chips(Frame frame, ListQuery query, String base) {
        List<Chip> chips = new ArrayList<>();
        if (!query.text().isEmpty()) chips.add(new Chip("“" + query.text() + "”", base + mark(query.withoutText())));
        for (Facet facet : Facet.values())
            for (String value : query.chosen(facet))
                chips.add(new Chip(label(facet, value, frame), base + mark(query.toggled(facet, value))));
        return chips;
    }

    private List<Sort> sorts(Frame frame, Call call, ListQuery query, String base) {
        return InputOrder.of(!query.text().isEmpty()).stream()
                .filter(order -> order != InputOrder.MOST_USED || uses.hasSummary(call.id()))
                .map(order ->
                        new Sort(label(order, frame), order == query.order() ? "" : base + mark(query.sorted(order))))
                .toList();
    }

    private static String label(InputOrder order, Frame frame) {
        return switch (order) {
            case BEST_MATCH -> frame.t("inputs.list.sort.match");
            case RECEIVED -> frame.t("inputs.list.sort.received");
            case NEWEST -> frame.t("inputs.list.sort.newest");
            case NAME -> frame.t("inputs.list.sort.name");
            case MOST_USED -> frame.t("inputs.list.sort.used");
        };
    }

    private static String mark(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }

    private String label(Facet facet, String value, Frame frame) {
        return switch (facet) {
            case STAKEHOLDER_TYPE -> terms.type(value, frame.language());
            case REGION -> terms.region(value, frame.language());
            case COUNTRY -> terms.country(value, frame.language());
            case LANGUAGE -> terms.language(value, frame.language());
        };
    }

    private static String title(Facet facet, Frame frame) {
        return switch (facet) {
            case STAKEHOLDER_TYPE -> frame.t("inputs.facet.type");
            case REGION -> frame.t("inputs.facet.region");
            case COUNTRY -> frame.t("inputs.facet.country");
            case LANGUAGE -> frame.t("inputs.facet.language");
        };
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs/{number:\\d{1,9}}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable int number) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        PublishedInput input = inputs.find(call.id(), number).orElse(null);
        if (input == null) {
            var tombstone = inputs.tombstone(call.id(), number).orElseThrow(Refusal::notFound);
            return Pages.show(frame, "inputs/web/tombstone", new TombstonePage(call, tombstone), 410);
        }
        pages.sameForAll("call:" + slug, InputTags.input(slug, number), "summary:" + slug);
        List<InputUse> used = uses.of(call.id(), number);
        return Pages.show(
                frame,
                "inputs/web/show",
                new InputPage(
                        call,
                        input,
                        terms.type(input.stakeholderType(), frame.language()),
                        terms.country(input.country(), frame.language()),
                        terms.region(input.region(), frame.language()),
                        terms.language(input.language(), frame.language()),
                        answers(frame, calls.questionnaire(call.id()), input, used),
                        family(call, number),
                        used,
                        uses.hasSummary(call.id()),
                        Surroundings.all(surroundings, frame, addresses(slug, number, !used.isEmpty()))));
    }

    // An input goes on with the summary that rests on it; one that no sentence uses, with all that came in.
    private static String[] addresses(String slug, int number, boolean used) {
        String call = "/calls/" + slug;
        String all = call + "/inputs";
        String one = all + "/" + number;
        return used ? new String[] {one, call + "/summary", all, call} : new String[] {one, all, call};
    }

    private List<InputLine> family(Call call, int number) {
        return inputs.families(call.id()).stream()
                .filter(numbers -> numbers.contains(number))
                .findFirst()
                .map(numbers -> inputs.lines(call.id(), numbers))
                .orElse(List.of());
    }

    private List<AnswerPart> answers(
            Frame frame, Questionnaire questionnaire, PublishedInput input, List<InputUse> used) {
        List<AnswerPart> parts = new ArrayList<>();
        LocalizedText before = LocalizedText.EMPTY;
        for (var answer : input.answers()) {
            if (answer.kind().equals("declaration")) continue;
            LocalizedText section = questionnaire.sections().stream()
                    .filter(candidate -> candidate.questions().stream()
                            .anyMatch(q -> q.code().equals(answer.question())))
                    .map(Questionnaire.Section::title)
                    .findFirst()
                    .orElse(LocalizedText.EMPTY);
            LocalizedText label = questionnaire.labelOf(answer.question());
            List<InputUse> here = used.stream()
                    .filter(use -> use.question().equals(answer.question()))
                    .toList();
            parts.add(new AnswerPart(
                    section.equals(before) ? LocalizedText.EMPTY : section,
                    label,
                    answer.question(),
                    layout.of(frame, questionnaire, answer.question(), answer.value(), answer.text(), here)));
            before = section;
        }
        return parts;
    }
}
