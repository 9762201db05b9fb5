package org.throughline.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks the elements of an XML part with no document type, no entities of its own and no access to anything
/// outside. Refuses what would fill the memory on the way: the reader keeps one tag, comment or piece of text
/// whole, and every name for as long as it reads.
final class XmlParts {

    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final int MOST_NAMES = 20_000;

    /// What a check wants to see of each element; it throws when it has seen enough.
    interface Element {
        void seen(XMLStreamReader at) throws UnacceptableFile;

        default void ended(XMLStreamReader at) throws UnacceptableFile {}
    }

    private XmlParts() {}

    static void walk(InputStream part, String name, Element element) throws UnacceptableFile, IOException {
        // The JDK's own reader by name: another one on the class path has other defaults.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The limits on entities count a long part itself as one. No part declares any: document types are refused
        // below, and the bytes of each piece are counted here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        var counted = new Counted(part);
        Set<String> names = new HashSet<>();
        try (counted) {
            XMLStreamReader reader = factory.createXMLStreamReader(counted);
            while (reader.hasNext()) {
                int event = reader.next();
                counted.sinceLast = 0;
                addNames(reader, event, names);
                if (names.size() > MOST_NAMES)
                    throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, "different names in " + name);
                if (event == XMLStreamConstants.DTD)
                    throw new UnacceptableFile(FileProblem.DAMAGED, "document type in " + name);
                if (event == XMLStreamConstants.START_ELEMENT) element.seen(reader);
                if (event == XMLStreamConstants.END_ELEMENT) element.ended(reader);
            }
        } catch (XMLStreamException e) {
            if (counted.sinceLast > MOST_BYTES_AT_ONCE)
                throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, "one piece of " + name);
            throw new UnacceptableFile(FileProblem.DAMAGED, name + ": " + e.getMessage());
        }
    }

    private static void addNames(XMLStreamReader at, int event, Set<String> names) {
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) names.add(at.getPITarget());
        if (event != XMLStreamConstants.START_ELEMENT) return;
        names.add(at.getLocalName());
        for (int i = 0; i < at.getAttributeCount(); i++) names.add(at.getAttributeLocalName(i));
        for (int i = 0; i < at.getNamespaceCount(); i++) {
            names.add(String.valueOf(at.getNamespacePrefix(i)));
            names.add(String.valueOf(at.getNamespaceURI(i)));
        }
    }

    /// Stops when the reader asks for more and more without having anything to show.
    private static final class Counted extends FilterInputStream {

        private long sinceLast;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int bytes) throws IOException {
            sinceLast += bytes;
            if (sinceLast > MOST_BYTES_AT_ONCE) throw new IOException("too much at once");
        }
    }

    static String attribute(XMLStreamReader at, String localName) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(localName)) return at.getAttributeValue(i);
        }
        return "";
    }
}
