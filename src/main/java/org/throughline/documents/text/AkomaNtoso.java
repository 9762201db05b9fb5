package org.throughline.documents.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.throughline.platform.markup.Xml;

/// Writes a document as Akoma Ntoso 3.0 (OASIS LegalDocML 1.0), named by the convention of the United Nations system
/// (AKN4UN): work, expression and manifestation each have their IRI.
public final class AkomaNtoso {

    public static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static final Map<String, String> THREE_LETTERS =
            Map.of("ar", "ara", "zh", "zho", "en", "eng", "fr", "fra", "ru", "rus", "es", "spa");

    private AkomaNtoso() {}

    /// What identifies a document and stands in front of its text.
    ///
    /// @param type `doc`, or `statement` for what says the will of a body
    /// @param kind such as `contribution`
    /// @param body the code of the body it is of, such as `itu-cwg-wsis-sdg`
    /// @param symbol as it is printed
    /// @param date when it was posted, as `2026-03-02`
    /// @param header label and text of each field, in the order printed
    public record Identity(
            String type,
            String kind,
            String body,
            String bodyName,
            String symbol,
            String date,
            String language,
            String title,
            String address,
            Map<String, String> header) {

        public Identity {
            if (!type.equals("doc") && !type.equals("statement")) throw new IllegalArgumentException("Type " + type);
            header = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(header));
        }

        /// The IRI of the work: the same for all its languages.
        public String work() {
            return "/akn/un/" + type + "/" + kind + "/" + body + "/" + date + "/" + number();
        }

        String expression() {
            return work() + "/" + THREE_LETTERS.getOrDefault(language, "mul") + "@" + date;
        }

        private String number() {
            return symbol.toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
        }
    }

    public static byte[] write(Identity identity, Body body) {
        var xml = new Xml();
        xml.open("akomaNtoso", "xmlns", NAMESPACE).open(identity.type(), "name", identity.kind());
        if (identity.type().equals("doc")) xml.attributes("contains", "originalVersion");
        meta(xml, identity);
        preface(xml, identity);
        xml.open("mainBody");
        new AknBody(xml, identity.title()).write(body);
        xml.close("mainBody").close(identity.type()).close("akomaNtoso");
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static void meta(Xml xml, Identity identity) {
        xml.open("meta").open("identification", "source", "#throughline");
        xml.open("FRBRWork");
        core(xml, identity.work() + "/!main", identity.work(), identity);
        xml.empty("FRBRcountry", "value", "un");
        xml.empty("FRBRsubtype", "value", identity.kind());
        xml.empty("FRBRnumber", "value", identity.number(), "showAs", identity.symbol());
        xml.close("FRBRWork");
        xml.open("FRBRExpression");
        core(xml, identity.expression() + "/!main", identity.expression(), identity);
        xml.empty("FRBRlanguage", "language", THREE_LETTERS.getOrDefault(identity.language(), "mul"));
        xml.close("FRBRExpression");
        xml.open("FRBRManifestation");
        core(xml, identity.expression() + "/!main.xml", identity.expression() + ".xml", identity);
        xml.empty("FRBRformat", "value", "application/akn+xml");
        xml.close("FRBRManifestation").close("identification");
        xml.open("references", "source", "#throughline");
        organization(xml, "body", "/akn/ontology/organization/un/" + identity.body(), identity.bodyName());
        organization(xml, "throughline", "/akn/ontology/organization/un/throughline", "Throughline");
        xml.close("references").close("meta");
    }

    private static void organization(Xml xml, String id, String iri, String name) {
        xml.empty("TLCOrganization", "eId", id, "href", iri, "showAs", name);
    }

    private static void core(Xml xml, String self, String iri, Identity identity) {
        xml.empty("FRBRthis", "value", self).empty("FRBRuri", "value", iri);
        xml.empty("FRBRalias", "value", identity.address(), "name", "page");
        xml.empty("FRBRdate", "date", identity.date(), "name", "posted");
        xml.empty("FRBRauthor", "href", "#body");
    }

    private static void preface(Xml xml, Identity identity) {
        xml.open("preface");
        xml.open("p").element("docNumber", identity.symbol()).close("p");
        xml.open("p").element("docTitle", identity.title()).close("p");
        int number = 1;
        for (var field : identity.header().entrySet()) {
            xml.open("block", "name", "field-" + number++);
            xml.element("b", field.getKey()).text(" ").text(field.getValue()).close("block");
        }
        xml.close("preface");
    }
}
