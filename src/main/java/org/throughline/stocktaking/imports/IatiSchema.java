package org.throughline.stocktaking.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.throughline.tables.ImportFailed;
import org.xml.sax.SAXException;

/// What files of activities are held to: our own statement of the IATI Standard 2.03, or the standard's own schema when
/// an operator has a copy of it. Nothing is fetched from anywhere.
final class IatiSchema {

    /// The file of the standard that says what an activity is.
    static final String OFFICIAL = "iati-activities-schema.xsd";

    private static final String FOLDER = "/iati/";

    private IatiSchema() {}

    static Schema shipped() {
        try (InputStream xml = resource("xml.xsd");
                InputStream activities = resource("iati-activities-2.03.xsd")) {
            return factory("").newSchema(new Source[] {new StreamSource(xml), new StreamSource(activities)});
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The standard's own schema. Refuses a folder that has none.
    static Schema of(Path folder) {
        Path file = folder.resolve(OFFICIAL);
        if (!Files.isReadable(file)) throw new ImportFailed("imports.iati.no-schema", file.toString());
        try {
            return factory("file").newSchema(file.toFile());
        } catch (SAXException e) {
            throw new ImportFailed("imports.iati.no-schema", file + ": " + e.getMessage());
        }
    }

    private static SchemaFactory factory(String reaches) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, reaches);
        return factory;
    }

    private static InputStream resource(String name) {
        InputStream stream = IatiSchema.class.getResourceAsStream(FOLDER + name);
        if (stream == null) throw new IllegalStateException("No resource " + FOLDER + name);
        return stream;
    }
}
