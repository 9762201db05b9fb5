package org.throughline.mandates.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
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

/// The register of instruments.
@Controller
class InstrumentPages {

    private final Mandates mandates;
    private final Tasks tasks;
    private final PageStore pages;

    InstrumentPages(Mandates mandates, Tasks tasks, PageStore pages) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/mandates")
    ModelAndView all(Frame frame) {
        pages.sameForAll("mandates");
        List<Instrument> all = mandates.all();
        Map<String, List<Instrument>> byBody = new LinkedHashMap<>();
        all.forEach(one -> byBody.computeIfAbsent(one.body().code(), code -> new ArrayList<>())
                .add(one));
        List<Revision> revisions =
                all.stream().flatMap(one -> one.revisions().stream()).toList();
        return Pages.show(
                frame,
                "mandates/web/instruments",
                new InstrumentsPage(
                        byBody.values().stream()
                                .map(some -> new InstrumentsPage.Shelf(
                                        some.getFirst().body().name(),
                                        some.stream()
                                                .map(one -> line(frame, one))
                                                .toList()))
                                .toList(),
                        all.size(),
                        revisions.size(),
                        (int) revisions.stream()
                                .filter(one -> InstrumentWords.unverified(one.source()))
                                .count()));
    }

    private static InstrumentsPage.Line line(Frame frame, Instrument one) {
        return new InstrumentsPage.Line(
                one.slug(),
                InstrumentWords.name(frame, one),
                about(one),
                one.revisions().size() > 1 ? one.current().label() : "",
                InstrumentWords.adopted(frame, one.current()),
                one.revisions().size(),
                InstrumentWords.unverified(one.current().source()));
    }

    private static @Nullable LocalizedText about(Instrument one) {
        return one.number().isEmpty() ? null : one.topic();
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}")
    ModelAndView show(Frame frame, @PathVariable String slug) {
        Instrument one = mandates.find(slug).orElseThrow(Refusal::notFound);
        pages.sameForAll("mandates", TaskTags.TASKS);
        return Pages.show(
                frame,
                "mandates/web/instrument",
                new InstrumentPage(
                        slug,
                        tasks.of(slug).size(),
                        InstrumentWords.name(frame, one),
                        about(one),
                        one.body().name(),
                        one.revisions().reversed().stream()
                                .map(revision -> revision(frame, one, revision))
                                .toList(),
                        mandates.paragraphs(one.id()).stream()
                                .map(paragraph -> part(one, paragraph))
                                .toList(),
                        mandates.says(one.id()).stream()
                                .map(link -> tie(
                                        frame,
                                        InstrumentWords.says(
                                                frame, link.reference().kind()),
                                        link))
                                .toList(),
                        mandates.isSaid(one.id()).stream()
                                .map(link -> tie(
                                        frame,
                                        InstrumentWords.isSaid(
                                                frame, link.reference().kind()),
                                        link))
                                .toList()));
    }

    private static InstrumentPage.Line revision(Frame frame, Instrument one, Revision revision) {
        return new InstrumentPage.Line(
                "r" + revision.position(),
                title(frame, revision),
                revision.symbol(),
                revision.place(),
                InstrumentWords.adopted(frame, revision),
                one.revisions().size() > 1 && revision.equals(one.current()),
                revision.source(),
                InstrumentWords.unverified(revision.source()));
    }

    private static String title(Frame frame, Revision revision) {
        if (!revision.label().isEmpty()) return revision.label();
        return revision.symbol().isEmpty() ? InstrumentWords.adopted(frame, revision) : revision.symbol();
    }

    private static InstrumentPage.Part part(Instrument one, Paragraph paragraph) {
        String of = one.revisions().size() < 2
                ? ""
                : one.revision(paragraph.revision()).map(Revision::label).orElse("");
        return new InstrumentPage.Part(
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
