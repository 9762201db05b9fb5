package org.throughline.chain.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.chain.Chain;
import org.throughline.chain.Feed;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.Strand;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;

/// The chain in other forms: JSON, one table row for each link, and a graph that drawing programs read.
@Controller
class ChainFiles {

    private final Chain chain;
    private final PageStore pages;
    private final Settings settings;

    ChainFiles(Chain chain, PageStore pages, Settings settings) {
        this.chain = chain;
        this.pages = pages;
        this.settings = settings;
    }

    private Graph find(@Nullable String strand) {
        pages.dependsOn(Chain.TAG);
        Graph whole = chain.graph();
        return Strand.of(strand == null ? "" : strand)
                .map(one -> ChainPages.of(whole, one))
                .orElse(whole);
    }

    /// An output as programs read it.
    record OutputItem(String slug, String url, int version, Instant changedAt, Output.Facts facts) {}

    /// What leads from one output to another as programs read it.
    record FeedItem(long number, int version, Instant changedAt, Feed.Facts facts) {}

    @OpenToAll
    @GetMapping({"/api/v1/chain", "/chain.json"})
    ResponseEntity<byte[]> json(@RequestParam(required = false) @Nullable String strand) {
        Graph graph = find(strand);
        List<OutputItem> outputs = graph.outputs().stream()
                .map(one -> new OutputItem(one.slug(), url(one), one.version(), one.changedAt(), one.facts()))
                .toList();
        List<FeedItem> feeds = graph.feeds().stream()
                .map(one -> new FeedItem(one.number(), one.version(), one.changedAt(), one.facts()))
                .toList();
        return answer(
                Json.write(Map.of("outputs", outputs, "feeds", feeds, "total", outputs.size())), "application/json");
    }

    @OpenToAll
    @GetMapping("/chain.csv")
    ResponseEntity<byte[]> csv(Frame frame, @RequestParam(required = false) @Nullable String strand) {
        Graph graph = find(strand);
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "from",
                        "fromTitle",
                        "fromDate",
                        "kind",
                        "to",
                        "toTitle",
                        "toDate",
                        "part",
                        "date",
                        "evidence",
                        "certainty",
                        "sources"));
        for (Feed one : graph.feeds()) {
            Output from = graph.output(one.from()).orElseThrow();
            Output to = graph.output(one.to()).orElseThrow();
            Csv.row(
                    out,
                    List.of(
                            url(from),
                            frame.text(from.title()),
                            from.facts().date(),
                            one.facts().kind().word(),
                            url(to),
                            frame.text(to.title()),
                            to.facts().date(),
                            one.facts().part(),
                            one.facts().date(),
                            frame.text(one.facts().evidence()),
                            one.facts().certainty().word(),
                            one.facts().sources().stream()
                                    .map(Output.Source::title)
                                    .collect(Collectors.joining("; "))));
        }
        return answer(out.toString(), "text/csv;charset=utf-8");
    }

    /// As [GraphML](http://graphml.graphdrawing.org/) has it.
    @OpenToAll
    @GetMapping("/chain.graphml")
    ResponseEntity<byte[]> graph(Frame frame, @RequestParam(required = false) @Nullable String strand) {
        Graph graph = find(strand);
        var xml = new Xml().open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        for (String name : List.of("title", "type", "date", "status", "url"))
            xml.empty("key", "id", name, "for", "node", "attr.name", name, "attr.type", "string");
        for (String name : List.of("kind", "evidence"))
            xml.empty("key", "id", name, "for", "edge", "attr.name", name, "attr.type", "string");
        xml.empty("key", "id", "certainty", "for", "all", "attr.name", "certainty", "attr.type", "string");
        xml.open("graph", "id", "chain", "edgedefault", "directed");
        for (Output one : graph.outputs()) {
            xml.open("node", "id", one.slug());
            data(xml, "title", frame.text(one.title()));
            data(xml, "type", one.facts().type().word());
            data(xml, "date", one.facts().date());
            data(xml, "status", one.facts().status().word());
            data(xml, "url", url(one));
            data(xml, "certainty", one.facts().certainty().word());
            xml.close("node");
        }
        for (Feed one : graph.feeds()) {
            xml.open("edge", "id", "f" + one.number(), "source", one.from(), "target", one.to());
            data(xml, "kind", one.facts().kind().word());
            data(xml, "evidence", frame.text(one.facts().evidence()));
            data(xml, "certainty", one.facts().certainty().word());
            xml.close("edge");
        }
        xml.close("graph").close("graphml");
        return answer("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml, "application/graphml+xml");
    }

    private static void data(Xml xml, String key, String value) {
        if (!value.isEmpty()) xml.element("data", value, "key", key);
    }

    private String url(Output one) {
        return settings.publicUrl() + "/chain/" + one.slug();
    }

    private static ResponseEntity<byte[]> answer(String text, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
