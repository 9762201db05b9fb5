package org.throughline.opendata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.opendata.MetadataFormats.Format;
import org.throughline.opendata.OaiRecords.Found;
import org.throughline.opendata.OaiRecords.Place;
import org.throughline.platform.Settings;
import org.throughline.platform.Storable;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestSet;
import org.throughline.platform.markup.Xml;

/// Harvesting by the OAI Protocol for Metadata Harvesting 2.0, whole or what changed since a moment, of everything that
/// modules give to harvesters. What is gone stays in the lists for ever, as deleted records.
@Service
public class OaiPmh {

    private static final int PAGE = 200;
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    // A change is dated before it is committed. Whoever comes again asks from the date of this answer on, and so
    // meets what was being committed meanwhile.
    private static final Duration COMMITTING = Duration.ofSeconds(10);

    private final OaiRecords records;
    private final MetadataFormats formats;
    private final Settings settings;
    private final OpenDataSettings openData;
    private final Clock clock;

    OaiPmh(OaiRecords records, MetadataFormats formats, Settings settings, OpenDataSettings openData, Clock clock) {
        this.records = records;
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
        List<String> own =
                identifier == null ? null : found(identifier).source().formats();
        var xml = new Xml();
        for (Format format : formats.all())
            if (own == null || own.contains(format.prefix()))
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
        for (HarvestSet set : records.sets())
            xml.open("set")
                    .element("setSpec", set.spec())
                    .element("setName", set.name())
                    .close("set");
        return xml.toString();
    }

    private String get(OaiRequest request) {
        String identifier = request.required("identifier");
        Format format = formats.of(request.required("metadataPrefix"));
        Found found = found(identifier);
        if (!found.source().formats().contains(format.prefix()))
            throw OaiError.cannotDisseminateFormat(format.prefix());
        var xml = new Xml();
        write(xml, List.of(found), format);
        return xml.toString();
    }

    private Found found(String identifier) {
        String before = before();
        return Optional.of(identifier)
                .filter(one -> one.startsWith(before) && Storable.is(one))
                .flatMap(one -> records.find(one.substring(before.length())))
                .orElseThrow(() -> OaiError.idDoesNotExist(identifier));
    }

    private String list(OaiRequest request, boolean whole) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String resumption = request.argument("resumptionToken");
        OaiToken token = resumption == null ? null : OaiToken.parse(resumption, now);
        Format format = formats.of(token == null ? request.required("metadataPrefix") : token.prefix());
        HarvestChoice choice = token == null ? request.choice() : token.choice();
        Place after = token == null ? Place.START : token.after();
        List<Found> page = records.page(format.prefix(), choice, after, PAGE + 1);
        if (page.isEmpty() && token == null) throw OaiError.noRecordsMatch();
        boolean more = page.size() > PAGE;
        List<Found> shown = more ? page.subList(0, PAGE) : page;
        var xml = new Xml();
        write(xml, shown, whole ? format : null);
        long before = token == null ? 0 : token.before();
        long total = token != null ? token.total() : more ? records.count(format.prefix(), choice) : shown.size();
        if (more) {
            var next =
                    new OaiToken(format.prefix(), choice, shown.getLast().place(), before + shown.size(), total, now);
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

    // Without a format the headers alone. What went away since the list was read is gone here as well.
    private void write(Xml xml, List<Found> shown, @Nullable Format format) {
        Map<Found, Consumer<Xml>> metadata = format == null ? Map.of() : records.metadata(format.prefix(), shown);
        for (Found one : shown) {
            if (format == null) {
                header(xml, one, one.record().isGone());
                continue;
            }
            Consumer<Xml> said = metadata.get(one);
            xml.open("record");
            header(xml, one, said == null);
            if (said != null) {
                xml.open("metadata");
                said.accept(xml);
                xml.close("metadata");
            }
            xml.close("record");
        }
    }

    private void header(Xml xml, Found one, boolean gone) {
        if (gone) xml.open("header", "status", "deleted");
        else xml.open("header");
        xml.element("identifier", before() + one.key());
        xml.element("datestamp", second(one.record().changedAt()));
        one.record().sets().forEach(set -> xml.element("setSpec", set));
        xml.close("header");
    }

    /// The identifier of an entry of the register for harvesters.
    public String identifier(long number) {
        return identifier(settings, number);
    }

    static String identifier(Settings settings, long number) {
        return before(settings) + RegisterHarvest.NAME + "/" + number;
    }

    private String before() {
        return before(settings);
    }

    private static String before(Settings settings) {
        return "oai:" + OpenDataSettings.host(settings) + ":";
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
