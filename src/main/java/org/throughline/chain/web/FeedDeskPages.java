package org.throughline.chain.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.chain.Chain;
import org.throughline.chain.ChainDesk;
import org.throughline.chain.ChainRules;
import org.throughline.chain.Feed;
import org.throughline.chain.FeedKind;
import org.throughline.chain.Graph;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat adds links between outputs, corrects them and withdraws them.
@Controller
class FeedDeskPages {

    private final Chain chain;
    private final ChainDesk desk;

    FeedDeskPages(Chain chain, ChainDesk desk) {
        this.chain = chain;
        this.desk = desk;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/chain/feeds/new")
    ModelAndView blank(Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        return show(frame, null, Typed.of(sent), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/chain/feeds/new")
    ModelAndView add(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Feed.Facts facts = ChainForms.feed(frame, typed, errors);
        if (facts != null) ChainForms.add(frame, ChainRules.faults(chain.graph(), facts, null), errors);
        if (facts == null || !errors.isEmpty())
            return show(frame, null, typed, errors.done(), ChainDeskPages.UNPROCESSABLE);
        desk.link(facts, actor);
        FrameResolver.notice(request, frame.t("chain.desk.feed.added"));
        return Pages.goTo(frame, "/chain/" + facts.from());
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/chain/feeds/{number:\\d{1,9}}/edit")
    ModelAndView edit(Frame frame, @PathVariable long number) {
        Feed one = chain.feed(number).orElseThrow(Refusal::notFound);
        return show(frame, one, ChainForms.filled(one.facts()), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/chain/feeds/{number:\\d{1,9}}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Feed one = chain.feed(number).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Feed.Facts facts = ChainForms.feed(frame, typed, errors);
        if (facts != null) ChainForms.add(frame, ChainRules.faults(chain.graph(), facts, number), errors);
        if (facts == null || !errors.isEmpty())
            return show(frame, one, typed, errors.done(), ChainDeskPages.UNPROCESSABLE);
        if (one.version() != version) return show(frame, one, typed, FormErrors.NONE, ChainDeskPages.CONFLICT);
        desk.relink(number, facts, version, actor);
        FrameResolver.notice(request, frame.t("chain.desk.feed.saved"));
        return Pages.goTo(frame, "/chain/" + facts.from());
    }

    private ModelAndView show(Frame frame, @Nullable Feed one, Typed typed, FormErrors errors, int status) {
        boolean stale = status == ChainDeskPages.CONFLICT;
        Graph graph = chain.graph();
        Map<String, List<Option>> options = new LinkedHashMap<>();
        options.put("from", ChainDeskPages.outputs(frame, graph.outputs(), typed.of("from")));
        options.put("to", ChainDeskPages.outputs(frame, graph.outputs(), typed.of("to")));
        options.put(
                "kind",
                ChainDeskPages.options(
                        Arrays.asList(FeedKind.values()),
                        FeedKind::word,
                        kind -> ChainWords.kind(frame, kind),
                        typed.of("kind")));
        options.put("certainty", ChainDeskPages.certainties(frame, typed));
        return Pages.show(
                frame,
                "chain/web/editfeed",
                new ChainEditPage(
                        one == null ? "/chain/feeds/new" : "/chain/feeds/" + one.number() + "/edit",
                        one == null ? "/chain" : "/chain/" + one.from(),
                        one == null ? 0 : one.version(),
                        stale,
                        stale && one != null
                                ? Differences.between(typed, ChainForms.filled(one.facts()), labels(frame))
                                : List.of(),
                        typed,
                        errors,
                        options,
                        LanguagePart.all(frame, typed, errors, Languages.ALL, "evidence"),
                        List.of()),
                status);
    }

    private static Map<String, String> labels(Frame frame) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("from", frame.t("chain.desk.feed.from"));
        labels.put("kind", frame.t("chain.desk.feed.kind"));
        labels.put("to", frame.t("chain.desk.feed.to"));
        labels.put("part", frame.t("chain.desk.feed.part"));
        labels.put("date", frame.t("chain.date"));
        labels.put("evidence", frame.t("chain.desk.feed.evidence"));
        labels.put("certainty", frame.t("chain.desk.certainty"));
        labels.put("sources", frame.t("chain.sources"));
        labels.put("withdrawn", frame.t("chain.desk.withdrawn"));
        return labels;
    }
}
