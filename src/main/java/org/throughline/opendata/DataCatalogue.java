package org.throughline.opendata;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Settings;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Vocabulary;

/// What this installation gives away, as a DCAT 3 catalogue: the register, the inputs to each call, the vocabularies;
/// each with the files it comes in.
@Service
public class DataCatalogue {

    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/";

    private final Dumps dumps;
    private final PublishedCalls calls;
    private final Vocabulary vocabulary;
    private final Settings settings;
    private final OpenDataSettings openData;

    DataCatalogue(
            Dumps dumps, PublishedCalls calls, Vocabulary vocabulary, Settings settings, OpenDataSettings openData) {
        this.dumps = dumps;
        this.calls = calls;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.openData = openData;
    }

    public String turtle() {
        return graph().turtle();
    }

    public Map<String, Object> jsonLd() {
        return graph().jsonLd();
    }

    private Graph graph() {
        var graph = new Graph()
                .prefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .prefix("dcat", "http://www.w3.org/ns/dcat#")
                .prefix("dcterms", "http://purl.org/dc/terms/")
                .prefix("foaf", "http://xmlns.com/foaf/0.1/")
                .prefix("vcard", "http://www.w3.org/2006/vcard/ns#")
                .prefix("spdx", "http://spdx.org/rdf/terms#")
                .prefix("skos", "http://www.w3.org/2004/02/skos/core#")
                .prefix("adms", "http://www.w3.org/ns/adms#");
        String catalogue = at("/data");
        var about = graph.about(catalogue)
                .is("dcat:Catalog")
                .text("dcterms:title", settings.name(), "en")
                .text("dcterms:description", "Everything public here, in open formats, at addresses that stay", "en")
                .link("dcterms:publisher", at("/data#publisher"))
                .link("dcterms:license", openData.licence())
                .link("foaf:homepage", at("/"));
        Languages.ALL.forEach(language -> about.link("dcterms:language", LANGUAGE + language));
        graph.about(at("/data#publisher")).is("foaf:Agent").text("foaf:name", openData.publisher(settings));
        graph.about(at("/data#contact"))
                .is("vcard:Kind")
                .text("vcard:fn", openData.publisher(settings))
                .link("vcard:hasEmail", "mailto:" + openData.mail());
        register(graph, about);
        harvesting(graph, about);
        calls.all().forEach(call -> inputs(graph, about, call));
        vocabulary.schemes().forEach(scheme -> vocabulary(graph, about, scheme));
        return graph;
    }

    private String at(String path) {
        return settings.publicUrl() + path;
    }

    private Graph.About dataset(Graph graph, Graph.About catalogue, String address) {
        catalogue.link("dcat:dataset", address);
        return graph.about(address)
                .is("dcat:Dataset")
                .link("dcterms:publisher", at("/data#publisher"))
                .link("dcat:contactPoint", at("/data#contact"));
    }

    private void register(Graph graph, Graph.About catalogue) {
        List<DumpEdition> kept =
                dumps.all().stream().filter(DumpEdition::isKept).toList();
        String address = at("/data/register");
        Graph.About series = dataset(graph, catalogue, address)
                .is("dcat:DatasetSeries")
                .text("dcterms:title", "Register of projects", "en")
                .text(
                        "dcterms:description",
                        "Every public entry of the register, one dump for each night; entries that were withdrawn are named without their words",
                        "en")
                .link("dcterms:license", openData.licence())
                .link("dcterms:accrualPeriodicity", "http://purl.org/cld/freq/daily")
                .link("dcat:landingPage", address);
        vocabulary.schemes().forEach(scheme -> series.link("dcat:theme", at("/vocabularies/" + scheme.name())));
        for (int i = 0; i < kept.size(); i++)
            edition(graph, catalogue, kept.get(i), i + 1 < kept.size() ? kept.get(i + 1) : null);
        if (!kept.isEmpty())
            series.link("dcat:last", address + "/" + kept.getFirst().name());
    }

    private void edition(Graph graph, Graph.About catalogue, DumpEdition edition, @Nullable DumpEdition before) {
        String address = at("/data/register/" + edition.name());
        Graph.About about = dataset(graph, catalogue, address)
                .text("dcterms:title", "Register of projects, " + edition.name(), "en")
                .text("dcat:version", edition.name())
                .link("dcat:inSeries", at("/data/register"))
                .link("dcat:landingPage", address)
                .link("dcterms:license", openData.licence())
                .typed("dcterms:issued", edition.takenAt().toString(), "dateTime");
        if (before != null) about.link("dcat:prev", at("/data/register/" + before.name()));
        Optional<DumpState> state = dumps.state(edition);
        if (state.isEmpty()) return;
        about.typed("dcterms:modified", state.get().madeAt().toString(), "dateTime");
        graph.about(address + "#time")
                .is("dcterms:PeriodOfTime")
                .typed("dcat:endDate", day(edition).toString(), "date");
        about.link("dcterms:temporal", address + "#time");
        state.get().facts().languages().keySet().forEach(language -> {
            if (language.matches("[a-z]{2}")) about.link("dcterms:language", LANGUAGE + language);
        });
        for (DumpState.DumpFile file : state.get().files()) file(graph, about, address, file);
    }

    private void file(Graph graph, Graph.About dataset, String address, DumpState.DumpFile file) {
        String url = address + "/" + file.name();
        dataset.link("dcat:distribution", url);
        graph.about(url)
                .is("dcat:Distribution")
                .text("dcterms:title", file.name())
                .link("dcat:accessURL", address)
                .link("dcat:downloadURL", url)
                .link("dcat:mediaType", MEDIA_TYPE + type(file.mediaType()))
                .link("dcterms:license", openData.licence())
                .typed("dcat:byteSize", Long.toString(file.bytes()), "nonNegativeInteger")
                .link("spdx:checksum", url + "#sha256");
        if (file.name().equals(CsvDump.FILE)) graph.about(url).link("dcterms:conformsTo", "http://www.w3.org/ns/csvw");
        graph.about(url + "#sha256")
                .is("spdx:Checksum")
                .name("spdx:algorithm", "spdx:checksumAlgorithm_sha256")
                .typed("spdx:checksumValue", file.sha256(), "hexBinary");
    }

    private static String type(String mediaType) {
        int end = mediaType.indexOf(';');
        return end < 0 ? mediaType : mediaType.substring(0, end);
    }

    private static LocalDate day(DumpEdition edition) {
        return LocalDate.ofInstant(edition.takenAt(), ZoneOffset.UTC);
    }

    private void harvesting(Graph graph, Graph.About catalogue) {
        catalogue.link("dcat:service", at("/oai"));
        graph.about(at("/oai"))
                .is("dcat:DataService")
                .text("dcterms:title", "Harvesting by OAI-PMH 2.0", "en")
                .link("dcat:endpointURL", at("/oai"))
                .link("dcterms:conformsTo", "http://www.openarchives.org/OAI/openarchivesprotocol.html")
                .link("dcat:servesDataset", at("/data/register"));
        catalogue.link("dcat:service", at("/api/v1"));
        graph.about(at("/api/v1"))
                .is("dcat:DataService")
                .text("dcterms:title", "API", "en")
                .link("dcat:endpointURL", at("/api/v1"))
                .link("dcat:endpointDescription", at("/api/v1/openapi.yaml"))
                .link("dcat:servesDataset", at("/data/register"));
    }

    private void inputs(Graph graph, Graph.About catalogue, Call call) {
        String address = at("/calls/" + call.slug() + "/inputs");
        Graph.About about = dataset(graph, catalogue, address)
                .text("dcterms:title", call.title())
                .text("dcterms:description", "Published inputs to a call", "en")
                .link("dcat:landingPage", address);
        distribution(graph, about, address, address + ".csv", "text/csv");
        distribution(graph, about, address, address + ".jsonl", "application/x-ndjson");
        distribution(graph, about, address, address + ".atom", "application/atom+xml");
    }

    private void vocabulary(Graph graph, Graph.About catalogue, Scheme scheme) {
        String address = at("/vocabularies/" + scheme.name());
        LocalizedText title = scheme.title();
        Graph.About about = dataset(graph, catalogue, address)
                .is("skos:ConceptScheme")
                .text("dcterms:title", title)
                .text("dcterms:description", scheme.note())
                .text("dcterms:source", scheme.source())
                .text("dcat:version", scheme.version())
                .link("dcat:landingPage", address);
        Languages.ALL.forEach(language -> about.link("dcterms:language", LANGUAGE + language));
        distribution(graph, about, address, address + ".ttl", "text/turtle");
        distribution(graph, about, address, address + ".jsonld", "application/ld+json");
        distribution(graph, about, address, address + ".csv", "text/csv");
        distribution(graph, about, address, address + ".json", "application/json");
    }

    private static void distribution(Graph graph, Graph.About dataset, String page, String url, String type) {
        dataset.link("dcat:distribution", url);
        graph.about(url)
                .is("dcat:Distribution")
                .link("dcat:accessURL", page)
                .link("dcat:downloadURL", url)
                .link("dcat:mediaType", MEDIA_TYPE + type);
    }
}
