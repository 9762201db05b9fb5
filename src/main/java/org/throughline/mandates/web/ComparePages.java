package org.throughline.mandates.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.mandates.Comparison;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Paragraph;
import org.throughline.platform.Refusal;
import org.throughline.platform.WordDiff;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// Two revisions of an instrument, paragraph by paragraph.
@Controller
class ComparePages {

    private final Mandates mandates;
    private final PageStore pages;

    ComparePages(Mandates mandates, PageStore pages) {
        this.mandates = mandates;
        this.pages = pages;
    }

    /// @param from and `to` are places in the line of revisions; without them the last two are compared
    @OpenToAll
    @GetMapping("/mandates/{slug}/compare")
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        List<Revision> all = instrument.revisions();
        if (all.size() < 2) throw Refusal.notFound();
        Revision after = to == 0 ? all.getLast() : at(all, to);
        Revision before = from == 0 ? all.get(Math.max(0, all.indexOf(after) - 1)) : at(all, from);
        pages.dependsOn("mandates");
        List<Paragraph> paragraphs = mandates.paragraphs(instrument.id());
        List<Paragraph> old = of(paragraphs, before.id());
        List<Paragraph> now = of(paragraphs, after.id());
        return Pages.show(
                frame,
                "mandates/web/compare",
                new ComparePage(
                        slug,
                        InstrumentWords.name(frame, instrument),
                        options(frame, all, before),
                        options(frame, all, after),
                        InstrumentWords.title(frame, before),
                        InstrumentWords.title(frame, after),
                        old.size(),
                        now.size(),
                        Comparison.of(old, now, frame.language()).stream()
                                .map(one -> row(frame, one))
                                .toList()));
    }

    private static Revision at(List<Revision> all, int position) {
        return all.stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static List<Paragraph> of(List<Paragraph> all, UUID revision) {
        return all.stream().filter(one -> one.revision().equals(revision)).toList();
    }

    private static List<Option> options(Frame frame, List<Revision> all, Revision chosen) {
        return all.reversed().stream()
                .map(one -> new Option(
                        String.valueOf(one.position()), InstrumentWords.title(frame, one), one.equals(chosen)))
                .toList();
    }

    private static ComparePage.Row row(Frame frame, Comparison.Pair pair) {
        Paragraph before = pair.before();
        Paragraph after = pair.after();
        if (before != null && after != null) {
            Comparison.Texts texts = Comparison.texts(before, after, frame.language());
            boolean same = texts.before().equals(texts.after());
            String state = same ? frame.t("mandates.compare.same") : frame.t("mandates.compare.changed");
            return new ComparePage.Row(
                    before.label().equals(after.label())
                            ? after.label()
                            : frame.t("mandates.compare.renumbered", before.label(), after.label()),
                    state,
                    texts.language(),
                    texts.official(),
                    WordDiff.of(texts.before(), texts.after()));
        }
        Paragraph one = after == null ? java.util.Objects.requireNonNull(before) : after;
        boolean official = !one.official().isEmpty();
        var text = official ? one.official() : one.words();
        return new ComparePage.Row(
                one.label(),
                after == null ? frame.t("mandates.compare.gone") : frame.t("mandates.compare.new"),
                text.languageFor(frame.language()),
                official,
                List.of(new WordDiff.Piece(
                        after == null ? WordDiff.Kind.GONE : WordDiff.Kind.NEW, text.textFor(frame.language()))));
    }
}
