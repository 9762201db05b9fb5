package org.throughline.suggestions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.vocabulary.Vocabulary;

/// The term lists as they come with the program: files of lines
///
///     EAGR=3 S2=2 | farmer; smallholder | مزارع | 农民 | agriculteur; paysan | фермер* | agricultor
///
/// with the codes a concept speaks for (`C1` to `C11`, the letters of C7's eight fields, `S` for a goal, `G` for an
/// objective of the Compact; weight 2 where none is given) and its terms in English, Arabic, Chinese, French, Russian
/// and Spanish. Written from the Geneva Plan of Action (WSIS-03/GENEVA/DOC/5), the goals and targets of A/RES/70/1
/// and the objectives of A/RES/79/1, annex I; the same file serves every vocabulary.
final class Lexicon {

    static final List<String> COLUMNS = List.of("en", "ar", "zh", "fr", "ru", "es");

    private static final List<String> FILES = List.of(
            "applications.txt",
            "society.txt",
            "infrastructure.txt",
            "goals-people.txt",
            "goals-planet.txt",
            "digital.txt");
    private static final double USUAL = 2;
    private static final Map<String, String> FIELDS = fields();

    private final List<Concept> concepts;

    /// Which concept a term belongs to, by language and by the term as texts are compared with it.
    private final Map<String, Map<String, String>> owners = new HashMap<>();

    private Lexicon(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        for (var language : COLUMNS) {
            var terms = new HashMap<String, String>();
            for (var concept : concepts)
                for (var term : concept.terms().get(language))
                    terms.putIfAbsent(Terms.compared(language, term), concept.key());
            owners.put(language, terms);
        }
    }

    static Lexicon shipped() {
        var concepts = new LinkedHashMap<String, Concept>();
        for (var file : FILES) read(file, concepts);
        return new Lexicon(List.copyOf(concepts.values()));
    }

    List<Concept> concepts() {
        return concepts;
    }

    @Nullable
    String conceptOf(String language, String term) {
        return owners.getOrDefault(language, Map.of()).get(Terms.compared(language, term));
    }

    private static void read(String file, Map<String, Concept> concepts) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/suggestions/" + file)) {
            if (in == null) throw new IllegalStateException("No term list " + file);
            int number = 0;
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) continue;
                Concept concept = concept(line, file + ":" + number);
                if (concepts.put(concept.key(), concept) != null)
                    throw new IllegalStateException("Twice in the term lists: " + concept.key() + ", " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Concept concept(String line, String place) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != COLUMNS.size() + 1)
            throw new IllegalStateException("Seven columns expected at " + place + ": " + line);
        var terms = new HashMap<String, List<String>>();
        for (int i = 0; i < COLUMNS.size(); i++) terms.put(COLUMNS.get(i), terms(parts[i + 1]));
        List<String> english = terms.get("en");
        if (english.isEmpty()) throw new IllegalStateException("No English term at " + place);
        return new Concept(english.getFirst().replace("*", ""), terms, weights(parts[0], place));
    }

    private static List<String> terms(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static Map<String, Map<String, Double>> weights(String cell, String place) {
        var weights = new HashMap<String, Map<String, Double>>();
        for (var word : cell.strip().split("\\s+")) {
            String[] pair = word.split("=");
            double weight = pair.length == 1 ? USUAL : Double.parseDouble(pair[1]);
            String known = FIELDS.get(pair[0]);
            if (known == null) throw new IllegalStateException("No such code at " + place + ": " + word);
            int slash = known.indexOf('/');
            weights.computeIfAbsent(known.substring(0, slash), key -> new LinkedHashMap<>())
                    .put(known.substring(slash + 1), weight);
        }
        return weights;
    }

    private static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (var line : new ArrayList<>(List.of("1", "2", "3", "4", "5", "6", "8", "9", "10", "11")))
            fields.put("C" + line, Vocabulary.ACTION_LINES + "/C" + line);
        for (var field : List.of("EGOV", "EBUS", "ELEA", "EHEA", "EEMP", "EENV", "EAGR", "ESCI"))
            fields.put(field, Vocabulary.ACTION_LINES + "/C7-" + field);
        for (int goal = 1; goal <= 17; goal++) fields.put("S" + goal, Vocabulary.SDGS + "/" + goal);
        for (int objective = 1; objective <= 5; objective++)
            fields.put("G" + objective, Vocabulary.GDC + "/" + objective);
        return Collections.unmodifiableMap(fields);
    }
}
