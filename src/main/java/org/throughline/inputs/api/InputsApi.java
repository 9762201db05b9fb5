package org.throughline.inputs.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.Families;
import org.throughline.inputs.InputLine;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.InputRefusals;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.InputUses;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Tally;
import org.throughline.inputs.web.InputFinder;
import org.throughline.inputs.web.ListQuery;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.JsonAnswer;
import org.throughline.platform.web.JsonAnswer.Listing;
import org.throughline.platform.web.PageStore;

/// What is published of a call's inputs, for programs.
@RestController
class InputsApi {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final InputFinder finder;
    private final Families families;
    private final InputUses uses;
    private final PageStore pages;
    private final Settings settings;

    InputsApi(
            PublishedCalls calls,
            PublishedInputs inputs,
            InputFinder finder,
            Families families,
            InputUses uses,
            PageStore pages,
            Settings settings) {
        this.calls = calls;
        this.inputs = inputs;
        this.finder = finder;
        this.families = families;
        this.uses = uses;
        this.pages = pages;
        this.settings = settings;
    }

    /// Inputs of the same text, or nearly so.
    ///
    /// @param inputs their numbers
    record Family(String id, String status, List<Integer> inputs) {}

    /// How many of a kind were received and how many of them are public.
    record Count(long received, long published) {}

    record Statistics(
            String call,
            long received,
            long distinct,
            long duplicates,
            long withdrawn,
            long published,
            long unpublished,
            Map<String, Count> byStakeholderType,
            Map<String, Count> byRegion,
            Map<String, Long> publishedByCountry,
            Map<String, Long> publishedByLanguage,
            List<String> caveats) {}

    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}/inputs")
    ResponseEntity<byte[]> list(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "" + PAGE) int limit) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        ListQuery query = ListQuery.of(parameters);
        // The index follows a change by a moment, so what it finds is made anew for everybody.
        if (query.text().isEmpty()) pages.dependsOn("call:" + slug, InputTags.list(slug), "summary:" + slug);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        String rest = size == PAGE ? "" : "&limit=" + size;
        return JsonAnswer.of(
                query.byNumber() ? byNumber(call, query, size, rest) : found(frame, call, query, size, rest));
    }

    private Listing<?> byNumber(Call call, ListQuery query, int size, String rest) {
        List<InputLine> lines = inputs.list(call.id(), query.filter(), query.after(), size + 1);
        boolean more = lines.size() > size;
        List<InputLine> shown = more ? lines.subList(0, size) : lines;
        String next = more ? query.from(shown.getLast().number()) + rest : null;
        return listing(call, shown, inputs.count(call.id(), query.filter()), next);
    }

    private Listing<?> found(Frame frame, Call call, ListQuery query, int size, String rest) {
        List<Integer> all = finder.numbers(call, query, frame.language());
        int from = (int) Math.min(all.size(), (query.page() - 1L) * size);
        int to = Math.min(all.size(), from + size);
        String next = to < all.size() ? query.page(query.page() + 1) + rest : null;
        return listing(call, inputs.lines(call.id(), all.subList(from, to)), all.size(), next);
    }

    private Listing<?> listing(Call call, List<InputLine> lines, long total, @Nullable String next) {
        return new Listing<>(
                lines.stream()
                        .map(line -> InputJson.line(settings, call.slug(), line))
                        .toList(),
                total,
                next == null ? null : "/api/v1/calls/" + call.slug() + "/inputs?" + next);
    }

    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}/inputs/{number:\\d{1,9}}")
    ResponseEntity<byte[]> one(@PathVariable String slug, @PathVariable int number) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        PublishedInput input = inputs.find(call.id(), number).orElse(null);
        if (input == null)
            throw inputs.tombstone(call.id(), number).map(InputRefusals::gone).orElseGet(Refusal::notFound);
        pages.dependsOn("call:" + slug, InputTags.input(slug, number), "summary:" + slug);
        return JsonAnswer.of(InputJson.whole(settings, slug, input, uses.of(call.id(), number)));
    }

    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}/statistics")
    ResponseEntity<byte[]> statistics(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug, InputTags.statistics(slug), InputTags.list(slug));
        Tally tally = inputs.tally(call.id());
        return JsonAnswer.of(new Statistics(
                slug,
                tally.received(),
                tally.distinct(),
                tally.duplicates(),
                tally.withdrawn(),
                tally.published(),
                tally.unpublished(),
                counts(tally.receivedByType(), tally.publishedByType()),
                counts(tally.receivedByRegion(), tally.publishedByRegion()),
                tally.publishedByCountry(),
                tally.publishedByLanguage(),
                List.of(
                        frame.t("inputs.statistics.denominator", tally.published(), tally.received()),
                        frame.t("inputs.statistics.seats"))));
    }

    /// Families of published inputs: those that the secretariat accepted, and others of the same words. Who may
    /// decide about inputs is shown the proposed ones too.
    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}/families")
    ResponseEntity<byte[]> families(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug, InputTags.list(slug));
        List<Family> all = new ArrayList<>();
        List<List<Integer>> accepted = inputs.families(call.id());
        for (List<Integer> numbers : accepted)
            all.add(new Family("family-" + numbers.getFirst(), "confirmed", numbers));
        for (List<Integer> numbers : inputs.sameTexts(call.id()))
            if (accepted.stream().noneMatch(family -> family.containsAll(numbers)))
                all.add(new Family("same-" + numbers.getFirst(), "confirmed", List.copyOf(new TreeSet<>(numbers))));
        if (frame.may(Permission.PUBLISH_INPUTS) || frame.may(Permission.ANALYSE)) all.addAll(proposed(call, frame));
        return JsonAnswer.of(all);
    }

    // Analysts work on what is published and learn nothing of the rest.
    private List<Family> proposed(Call call, Frame frame) {
        return families.proposed(call.id()).stream()
                .map(family -> family.members().stream()
                        .filter(member ->
                                frame.may(Permission.PUBLISH_INPUTS) || member.state() == InputRecord.State.PUBLISHED)
                        .map(Families.Member::number)
                        .toList())
                .filter(numbers -> numbers.size() > 1)
                .map(numbers -> new Family("proposed-" + numbers.getFirst(), "proposed", numbers))
                .toList();
    }

    private static Map<String, Count> counts(Map<String, Long> received, Map<String, Long> published) {
        Map<String, Count> counts = new LinkedHashMap<>();
        received.forEach((code, count) -> counts.put(code, new Count(count, published.getOrDefault(code, 0L))));
        return counts;
    }
}
