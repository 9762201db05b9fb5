package org.throughline.inputs.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.calls.Calls.Window;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.InputRefused;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Inputs.BroughtIn;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Reception;
import org.throughline.ledger.Hash;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.StakeholderTypeMatcher;
import org.throughline.vocabulary.TermMatcher;

/// Brings the rows of a file in as inputs of a call. An input is taken in whole or not at all; what is not taken in is
/// written to a file with the reason; repeating an import takes in only what is missing.
@Service
class Importer {

    private static final int BATCH = 50;
    private static final String SEPARATOR = " / ";

    private final Calls calls;
    private final Inputs inputs;
    private final CountryMatcher countries;
    private final StakeholderTypeMatcher types;
    private final TermMatcher terms;
    private final Messages messages;

    Importer(
            Calls calls,
            Inputs inputs,
            CountryMatcher countries,
            StakeholderTypeMatcher types,
            TermMatcher terms,
            Messages messages) {
        this.calls = calls;
        this.inputs = inputs;
        this.countries = countries;
        this.types = types;
        this.terms = terms;
        this.messages = messages;
    }

    /// @param mapping absent when the columns speak for themselves
    /// @param refused where the refused rows go
    /// @param dryRun true to check everything and take nothing in
    ImportResult run(String slug, Path file, @Nullable Mapping mapping, Path refused, boolean dryRun, Actor actor, Progress progress) {
        Window window = calls.window(slug).orElseThrow(() -> new ImportFailed("There is no call \"" + slug + "\"."));
        if (window.questionnaire() == 0) throw new ImportFailed("The call \"" + slug + "\" has no published questionnaire yet.");
        SourceFile source = SourceFile.open(file);
        Questionnaire questionnaire = calls.questionnaire(window.call(), window.questionnaire());
        Overview overview = Overview.of(source);
        Mapping used = mapping != null ? mapping : AutoMapping.of(questionnaire, overview.columns());
        var reader = new RowReader(used, questionnaire, countries, types, terms);
        try (var refusedFile = fresh(refused)) {
            var run = new Run(window, used, reader, refusedFile, dryRun, actor, done -> progress.at(done, overview.rows(), refusedFile.rows()));
            if (used.group() == null) source.each(run::take);
            else grouped(source, used.group(), run).forEach(run::take);
            run.flush();
            progress.at(overview.rows(), overview.rows(), refusedFile.rows());
            return new ImportResult(
                    overview.rows(), run.taken, run.already, run.refusedInputs, refusedFile.rows(), run.repairs[0], source.encoding(),
                    refusedFile.path());
        }
    }

    /// What a first look at the file shows: how much there is, and how its columns are called.
    private record Overview(long rows, Set<String> columns) {

        static Overview of(SourceFile source) {
            long[] rows = {0};
            Row[] first = new Row[2];
            source.each(row -> {
                rows[0]++;
                if (row.problem().isEmpty() && first[0] == null) first[0] = row;
                if (!row.problem().isEmpty() && first[1] == null) first[1] = row;
            });
            if (rows[0] == 0) throw new ImportFailed("The file has no rows below its header.");
            if (first[0] == null)
                throw new ImportFailed("No row of the file can be read. Row " + first[1].number() + ": " + first[1].problem());
            return new Overview(rows[0], first[0].repaired(new long[1]).cells().keySet());
        }
    }

    // The rows of one input need not stand together, so all are held until the end of the file.
    private static Iterable<List<Row>> grouped(SourceFile source, Mapping.Group group, Run run) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        source.each(raw -> {
            if (!raw.problem().isEmpty()) {
                run.take(raw);
                return;
            }
            Row row = raw.repaired(run.repairs);
            groups.computeIfAbsent(row.joined(group.by(), SEPARATOR), key -> new ArrayList<>()).add(row);
        });
        return groups.values();
    }

    private static RefusedFile fresh(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RefusedFile(path);
    }

    /// One import while it runs.
    private final class Run {

        private final Window window;
        private final Mapping mapping;
        private final RowReader reader;
        private final RefusedFile refused;
        private final boolean dryRun;
        private final Actor actor;
        private final List<BroughtIn> batch = new ArrayList<>();
        private final List<List<Row>> batchRows = new ArrayList<>();
        private final LongConsumer progress;
        private final Map<String, Integer> seen = new HashMap<>();
        private final long[] repairs = {0};
        private long done;
        private long taken;
        private long already;
        private long refusedInputs;

        Run(Window window, Mapping mapping, RowReader reader, RefusedFile refused, boolean dryRun, Actor actor, LongConsumer progress) {
            this.window = window;
            this.mapping = mapping;
            this.reader = reader;
            this.refused = refused;
            this.dryRun = dryRun;
            this.actor = actor;
            this.progress = progress;
        }

        void take(Row raw) {
            if (raw.problem().isEmpty()) take(List.of(raw.repaired(repairs)));
            else refuse(List.of(raw), raw.problem());
        }

        void take(List<Row> rows) {
            try {
                batch.add(read(rows));
                batchRows.add(rows);
                if (batch.size() >= BATCH) flush();
            } catch (Refused e) {
                refuse(rows, e.getMessage());
            } catch (InputRefused e) {
                refuse(rows, words(e));
            }
        }

        private BroughtIn read(List<Row> rows) {
            NewInput input = reader.read(rows);
            var reception = new Reception(
                    Reception.Origin.IMPORT, null, keyOf(rows.getFirst()), null, reader.receivedAt(rows.getFirst()), Languages.DEFAULT);
            return new BroughtIn(inputs.checkBroughtIn(window, input, mapping.wordLimits()), reception);
        }

        // Without a key a row is known by its content; the same content a second time is a second input.
        private String keyOf(Row row) {
            List<String> columns = mapping.group() != null ? mapping.group().by() : mapping.key();
            if (columns.isEmpty()) {
                String hash = Hash.sha256(row.cells().toString().getBytes(StandardCharsets.UTF_8)).hex();
                int times = seen.merge(hash, 1, Integer::sum);
                return times == 1 ? hash : hash + "#" + times;
            }
            String key = row.joined(columns, SEPARATOR);
            if (key.isBlank()) throw new Refused("The row has no key.");
            if (seen.merge(key, 1, Integer::sum) > 1) throw new Refused("Another row of the file has the same key.");
            return key;
        }

        private void refuse(List<Row> rows, String reason) {
            refusedInputs++;
            done += rows.size();
            rows.forEach(row -> refused.add(row, reason));
            progress.accept(done);
        }

        private String words(InputRefused refusal) {
            Messages.Texts english = messages.in(Languages.DEFAULT);
            return refusal.violations().stream()
                    .map(violation -> violation.field() + ": " + violation.words(english))
                    .collect(Collectors.joining(" "));
        }

        void flush() {
            Set<String> known = inputs.alreadyImported(
                    window.call(), batch.stream().map(one -> String.valueOf(one.reception().importKey())).toList());
            List<BroughtIn> fresh =
                    batch.stream().filter(one -> !known.contains(one.reception().importKey())).toList();
            if (!dryRun && !fresh.isEmpty()) inputs.submitAll(window, fresh, actor);
            taken += fresh.size();
            already += batch.size() - fresh.size();
            done += batchRows.stream().mapToInt(List::size).sum();
            batch.clear();
            batchRows.clear();
            progress.accept(done);
        }
    }
}
