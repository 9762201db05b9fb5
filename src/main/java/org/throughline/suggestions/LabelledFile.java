package org.throughline.suggestions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.throughline.platform.Languages;
import org.throughline.platform.command.WrongUse;
import org.throughline.vocabulary.LanguageDetector;

/// Reads labelled texts from a CSV file with a header. A file with a column for each of the six languages has six
/// texts in a row.
final class LabelledFile {

    private static final List<String> TEXTS =
            List.of("text", "text_en", "title", "project", "description", "description_start");
    private static final List<String> LABELS = List.of("sdg", "goal", "action_line", "gdc", "label", "code");
    private static final Pattern FIELD = Pattern.compile("(?i)c7[\\s-]*e-?(\\p{L}{3}).*");

    /// @param texts columns that are joined to the text; those that usually hold texts, where none are named
    /// @param label the column with the codes, or nothing to find it
    /// @param language a language, or a column with languages, or nothing to find out
    record Columns(List<String> texts, String label, String language) {}

    private LabelledFile() {}

    static List<Labelled> read(Path file, Columns asked, List<String> codes) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = Files.newBufferedReader(file);
                var csv = format.parse(in)) {
            List<String> header = csv.getHeaderNames();
            List<String> texts = asked.texts().isEmpty() ? TEXTS : asked.texts();
            boolean six = asked.texts().isEmpty() && header.containsAll(Languages.ALL);
            List<String> textColumns = six
                    ? Languages.ALL
                    : texts.stream().filter(header::contains).toList();
            String label = asked.label().isEmpty()
                    ? LABELS.stream().filter(header::contains).findFirst().orElse("")
                    : asked.label();
            if (textColumns.isEmpty() || !header.contains(label))
                throw new WrongUse("Name the columns of " + file + " with --text and --label. It has: "
                        + String.join(", ", header));
            var labelled = new ArrayList<Labelled>();
            for (CSVRecord row : csv) {
                if (six) {
                    for (var language : Languages.ALL)
                        labelled.add(new Labelled(row.get(language), language, codes(row.get(label), codes)));
                    continue;
                }
                String text = textColumns.stream().map(row::get).collect(Collectors.joining(". "));
                if (!text.isBlank())
                    labelled.add(new Labelled(text, language(row, asked), codes(row.get(label), codes)));
            }
            return labelled;
        } catch (IOException e) {
            throw new WrongUse("The file cannot be read: " + file);
        }
    }

    private static String language(CSVRecord row, Columns asked) {
        if (asked.language().isEmpty()) return LanguageDetector.UNKNOWN;
        return row.isMapped(asked.language()) ? row.get(asked.language()) : asked.language();
    }

    private static List<String> codes(String cell, List<String> known) {
        var found =
                Arrays.stream(cell.split("[;,]")).map(one -> code(one.strip())).toList();
        for (var code : found) if (!known.contains(code)) throw new WrongUse("Not a code of this vocabulary: " + code);
        return found;
    }

    /// “C7 e-government” is how lists of prizes write C7-EGOV.
    private static String code(String said) {
        Matcher field = FIELD.matcher(said);
        return field.matches() ? "C7-E" + field.group(1).toUpperCase(Locale.ROOT) : said.toUpperCase(Locale.ROOT);
    }
}
