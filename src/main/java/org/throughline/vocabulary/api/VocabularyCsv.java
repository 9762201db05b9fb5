package org.throughline.vocabulary.api;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.throughline.platform.Languages;
import org.throughline.vocabulary.Term;

/// A vocabulary as a table: code, parent, a column for each language, a column for each attribute that any term
/// has.
final class VocabularyCsv {

    private VocabularyCsv() {}

    static String of(List<Term> terms) {
        var attributes = new TreeSet<String>();
        terms.forEach(term -> attributes.addAll(term.attributes().keySet()));
        var out = new StringWriter();
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(header(attributes));
            for (var term : terms) csv.printRecord(row(term, attributes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> header(Iterable<String> attributes) {
        var header = new ArrayList<>(List.of("code", "parent"));
        for (var language : Languages.ALL) header.add("name_" + language);
        attributes.forEach(header::add);
        return header;
    }

    private static List<String> row(Term term, Iterable<String> attributes) {
        var row = new ArrayList<String>();
        row.add(term.code());
        row.add(Objects.requireNonNullElse(term.parent(), ""));
        for (var language : Languages.ALL) row.add(term.names().in(language).orElse(""));
        for (var attribute : attributes) row.add(term.attribute(attribute).orElse(""));
        return row;
    }
}
