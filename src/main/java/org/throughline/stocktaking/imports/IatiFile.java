package org.throughline.stocktaking.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Row;
import org.throughline.tables.RowSource;
import org.throughline.tables.SourceFile;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/// A file of IATI activities, read activity by activity and held to the standard's schema on the way. An activity that
/// breaks the schema is a row with a problem; a file that is no such file is refused as a whole, and so is one with a
/// document type, which activities have no use for and harm can be done with.
final class IatiFile implements RowSource {

    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final int START = 4096;

    private final Path path;
    private final Schema schema;
    private final Set<String> columns = new LinkedHashSet<>();

    private IatiFile(Path path, Schema schema) {
        this.path = path;
        this.schema = schema;
    }

    static IatiFile open(Path path, Schema schema) {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path))
                throw new ImportFailed("imports.file.none", path.toString());
            if (Files.size(path) > SourceFile.LARGEST)
                throw new ImportFailed("imports.file.too-large", SourceFile.LARGEST >> 20);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return new IatiFile(path, schema);
    }

    /// Whether a file begins as XML does.
    static boolean is(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) return false;
        try (InputStream in = Files.newInputStream(path)) {
            for (byte b : in.readNBytes(START)) {
                // Marks of an encoding, and the zeros of one with two bytes a character.
                if (b <= 0 || Character.isWhitespace(b)) continue;
                return b == '<';
            }
            return false;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void each(Consumer<Row> each) {
        ValidatorHandler validator = schema.newValidatorHandler();
        var activities = new IatiActivities(validator, row -> {
            columns.addAll(row.cells().keySet());
            each.accept(row);
        });
        try (var in = new Counted(new BufferedInputStream(Files.newInputStream(path), 1 << 16), activities)) {
            XMLReader reader = reader();
            reader.setContentHandler(activities);
            reader.setErrorHandler(activities.problems());
            reader.parse(new InputSource(in));
        } catch (SAXParseException e) {
            throw new ImportFailed("imports.iati.not-xml", e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException e) {
            throw new ImportFailed("imports.file.unreadable", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static ImportFailed unreadable(IOException e) {
        return new ImportFailed("imports.file.unreadable", String.valueOf(e.getMessage()));
    }

    private static XMLReader reader() throws SAXException {
        try {
            // The JDK's own by name: another one on the class path has other defaults.
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setXIncludeAware(false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            // The limits on entities count a long file itself as one; it can declare none.
            reader.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
            reader.setProperty("jdk.xml.totalEntitySizeLimit", "0");
            return reader;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public String encoding() {
        return "XML";
    }

    @Override
    public boolean encodingIsGuessed() {
        return false;
    }

    /// Stops when the reader asks for more and more without having anything to show: it keeps one tag whole.
    private static final class Counted extends FilterInputStream {

        private final IatiActivities activities;

        Counted(InputStream in, IatiActivities activities) {
            super(in);
            this.activities = activities;
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

        private void count(int bytes) {
            if (activities.bytesSinceLast(bytes) > MOST_BYTES_AT_ONCE) throw new ImportFailed("imports.iati.too-much");
        }
    }
}
