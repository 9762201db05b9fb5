package org.throughline.opendata;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.throughline.platform.markup.Xml;

/// The dump as one file of activities of the International Aid Transparency Initiative, version 2.03. The standard has
/// no word for an entry that is gone: it is named in a comment, and in the list of withdrawals.
final class IatiDump implements DumpFormat {

    static final String FILE = "register.iati.xml";

    private final IatiActivities activities;

    IatiDump(IatiActivities activities) {
        this.activities = activities;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String mediaType() {
        return "application/xml;charset=utf-8";
    }

    @Override
    public String title() {
        return "IATI XML 2.03";
    }

    @Override
    public void begin(Writer out, DumpEdition edition) throws IOException {
        begin(out, edition.takenAt());
    }

    void begin(Writer out, Instant at) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        var xml = new Xml();
        xml.open(
                "iati-activities",
                "version",
                "2.03",
                "generated-datetime",
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "linked-data-default",
                activities.site());
        xml.raw("\n<!-- " + activities.terms() + " -->\n");
        out.append(xml.toString());
    }

    @Override
    public void line(Writer out, DumpLine line, Map<String, Object> row) throws IOException {
        switch (line) {
            case DumpLine.Shown shown -> {
                var xml = new Xml();
                activities.write(xml, shown.project(), shown.translations());
                out.append(xml.toString()).append('\n');
            }
            case DumpLine.Gone gone ->
                out.append("<!-- ")
                        .append(activities.identifier(gone.tombstone().number()))
                        .append(' ')
                        .append(gone.tombstone().kind())
                        .append(" -->\n");
        }
    }

    @Override
    public void end(Writer out) throws IOException {
        out.append("</iati-activities>\n");
    }
}
