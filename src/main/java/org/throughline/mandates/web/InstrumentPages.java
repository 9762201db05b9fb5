package org.throughline.mandates.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Paragraph;
import org.throughline.mandates.TaskTags;
import org.throughline.mandates.Tasks;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Surroundings;

/// The register of instruments.
@Controller
class InstrumentPages {

    private static final int SHORT = 200;
    private static final int SHELF = 50;
    private static final int TIES = 100;
    private static final int LAST_PAGE = 100_000;

    private final Mandates mandates;
    private final Tasks tasks;
    private final Cited cited;
    private final List<Surroundings> surroundings;
    private final PageStore pages;

    InstrumentPages(Mandates mandates, Tasks tasks, Cited cited, List<Surroundings> surroundings, PageStore pages) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.cited = cited;
        this.surroundings = surroundings;
        this.pages = pages;
    }

    /// A short register stands on one page, body by body; a long one is opened body by body.
    @OpenToAll
    @GetMapping("/mandates")
    ModelAndView all(
            Frame frame, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "1") int page) {
        pages.dependsOn("mandates", TaskTags.TASKS);
        List<Mandates.Shelf> shelves = mandates.shelves();
        int instruments = shelves.stream().mapToInt(Mandates.Shelf::instruments).sum();
        int at = Math.clamp(page, 1, LAST_PAGE);
        boolean whole = body.isEmpty() && instruments <= SHORT;
        List<Mandates.Shelf> open = shelves.stream()
                .filter(one -> whole || one.body().code().equals(body))
                .toList();
        if (!body.isEmpty() && open.isEmpty()) throw Refusal.notFound();
        List<InstrumentsPage.Shelf> shown = whole
                ? byBody(frame)
                : open.stream().map(one -> shelf(frame, one.body(), at)).toList();
        return Pages.show(
                frame,
                "mandates/web/instruments",
                new InstrumentsPage(
                        shown,
                        whole
                                ? List.of()
                                : shelves.stream()
                                        .map(one -> new InstrumentsPage.Other(
                                                one.body().code(),
                                                one.body().name(),
                                                one.instruments(),
                                                one.body().code().equals(body)))
                                        .toList(),
                        instruments,
                        shelves.stream().mapToInt(Mandates.Shelf::revisions).sum(),
                        shelves.stream().mapToInt(Mandates.Shelf::unverified).sum(),
                        body,
                        at,
                        !whole && open.stream().anyMatch(one -> one.instruments() > at * SHELF)));
    }

    private List<InstrumentsPage.Shelf> byBody(Frame frame) {
        Map<String, List<Instrument>> byBody = new LinkedHashMap<>();
        List<Instrument> all = mandates.all();
        all.forEach(one -> byBody.computeIfAbsent(one.body().code(), code -> new ArrayList<>())
                .add(one));
        Map<String, Integer> counts = counts(all);
        return byBody.values().stream()
                .map(some -> shelf(frame, some.getFirst().body(), some, counts))
                .toList();
    }

    private InstrumentsPage.Shelf shelf(Frame frame, Instrument.Body body, int page) {
        List<Instrument> some = mandates.of(body.code(), SHELF, (page - 1) * SHELF);
        return shelf(frame, body, some, counts(some));
    }

    private Map<String, Integer> counts(List<Instrument> some) {
        return tasks.counts(some.stream().map(Instrument::slug).toList());
    }

    private static InstrumentsPage.Shelf shelf(
            Frame frame, Instrument.Body body, List<Instrument> some, Map<String, Integer> tasks) {
        return new InstrumentsPage.Shelf(
                body.name(),
                some.stream()
                        .map(one -> line(frame, one, tasks.getOrDefault(one.slug(), 0)))
                        .toList());
    }

    private static InstrumentsPage.Line line(Frame frame, Instrument one, int tasks) {
        return new InstrumentsPage.Line(
                one.slug(),
                InstrumentWords.name(frame, one),
                about(one),
                one.revisions().size() > 1 ? one.current().label() : "",
                InstrumentWords.adopted(frame, one.current()),
                one.revisions().size(),
                tasks,
                InstrumentWords.unverified(one.current().source()));
    }

    private static @Nullable LocalizedText about(Instrument one) {
        return one.number().isEmpty() ? null : one.topic();
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}")
    ModelAndView show(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "1") int ties) {
        int at = Math.clamp(ties, 1, LAST_PAGE);
        Instrument one = mandates.get(slug);
        pages.dependsOn("mandates", TaskTags.TASKS, CitationTags.cited(slug));
        List<Mandates.Link> says = mandates.says(one.id(), TIES + 1, (at - 1) * TIES);
        List<Mandates.Link> isSaid = mandates.isSaid(one.id(), TIES + 1, (at - 1) * TIES);
        return Pages.show(
                frame,
                "mandates/web/instrument",
                new InstrumentPage(
                        slug,
                        tasks.of(slug).size(),
                        cited.counts(slug).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        InstrumentWords.name(frame, one),
                        about(one),
                        one.body().name(),
                        one.revisions().reversed().stream()
                                .map(revision -> revision(frame, one, revision))
                                .toList(),
                        mandates.paragraphs(one.id()).stream()
                                .map(paragraph -> part(one, paragraph))
                                .toList(),
                        says.stream()
                                .limit(TIES)
                                .map(link -> tie(
                                        frame,
                                        InstrumentWords.says(
                                                frame, link.reference().kind()),
                                        link))
                                .toList(),
                        isSaid.stream()
                                .limit(TIES)
                                .map(link -> tie(
                                        frame,
                                        InstrumentWords.isSaid(
                                                frame, link.reference().kind()),
                                        link))
                                .toList(),
                        Surroundings.all(surroundings, frame, "/mandates/" + slug),
                        at,
                        Math.max(says.size(), isSaid.size()) > TIES));
    }

    private static InstrumentPage.Line revision(Frame frame, Instrument one, Revision revision) {
        return new InstrumentPage.Line(
                "r" + revision.position(),
                InstrumentWords.title(frame, revision),
                revision.symbol(),
                revision.place(),
                InstrumentWords.adopted(frame, revision),
                one.revisions().size() > 1 && revision.equals(one.current()),
                revision.source(),
                InstrumentWords.unverified(revision.source()));
    }

    private static InstrumentPage.Part part(Instrument one, Paragraph paragraph) {
        String of = one.revisions().size() < 2
                ? ""
                : one.revision(paragraph.revision()).map(Revision::label).orElse("");
        return new InstrumentPage.Part(
                paragraph.id().toString(),
                "p" + paragraph.label().replaceAll("[^A-Za-z0-9]+", "-"),
                paragraph.label(),
                paragraph.words(),
                of,
                paragraph.source());
    }

    private static InstrumentPage.Tie tie(Frame frame, String kind, Mandates.Link link) {
        return new InstrumentPage.Tie(
                kind,
                link.other().slug(),
                InstrumentWords.name(frame, link.other()),
                frame.text(link.other().body().name()),
                link.reference().source(),
                InstrumentWords.unverified(link.reference().source()));
    }
}
