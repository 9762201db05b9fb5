package org.throughline.chain.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.chain.ChainRules.Fault;
import org.throughline.chain.Feed;
import org.throughline.chain.FeedKind;
import org.throughline.chain.Output;
import org.throughline.chain.Output.Figure;
import org.throughline.chain.Output.Source;
import org.throughline.chain.OutputStatus;
import org.throughline.chain.OutputType;
import org.throughline.chain.Strand;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;

/// The forms of an output and of a link: read from what was typed, and filled from what is there. Lists are one line
/// for each, with the address behind a space where there is one.
final class ChainForms {

    private static final Pattern LINKED = Pattern.compile("(.*?)\\s+(https?://[^\\s<>\"]+)");
    private static final Pattern FIGURE = Pattern.compile("(\\d{1,12})\\s+([^|]+)\\|\\s*(.+)");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,60}");
    private static final Pattern ADDRESS = Pattern.compile("(/[^\\s<>\"/][^\\s<>\"]*|https?://[^\\s<>\"]+)?");
    private static final List<String> NAMES_IN_USE = List.of("new", "orphans", "feeds");
    private static final int LONGEST = 300;
    private static final int LONGEST_LIST = 20_000;

    private ChainForms() {}

    static Typed filled(Output.Facts facts, String language) {
        return new Typed.Filler()
                .put("type", facts.type().word())
                .put("strand", facts.strand().word())
                .put("symbol", facts.symbol())
                .put("title", facts.title())
                .put("body", facts.body())
                .put("date", facts.date())
                .put("status", facts.status().word())
                .put("supersedes", facts.supersedes())
                .put("address", facts.address())
                .put(
                        "figures",
                        lines(facts.figures().stream()
                                .map(one ->
                                        one.value() + " " + one.label().textFor(language) + " | " + line(one.source()))
                                .toList()))
                .put("certainty", facts.certainty().word())
                .put(
                        "sources",
                        lines(facts.sources().stream().map(ChainForms::line).toList()))
                .put("withdrawn", facts.withdrawn())
                .done();
    }

    static Typed filled(Feed.Facts facts) {
        return new Typed.Filler()
                .put("from", facts.from())
                .put("to", facts.to())
                .put("kind", facts.kind().word())
                .put("part", facts.part())
                .put("date", facts.date())
                .put("evidence", facts.evidence())
                .put("certainty", facts.certainty().word())
                .put(
                        "sources",
                        lines(facts.sources().stream().map(ChainForms::line).toList()))
                .put("withdrawn", facts.withdrawn())
                .done();
    }

    private static String line(Source source) {
        return source.url().isEmpty() ? source.title() : source.title() + " " + source.url();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    static String slug(Frame frame, Typed typed, FormErrors.Collector errors) {
        String slug = typed.of("slug").strip();
        if (!SLUG.matcher(slug).matches() || NAMES_IN_USE.contains(slug))
            errors.add("slug", frame.t("chain.desk.slug.wrong"));
        return slug;
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param before what is there, whose figures keep their words in other languages; null for a new output
    static Output.@Nullable Facts output(
            Frame frame, Typed typed, List<String> slugs, Output.@Nullable Facts before, FormErrors.Collector errors) {
        common(frame, typed, List.of("title", "body"), errors);
        LocalizedText title = typed.text("title");
        if (title.isEmpty()) errors.add("title-" + frame.language(), frame.t("chain.desk.title.missing"));
        LocalizedText body = typed.text("body");
        if (body.isEmpty()) errors.add("body-" + frame.language(), frame.t("chain.desk.body.missing"));
        OutputType type = OutputType.of(typed.of("type")).orElse(null);
        if (type == null) errors.add("type", frame.t("chain.desk.choose"));
        Strand strand = Strand.of(typed.of("strand")).orElse(null);
        if (strand == null) errors.add("strand", frame.t("chain.desk.choose"));
        OutputStatus status = OutputStatus.of(typed.of("status")).orElse(null);
        if (status == null) errors.add("status", frame.t("chain.desk.choose"));
        String supersedes = typed.of("supersedes");
        if (!supersedes.isEmpty() && !slugs.contains(supersedes))
            errors.add("supersedes", frame.t("chain.problem.missing"));
        String address = typed.of("address").strip();
        if (!ADDRESS.matcher(address).matches() || address.length() > LONGEST)
            errors.add("address", frame.t("chain.desk.address.wrong"));
        List<Source> sources = sources(frame, typed, errors);
        List<Figure> figures = figures(frame, typed, before, errors);
        if (!errors.isEmpty() || type == null || strand == null || status == null) return null;
        return new Output.Facts(
                type,
                strand,
                typed.of("symbol").strip(),
                title,
                body,
                typed.of("date").strip(),
                status,
                supersedes,
                address,
                figures,
                Certainty.of(typed.of("certainty")).orElse(Certainty.UNVERIFIED),
                sources,
                typed.of("withdrawn").strip());
    }

    private static List<Figure> figures(
            Frame frame, Typed typed, Output.@Nullable Facts before, FormErrors.Collector errors) {
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        if (before != null)
            before.figures().forEach(one -> labels.put(one.label().textFor(frame.language()), one.label()));
        List<Figure> figures = new ArrayList<>();
        for (String line : typed.of("figures").lines().toList()) {
            if (line.isBlank()) continue;
            Matcher figure = FIGURE.matcher(line.strip());
            if (!figure.matches()) {
                errors.add("figures", frame.t("chain.desk.figures.wrong"));
                return List.of();
            }
            String label = figure.group(2).strip();
            figures.add(new Figure(
                    labels.getOrDefault(label, LocalizedText.of(frame.language(), label)),
                    Long.parseLong(figure.group(1)),
                    list(figure.group(3), Source::new).getFirst()));
        }
        return figures;
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    static Feed.@Nullable Facts feed(Frame frame, Typed typed, FormErrors.Collector errors) {
        common(frame, typed, List.of("evidence"), errors);
        FeedKind kind = FeedKind.of(typed.of("kind")).orElse(null);
        if (kind == null) errors.add("kind", frame.t("chain.desk.choose"));
        LocalizedText evidence = typed.text("evidence");
        if (evidence.isEmpty()) errors.add("evidence-" + frame.language(), frame.t("chain.desk.evidence.missing"));
        List<Source> sources = sources(frame, typed, errors);
        if (!errors.isEmpty() || kind == null) return null;
        return new Feed.Facts(
                typed.of("from"),
                typed.of("to"),
                kind,
                typed.of("part").strip(),
                typed.of("date").strip(),
                evidence,
                Certainty.of(typed.of("certainty")).orElse(Certainty.UNVERIFIED),
                sources,
                typed.of("withdrawn").strip());
    }

    private static void common(Frame frame, Typed typed, List<String> texts, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("chain.desk.unstorable")));
        String date = typed.of("date").strip();
        if (!date.isEmpty() && !PartialDate.isOne(date)) errors.add("date", frame.t("chain.desk.date.wrong"));
        for (String name : texts)
            typed.text(name).texts().forEach((language, words) -> {
                if (words.length() > LONGEST)
                    errors.add(name + "-" + language, frame.t("chain.desk.too-long", LONGEST));
            });
        for (String name : List.of("symbol", "part", "withdrawn"))
            if (typed.of(name).length() > LONGEST) errors.add(name, frame.t("chain.desk.too-long", LONGEST));
        for (String name : List.of("figures", "sources"))
            if (typed.of(name).length() > LONGEST_LIST) errors.add(name, frame.t("chain.desk.too-long", LONGEST_LIST));
    }

    private static List<Source> sources(Frame frame, Typed typed, FormErrors.Collector errors) {
        List<Source> sources = list(typed.of("sources"), Source::new);
        if (sources.isEmpty()) errors.add("sources", frame.t("chain.desk.sources.missing"));
        return sources;
    }

    private static <T> List<T> list(String typed, BiFunction<String, String, T> make) {
        List<T> list = new ArrayList<>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var linked = LINKED.matcher(line);
            list.add(linked.matches() ? make.apply(linked.group(1), linked.group(2)) : make.apply(line, ""));
        });
        return list;
    }

    /// What is wrong with a link, beside the field that it concerns.
    static void add(Frame frame, List<Fault> faults, FormErrors.Collector errors) {
        for (Fault one : faults)
            switch (one.wrong()) {
                case SELF -> errors.add("to", frame.t("chain.problem.self"));
                case MISSING_FROM -> errors.add("from", frame.t("chain.desk.choose"));
                case MISSING_TO -> errors.add("to", frame.t("chain.desk.choose"));
                case BACK_IN_TIME ->
                    errors.add(
                            "to",
                            frame.t(
                                    "chain.problem.time",
                                    frame.text(one.way().getFirst().title()),
                                    ChainWords.date(
                                            frame, one.way().getFirst().facts().date()),
                                    frame.text(one.way().getLast().title()),
                                    ChainWords.date(
                                            frame, one.way().getLast().facts().date())));
                case CIRCLE ->
                    errors.add("to", frame.t("chain.problem.circle", String.join(" → ", titles(frame, one.way()))));
                case TWICE -> errors.add("kind", frame.t("chain.problem.twice"));
            }
    }

    private static List<String> titles(Frame frame, List<Output> outputs) {
        return outputs.stream().map(one -> frame.text(one.title())).toList();
    }
}
