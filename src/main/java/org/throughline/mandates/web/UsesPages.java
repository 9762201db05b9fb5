package org.throughline.mandates.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// What cites an instrument, and in which revision.
@Controller
class UsesPages {

    private static final int LAST_PAGE = 100_000;

    private final Mandates mandates;
    private final Cited cited;
    private final PageStore pages;

    UsesPages(Mandates mandates, Cited cited, PageStore pages) {
        this.mandates = mandates;
        this.cited = cited;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/uses")
    ModelAndView show(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "1") int page) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        pages.sameForAll("mandates", CitationTags.cited(slug));
        int at = Math.clamp(page, 1, LAST_PAGE);
        List<Cited.Use> found = cited.of(slug, at);
        return Pages.show(
                frame,
                "mandates/web/uses",
                new UsesPage(
                        slug,
                        InstrumentWords.name(frame, instrument),
                        counts(frame, instrument),
                        found.stream()
                                .limit(Cited.PAGE)
                                .map(one -> UsesPage.Line.of(frame, instrument, one))
                                .toList(),
                        at,
                        found.size() > Cited.PAGE));
    }

    private List<String> counts(Frame frame, Instrument instrument) {
        Map<String, Long> counts = cited.counts(instrument.slug());
        return java.util.stream.Stream.concat(
                        instrument.revisions().reversed().stream()
                                .filter(one -> counts.containsKey(one.label()))
                                .map(one -> frame.t(
                                        "mandates.uses.of-revision",
                                        InstrumentWords.title(frame, one),
                                        counts.get(one.label()))),
                        counts.containsKey(null)
                                ? java.util.stream.Stream.of(frame.t("mandates.uses.of-none", counts.get(null)))
                                : java.util.stream.Stream.empty())
                .toList();
    }
}
