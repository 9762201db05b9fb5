package org.throughline.opendata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.opendata.ChangedRecords.Choice;
import org.throughline.opendata.ChangedRecords.Place;
import org.throughline.platform.Settings;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// Harvesting by the OAI Protocol for Metadata Harvesting 2.0, whole or what changed since a moment. Entries that are
/// gone stay in the lists for ever, as deleted records.
@Service
public class OaiPmh {

    private static final int PAGE = 200;
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    // A change is dated before it is committed. Whoever comes again asks from the date of this answer on, and so
    // meets what was being committed meanwhile.
    private static final Duration COMMITTING = Duration.ofSeconds(10);

    private final ChangedRecords records;
    private final PublishedProjects projects;
    private final OaiSets sets;
    private final MetadataFormats formats;
    private final Settings settings;
    private final OpenDataSettings openData;
    private final Clock clock;

    OaiPmh(
            ChangedRecords records,
            PublishedProjects projects,
            OaiSets sets,
            MetadataFormats formats,
            Settings settings,
            OpenDataSettings openData,
            Clock clock) {
        this.records = records;
        this.projects = projects;
        this.sets = sets;
        this.formats = formats;
        this.settings = settings;
        this.openData = openData;
        this.clock = clock;
    }

    /// The answer to a request, whatever was asked; what is wrong with a request is said in the answer.
    ///
    /// @param parameters those of the address and of a form alike
    public String answer(Map<String, List<String>> parameters) {
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open("OAI-PMH", "xmlns", OAI, "xmlns:xsi", XSI, "xsi:schemaLocation", OAI + " " + OAI + "OAI-PMH.xsd");
        xml.element("responseDate", second(clock.instant().minus(COMMITTING)));
        OaiRequest request = null;
        try {
            request = OaiRequest.of(parameters);
            String body = answer(request);
            xml.element("request", address(), attributes(request));
            xml.open(request.verb()).raw(body).close(request.verb());
        } catch (OaiError e) {
            // What was wrong with the arguments themselves is not repeated as if it had been understood.
            boolean understood = request != null && !e.code().equals("badArgument");
            xml.element("request", address(), understood ? attributes(request) : new String[0]);
            xml.element("error", String.valueOf(e.getMessage()), "code", e.code());
        }
        return xml.close("OAI-PMH").toString();
    }

    private static String[] attributes(OaiRequest request) {
        List<String> attributes = new ArrayList<>(List.of("verb", request.verb()));
        request.arguments().forEach((name, value) -> attributes.addAll(List.of(name, value)));
        return attributes.toArray(String[]::new);
    }

    private String answer(OaiRequest request) {
        return switch (request.verb()) {
            case "Identify" -> identify();
            case "ListMetadataFormats" -> listFormats(request.argument("identifier"));
            case "ListSets" -> listSets(request);
            case "ListIdentifiers" -> list(request, false);
            case "ListRecords" -> list(request, true);
            default -> get(request);
        };
    }

    private String address() {
        return settings.publicUrl() + "/oai";
    }

    private String identify() {
        var xml = new Xml();
        xml.element("repositoryName", settings.name());
        xml.element("baseURL", address());
        xml.element("protocolVersion", "2.0");
        xml.element("adminEmail", openData.mail());
        xml.element("earliestDatestamp", second(records.earliest().orElse(clock.instant())));
        xml.element("deletedRecord", "persistent");
        xml.element("granularity", "YYYY-MM-DDThh:mm:ssZ");
        xml.element("compression", "gzip");
        String host = OpenDataSettings.host(settings);
        // The description is for names of domains only; its schema refuses any other.
        if (host.matches("[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)+")) {
            String namespace = "http://www.openarchives.org/OAI/2.0/oai-identifier";
            xml.open("description")
                    .open(
                            "oai-identifier",
                            "xmlns",
                            namespace,
                            "xsi:schemaLocation",
                            namespace + " http://www.openarchives.org/OAI/2.0/oai-identifier.xsd")
                    .element("scheme", "oai")
                    .element("repositoryIdentifier", host)
                    .element("delimiter", ":")
                    .element("sampleIdentifier", identifier(1))
                    .close("oai-identifier")
                    .close("description");
        }
        return xml.toString();
    }

    private String listFormats(@Nullable String identifier) {
        if (identifier != null) record(identifier);
        var xml = new Xml();
        for (MetadataFormats.Format format : formats.all())
            xml.open("metadataFormat")
                    .element("metadataPrefix", format.prefix())
                    .element("schema", format.schema())
                    .element("metadataNamespace", format.namespace())
                    .close("metadataFormat");
        return xml.toString();
    }

    // All of them fit into one answer, so there is never a token to go on with.
    private String listSets(OaiRequest request) {
        if (request.argument("resumptionToken") != null) throw OaiError.badResumptionToken();
        var xml = new Xml();
        for (OaiSets.OaiSet set : sets.all())
            xml.open("set")
                    .element("setSpec", set.spec())
                    .element("setName", set.name())
                    .close("set");
        return xml.toString();
    }

    private String get(OaiRequest request) {
        String identifier = request.required("identifier");
        MetadataFormats.Format format = formats.of(request.required("metadataPrefix"));
        ChangedRecord record = record(identifier);
        var xml = new Xml();
        write(xml, record, format, projects.find(record.number()).orElse(null));
        return xml.toString();
    }

    private ChangedRecord record(String identifier) {
        String before = identifier(0).replaceFirst("0$", "");
        String number = identifier.startsWith(before) ? identifier.substring(before.length()) : "";
        return Optional.of(number)
                .filter(digits -> digits.matches("[1-9]\\d{0,17}"))
                .flatMap(digits -> records.find(Long.parseLong(digits)))
                .orElseThrow(() -> OaiError.idDoesNotExist(identifier));
    }

    private String list(OaiRequest request, boolean whole) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String resumption = request.argument("resumptionToken");
        OaiToken token = resumption == null ? null : OaiToken.parse(resumption, now);
        MetadataFormats.Format format = formats.of(token == null ? request.required("metadataPrefix") : token.prefix());
        Choice choice = token == null ? request.choice() : token.choice();
        List<ChangedRecord> page = records.page(choice, token == null ? null : token.after(), PAGE + 1);
        if (page.isEmpty() && token == null) throw OaiError.noRecordsMatch();
        boolean more = page.size() > PAGE;
        List<ChangedRecord> shown = more ? page.subList(0, PAGE) : page;
        var xml = new Xml();
        write(xml, shown, whole ? format : null);
        long before = token == null ? 0 : token.before();
        long total = token == null && more ? records.count(choice) : token == null ? shown.size() : token.total();
        if (more) {
            ChangedRecord last = shown.getLast();
            var next = new OaiToken(
                    format.prefix(),
                    choice,
                    new Place(last.changedAt(), last.number()),
                    before + shown.size(),
                    total,
                    now);
            xml.element(
                    "resumptionToken",
                    next.text(),
                    "expirationDate",
                    second(next.expiresAt()),
                    "completeListSize",
                    Long.toString(Math.max(total, next.before() + 1)),
                    "cursor",
                    Long.toString(before));
        } else if (token != null)
            xml.element(
                    "resumptionToken",
                    "",
                    "completeListSize",
                    Long.toString(before + shown.size()),
                    "cursor",
                    Long.toString(before));
        return xml.toString();
    }

    private void write(Xml xml, List<ChangedRecord> shown, MetadataFormats.@Nullable Format format) {
        Map<Long, PublishedProject> whole = format == null
                ? Map.of()
                : projects
                        .whole(shown.stream()
                                .filter(ChangedRecord::isPublic)
                                .map(ChangedRecord::number)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PublishedProject::number, Function.identity()));
        for (ChangedRecord record : shown)
            if (format == null) header(xml, record, !record.isPublic());
            else write(xml, record, format, whole.get(record.number()));
    }

    // What went away since the list was read is gone here as well.
    private void write(
            Xml xml, ChangedRecord record, MetadataFormats.Format format, @Nullable PublishedProject project) {
        xml.open("record");
        header(xml, record, project == null);
        if (project != null) {
            xml.open("metadata");
            format.write(xml, project);
            xml.close("metadata");
        }
        xml.close("record");
    }

    private void header(Xml xml, ChangedRecord record, boolean gone) {
        if (gone) xml.open("header", "status", "deleted");
        else xml.open("header");
        xml.element("identifier", identifier(record.number()));
        xml.element("datestamp", second(record.changedAt()));
        record.sets().forEach(set -> xml.element("setSpec", set));
        xml.close("header");
    }

    /// The identifier of an entry for harvesters.
    public String identifier(long number) {
        return identifier(settings, number);
    }

    static String identifier(Settings settings, long number) {
        return "oai:" + OpenDataSettings.host(settings) + ":stocktaking/" + number;
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
