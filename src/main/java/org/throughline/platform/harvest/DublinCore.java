package org.throughline.platform.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.markup.Xml;

/// What is said of a thing in unqualified Dublin Core, the format that every harvester reads.
public final class DublinCore {

    public static final String PREFIX = "oai_dc";
    public static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    public static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    private static final Set<String> ELEMENTS = Set.of(
            "title",
            "creator",
            "subject",
            "description",
            "publisher",
            "contributor",
            "date",
            "type",
            "format",
            "identifier",
            "source",
            "language",
            "relation",
            "coverage",
            "rights");

    private final List<Statement> statements = new ArrayList<>();

    private record Statement(
            String element, String text, @Nullable String language) {}

    /// Says something that is in no language, such as a date; nothing where there is nothing to say.
    ///
    /// @param element one of the fifteen, such as `title`
    public DublinCore add(String element, String text) {
        return add(element, text, null);
    }

    /// The same in words of a language.
    public DublinCore add(String element, String text, @Nullable String language) {
        if (!ELEMENTS.contains(element))
            throw new IllegalArgumentException("Not an element of Dublin Core: " + element);
        if (!text.isBlank()) statements.add(new Statement("dc:" + element, text, language));
        return this;
    }

    public void write(Xml xml) {
        xml.open(
                "oai_dc:dc",
                "xmlns:oai_dc",
                NAMESPACE,
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xsi:schemaLocation",
                NAMESPACE + " " + SCHEMA);
        for (Statement one : statements)
            if (one.language() == null) xml.element(one.element(), one.text());
            else xml.element(one.element(), one.text(), "xml:lang", one.language());
        xml.close("oai_dc:dc");
    }
}
