package org.throughline.documents.text;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A part of a DOCX file as a small tree: names and attributes without their prefixes, attributes of relationships as
/// `r:id`. No document types, no entities, nothing from outside, nothing endlessly deep.
final class DocxXml {

    private static final int DEEPEST = 250;
    private static final int MOST_ELEMENTS = 500_000;
    private static final StringBuilder NO_TEXT = new StringBuilder(0);
    private static final String RELATIONSHIPS = "relationships";

    private DocxXml() {}

    /// The part cannot be read; the words are for the log.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    record Element(String name, Map<String, String> attributes, List<Element> children, StringBuilder text) {

        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        @Nullable
        Element child(String name) {
            for (Element child : children) if (child.name.equals(name)) return child;
            return null;
        }

        /// The `val` of a child; empty where there is none.
        String value(String name) {
            Element child = child(name);
            return child == null ? "" : child.attribute("val");
        }

        /// Whether a property is there and not switched off.
        boolean on(String name) {
            Element child = child(name);
            if (child == null) return false;
            String val = child.attribute("val");
            return !val.equals("0") && !val.equals("false") && !val.equals("off") && !val.equals("none");
        }

        boolean isOff(String name) {
            return child(name) != null && !on(name);
        }
    }

    static Element read(byte[] part) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        int count = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new Unreadable("document type");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() > DEEPEST || ++count > MOST_ELEMENTS) throw new Unreadable("too deep or large");
                        Element element = element(reader);
                        if (open.isEmpty()) root = element;
                        else open.peek().children().add(element);
                        open.push(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        // Blanks between elements are layout of the file.
                        Element in = open.peek();
                        if (in != null && isText(in.name())) in.text().append(reader.getText());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        if (root == null) throw new Unreadable("nothing in it");
        return root;
    }

    private static boolean isText(String name) {
        return name.equals("t") || name.equals("delText") || name.equals("instrText");
    }

    private static Element element(XMLStreamReader reader) {
        String local = reader.getLocalName();
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = String.valueOf(reader.getAttributeNamespace(i));
            String name = reader.getAttributeLocalName(i);
            attributes.put(space.endsWith(RELATIONSHIPS) ? "r:" + name : name, reader.getAttributeValue(i));
        }
        // Most elements have neither, and a file has many.
        return new Element(
                local,
                attributes.isEmpty() ? Map.of() : attributes,
                new ArrayList<>(0),
                isText(local) ? new StringBuilder() : NO_TEXT);
    }
}
