package org.throughline.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Settings;

/// What the columns of the CSV file are, for programs, as the W3C's metadata for tabular data has it: types, what lists
/// are taken apart by, which column names the row.
public final class CsvwMetadata {

    public static final String FILE = "register.csv-metadata.json";

    private CsvwMetadata() {}

    public static Map<String, Object> of(DumpEdition edition, Settings settings, OpenDataSettings openData) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        table.put("@id", settings.publicUrl() + "/data/register/" + edition.name() + "/" + CsvDump.FILE);
        table.put("url", CsvDump.FILE);
        table.put("dc:title", "Register of projects, " + edition.name());
        table.put("dc:publisher", openData.publisher(settings));
        table.put("dc:license", Map.of("@id", openData.licence()));
        table.put("dc:issued", Map.of("@value", edition.takenAt().toString(), "@type", "xsd:dateTime"));
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("encoding", "utf-8");
        dialect.put("lineTerminators", List.of("\r\n"));
        dialect.put("header", true);
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        table.put("dialect", dialect);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("columns", DumpColumn.ALL.stream().map(CsvwMetadata::column).toList());
        schema.put("primaryKey", "number");
        schema.put("aboutUrl", settings.publicUrl() + "/stocktaking/{number}");
        table.put("tableSchema", schema);
        List<Object> notes = new ArrayList<>();
        notes.add(
                note("A cell that a spreadsheet would take for a formula begins with an apostrophe that is not part of"
                        + " the text."));
        notes.add(note("The texts of a row are in the language that its column language names."));
        table.put("notes", notes);
        return table;
    }

    private static Map<String, Object> note(String text) {
        return Map.of("dc:description", text);
    }

    private static Map<String, Object> column(DumpColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", List.of(column.name()));
        described.put("dc:description", column.meaning());
        described.put(
                "datatype",
                switch (column.kind()) {
                    case NUMBER -> "integer";
                    case YES_NO -> Map.of("base", "boolean", "format", "true|false");
                    case MOMENT -> "dateTimeStamp";
                    case ADDRESS -> "anyURI";
                    case OBJECTS -> "json";
                    case DATE -> Map.of("base", "string", "format", "\\d{4}(-\\d{2}(-\\d{2})?)?");
                    default -> "string";
                });
        switch (column.kind()) {
            case CODES -> described.put("separator", CsvDump.CODES);
            case LINES -> described.put("separator", CsvDump.LINES);
            default -> {}
        }
        if (column.name().equals("number")
                || column.name().equals("url")
                || column.name().equals("state")
                || column.name().equals("collection")) described.put("required", true);
        if (!column.vocabulary().isEmpty())
            described.put("dc:references", Map.of("@id", "/vocabularies/" + column.vocabulary()));
        return described;
    }
}
