package org.throughline.chain.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.chain.Chain;
import org.throughline.chain.ChainDesk;
import org.throughline.chain.ChainRules;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.OutputStatus;
import org.throughline.chain.OutputType;
import org.throughline.chain.Strand;
import org.throughline.platform.Certainty;
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

/// Where the secretariat adds outputs and corrects them.
@Controller
class ChainDeskPages {

    static final int UNPROCESSABLE = 422;
    static final int CONFLICT = 409;
    private static final int ACTS = 20;

    private final Chain chain;
    private final ChainDesk desk;
    private final AuditTrail audit;

    ChainDeskPages(Chain chain, ChainDesk desk, AuditTrail audit) {
        this.chain = chain;
        this.desk = desk;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/chain/new")
    ModelAndView blank(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/chain/new")
    ModelAndView add(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        String slug = ChainForms.slug(frame, typed, errors);
        if (errors.isEmpty() && chain.output(slug).isPresent()) errors.add("slug", frame.t("chain.problem.taken"));
        Output.Facts facts = ChainForms.output(frame, typed, slugs(), null, errors);
        if (facts == null) return show(frame, null, typed, errors.done(), UNPROCESSABLE);
        desk.add(slug, facts, actor);
        FrameResolver.notice(request, frame.t("chain.desk.added"));
        return Pages.goTo(frame, "/chain/" + slug);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/chain/{slug:[a-z0-9-]+}/edit")
    ModelAndView edit(Frame frame, @PathVariable String slug) {
        Output one = chain.output(slug).orElseThrow(Refusal::notFound);
        return show(frame, one, ChainForms.filled(one.facts(), frame.language()), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/chain/{slug:[a-z0-9-]+}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Output one = chain.output(slug).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Output.Facts facts = ChainForms.output(frame, typed, slugs(), one.facts(), errors);
        if (facts != null) check(frame, slug, facts, errors);
        if (facts == null || !errors.isEmpty()) return show(frame, one, typed, errors.done(), UNPROCESSABLE);
        if (one.version() != version) return show(frame, one, typed, FormErrors.NONE, CONFLICT);
        desk.change(slug, facts, version, actor);
        FrameResolver.notice(request, frame.t("chain.desk.saved"));
        return Pages.goTo(frame, facts.withdrawn().isEmpty() ? "/chain/" + slug : "/chain");
    }

    private void check(Frame frame, String slug, Output.Facts facts, FormErrors.Collector errors) {
        Graph graph = chain.graph();
        ChainRules.outOfTime(graph, slug, facts.date())
                .forEach(other -> errors.add(
                        "date",
                        frame.t(
                                "chain.desk.date.against",
                                frame.text(other.title()),
                                ChainWords.date(frame, other.facts().date()))));
        if (!ChainRules.mayGo(graph, slug, facts)) errors.add("withdrawn", frame.t("chain.problem.tied"));
        if (facts.supersedes().equals(slug)) errors.add("supersedes", frame.t("chain.desk.supersedes.itself"));
    }

    private List<String> slugs() {
        return chain.graph().outputs().stream().map(Output::slug).toList();
    }

    private ModelAndView show(Frame frame, @Nullable Output one, Typed typed, FormErrors errors, int status) {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        options.put(
                "type",
                options(
                        Arrays.asList(OutputType.values()),
                        OutputType::word,
                        t -> ChainWords.type(frame, t),
                        typed.of("type")));
        options.put(
                "strand",
                options(
                        Arrays.asList(Strand.values()),
                        Strand::word,
                        t -> ChainWords.strand(frame, t),
                        typed.of("strand")));
        options.put(
                "status",
                options(
                        Arrays.asList(OutputStatus.values()),
                        OutputStatus::word,
                        t -> ChainWords.status(frame, t),
                        typed.of("status")));
        options.put("certainty", certainties(frame, typed));
        options.put("supersedes", outputs(frame, chain.graph().outputs(), typed.of("supersedes")));
        var page = new ChainEditPage(
                one == null ? "/chain/new" : "/chain/" + one.slug() + "/edit",
                one == null ? "/chain" : "/chain/" + one.slug(),
                one == null ? 0 : one.version(),
                status == CONFLICT,
                status == CONFLICT && one != null
                        ? Differences.between(typed, ChainForms.filled(one.facts(), frame.language()), labels(frame))
                        : List.of(),
                typed,
                errors,
                options,
                LanguagePart.all(frame, typed, errors, Languages.ALL, "title", "body"),
                one == null ? List.of() : acts(frame, one.slug()));
        return Pages.show(frame, "chain/web/edit", page, status);
    }

    private static Map<String, String> labels(Frame frame) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("type", frame.t("chain.type"));
        labels.put("strand", frame.t("chain.strand"));
        labels.put("title", frame.t("chain.desk.title"));
        labels.put("body", frame.t("chain.body"));
        labels.put("symbol", frame.t("chain.symbol"));
        labels.put("date", frame.t("chain.date"));
        labels.put("status", frame.t("chain.status"));
        labels.put("supersedes", frame.t("chain.supersedes"));
        labels.put("address", frame.t("chain.address"));
        labels.put("figures", frame.t("chain.desk.figures"));
        labels.put("certainty", frame.t("chain.desk.certainty"));
        labels.put("sources", frame.t("chain.sources"));
        labels.put("withdrawn", frame.t("chain.desk.withdrawn"));
        return labels;
    }

    private List<ChainEditPage.ActLine> acts(Frame frame, String slug) {
        return audit.of(ChainDesk.subject(slug), ACTS).stream()
                .map(act -> new ChainEditPage.ActLine(
                        ChainActs.words(frame, act.action()), frame.dateTime(act.at()), act.name()))
                .toList();
    }

    static List<Option> certainties(Frame frame, Typed typed) {
        String chosen = typed.of("certainty").isEmpty() ? Certainty.CONFIRMED.word() : typed.of("certainty");
        return options(
                Arrays.asList(Certainty.values()), Certainty::word, one -> ChainWords.certainty(frame, one), chosen);
    }

    static List<Option> outputs(Frame frame, Collection<Output> outputs, String chosen) {
        return options(
                outputs,
                Output::slug,
                one -> frame.t(
                        "chain.chart.below",
                        frame.text(one.title()),
                        ChainWords.date(frame, one.facts().date())),
                chosen);
    }

    static <T> List<Option> options(
            Collection<T> all, Function<T, String> word, Function<T, String> label, String chosen) {
        return all.stream()
                .map(one -> new Option(
                        word.apply(one), label.apply(one), word.apply(one).equals(chosen)))
                .toList();
    }
}
