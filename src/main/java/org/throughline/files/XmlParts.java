package org.throughline.files;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks the elements of an XML part with no document type, no entities of its own and no access to anything outside.
final class XmlParts {

    /// What a check wants to see of each element; it throws when it has seen enough.
    interface Element {
        void seen(XMLStreamReader at) throws UnacceptableFile;
    }

    private XmlParts() {}

    static void walk(InputStream part, String name, Element element) throws UnacceptableFile, IOException {
        // The JDK's own reader by name: another one on the class path has other defaults.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The limits on entities count a long part itself as one. No part declares any: document types are refused
        // below.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        try (part) {
            XMLStreamReader reader = factory.createXMLStreamReader(part);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD)
                    throw new UnacceptableFile(FileProblem.DAMAGED, "document type in " + name);
                if (event == XMLStreamConstants.START_ELEMENT) element.seen(reader);
            }
        } catch (XMLStreamException e) {
            throw new UnacceptableFile(FileProblem.DAMAGED, name + ": " + e.getMessage());
        }
    }

    static String attribute(XMLStreamReader at, String localName) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(localName)) return at.getAttributeValue(i);
        }
        return "";
    }
}
