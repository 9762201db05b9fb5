package org.throughline.suggestions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.throughline.platform.Json;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.WrongUse;
import org.throughline.suggestions.Figures.How;
import org.throughline.suggestions.LabelledFile.Columns;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.core.type.TypeReference;

/// `evaluate-suggestions` measures the suggestions on labelled texts, and `learn-suggestions` makes the files of
/// learnt weights that come with the program. Both need no data folder.
public final class SuggestionCommands {

    private final String vocabulary;
    private final List<String> codes;
    private final Lexicon lexicon = Lexicon.shipped();
    private final FeatureReader reader = FeatureReader.of(lexicon);
    private final List<Labelled> texts = new ArrayList<>();
    private final List<Labelled> beside = new ArrayList<>();
    private final Arguments arguments;

    private SuggestionCommands(Arguments arguments) {
        this.arguments = arguments;
        this.vocabulary = arguments.required("vocabulary");
        this.codes = codes(vocabulary);
        if (arguments.rest().isEmpty()) throw new WrongUse("FILE is missing: a CSV file of labelled texts.");
        var columns = new Columns(
                arguments
                        .option("text")
                        .map(names -> Arrays.asList(names.split(",")))
                        .orElse(List.of()),
                arguments.option("label").orElse(""),
                arguments.option("language").orElse(""));
        for (var file : arguments.rest()) texts.addAll(LabelledFile.read(Path.of(file), columns, codes));
        var usual = new Columns(List.of(), "", "");
        arguments
                .option("beside")
                .ifPresent(files -> Arrays.stream(files.split(","))
                        .forEach(file -> beside.addAll(LabelledFile.read(Path.of(file), usual, codes))));
    }

    /// With `--folds`, learns anew for each fold from the others, and from the files named `--beside`; with those
    /// alone, learns from them only; otherwise asks the program as it is shipped.
    /// `--write` puts the figures into a file beside those of other data.
    public static int evaluate(Arguments arguments, PrintStream out) {
        return new SuggestionCommands(arguments).evaluate(out);
    }

    /// Writes what the files teach into `--write`.
    public static int learn(Arguments arguments, PrintStream out) {
        return new SuggestionCommands(arguments).learnt(out);
    }

    private int evaluate(PrintStream out) {
        int folds = arguments.number("folds", 2, 50).orElse(0);
        var school = new School(reader, Model.ofTerms(vocabulary, codes, lexicon));
        How how = folds > 0 ? How.CROSS_VALIDATED : beside.isEmpty() ? How.AS_SHIPPED : How.LEARNT_ELSEWHERE;
        var judged = switch (how) {
            case AS_SHIPPED -> school.judge(ModelFile.shipped(vocabulary, codes, lexicon), texts);
            case CROSS_VALIDATED -> school.crossValidate(texts, beside, folds);
            case LEARNT_ELSEWHERE -> school.judge(school.teach(beside), texts);
        };
        String data = arguments.option("name").orElse(String.join(", ", arguments.rest()));
        Figures figures = Figures.of(vocabulary, codes, data, how, folds, LocalDate.now(ZoneOffset.UTC), judged);
        print(figures, out);
        arguments.option("write").ifPresent(file -> keep(Path.of(file), figures));
        return 0;
    }

    private int learnt(PrintStream out) {
        Model terms = Model.ofTerms(vocabulary, codes, lexicon);
        Model model = new School(reader, terms).teach(texts, beside);
        List<String> comments = List.of(
                "What the suggestions for the vocabulary " + vocabulary + " learnt: statistics of stems, no texts.",
                "Learnt from " + (texts.size() + beside.size()) + " texts: "
                        + arguments.option("name").orElse("no name given"),
                "Made by ./throughline learn-suggestions; not to be edited, made again after a change of the term lists.");
        try {
            ModelFile.write(Path.of(arguments.required("write")), comments, model, terms);
        } catch (IOException e) {
            throw new WrongUse("The file cannot be written: " + arguments.required("write"));
        }
        out.println("Learnt from " + (texts.size() + beside.size()) + " texts.");
        return 0;
    }

    static List<String> codes(String vocabulary) {
        if (!Suggestions.VOCABULARIES.contains(vocabulary))
            throw new WrongUse("The vocabulary is one of: " + String.join(", ", Suggestions.VOCABULARIES));
        return Vocabulary.shipped().leaves(vocabulary).stream().map(Term::code).toList();
    }

    private static void print(Figures figures, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d texts: first right %.1f %% (any label of the same text: %.1f %%), right among three %.1f %%%n",
                figures.texts(),
                100 * figures.first(),
                100 * figures.anyLabel(),
                100 * figures.three());
        for (var code : figures.codes())
            out.printf(
                    Locale.ROOT,
                    "  %-8s %4d texts  precision %.3f  recall %.3f  F1 %.3f  among three %.3f%n",
                    code.code(),
                    code.texts(),
                    code.precision(),
                    code.recall(),
                    code.f1(),
                    code.inThree());
    }

    private static void keep(Path file, Figures figures) {
        try {
            List<Figures> all = Files.exists(file)
                    ? new ArrayList<>(Json.read(Files.readString(file), new TypeReference<List<Figures>>() {}))
                    : new ArrayList<>();
            all.removeIf(one -> one.vocabulary().equals(figures.vocabulary())
                    && one.data().equals(figures.data())
                    && one.how() == figures.how());
            all.add(figures);
            Files.writeString(file, Json.write(all) + "\n");
        } catch (IOException e) {
            throw new WrongUse("The file cannot be written: " + file);
        }
    }
}
