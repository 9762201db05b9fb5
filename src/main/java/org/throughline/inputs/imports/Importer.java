package org.throughline.inputs.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
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
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Progress;
import org.throughline.tables.Reason;
import org.throughline.tables.RefusedRows;
import org.throughline.tables.Repair;
import org.throughline.tables.Row;
import org.throughline.tables.RowRefused;
import org.throughline.tables.SourceFile;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.StakeholderTypeMatcher;
import org.throughline.vocabulary.TermMatcher;

/// Brings the rows of a file in as inputs of a call. An input is taken in whole or not at all; what is not taken in
/// is written to a file with the reason; repeating an import takes in only what is missing.
@Service
class Importer {

    // One commit and one wait for the ledger serve a whole batch; two of them are in memory at a time.
    private static final int BATCH = 200;
    private static final long BATCH_CHARACTERS = 4_000_000;
    private static final int FIRSTS = 5;
    private static final String SEPARATOR = " / ";

    private final Calls calls;
    private final Inputs inputs;
    private final CountryMatcher countries;
    private final StakeholderTypeMatcher types;
    private final TermMatcher terms;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Importer(
            Calls calls,
            Inputs inputs,
            CountryMatcher countries,
            StakeholderTypeMatcher types,
            TermMatcher terms,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.calls = calls;
        this.inputs = inputs;
        this.countries = countries;
        this.types = types;
        this.terms = terms;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param mapping absent when the columns speak for themselves
    /// @param refused where the refused rows go; closed at the end
    /// @param dryRun true to check everything and take nothing in
    ImportResult run(
            String slug,
            Path file,
            @Nullable Mapping mapping,
            RefusedRows refused,
            boolean dryRun,
            Actor actor,
            Progress progress) {
        Window window = calls.window(slug).orElseThrow(() -> new ImportFailed("imports.file.no-call", slug));
        if (window.questionnaire() == 0) throw new ImportFailed("imports.file.no-questionnaire", slug);
        SourceFile source = SourceFile.open(file, mapping == null ? "" : mapping.encoding());
        Questionnaire questionnaire = calls.questionnaire(window.call(), window.questionnaire());
        Overview overview = Overview.of(source, mapping == null ? null : mapping.group());
        refused.columns(overview.columns());
        if (mapping != null) MappingCheck.against(mapping, overview.columns(), questionnaire);
        Mapping used = mapping == null || mapping.leavesColumnsToTheirNames()
                ? AutoMapping.of(questionnaire, overview.columns()).with(mapping)
                : mapping;
        var reader = new RowReader(used, questionnaire, countries, types, terms);
        try (refused;
                var storing = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("import").factory())) {
            var run = new Run(
                    window,
                    used,
                    reader,
                    refused,
                    dryRun,
                    actor,
                    storing,
                    done -> progress.at(done, overview.rows(), refused.rows()));
            if (used.group() == null) source.each(run::take);
            else grouped(source, used.group(), overview.last(), run);
            run.end();
            progress.at(overview.rows(), overview.rows(), refused.rows());
            if (!dryRun) remember(slug, used, run, actor);
            return new ImportResult(
                    overview.rows(),
                    run.taken,
                    run.already,
                    run.refusedInputs,
                    refused.rows(),
                    run.repairs[0],
                    run.unclear,
                    reader.ifUnclear(),
                    source.encoding(),
                    source.encodingIsGuessed(),
                    new Preview(Preview.columns(used, overview.columns()), run.firsts));
        }
    }

    private void remember(String slug, Mapping mapping, Run run, Actor actor) {
        transaction.executeWithoutResult(status -> audit.record(
                actor,
                "inputs-imported",
                "calls/" + slug,
                Map.of(
                        "inputs",
                        run.taken,
                        "already",
                        run.already,
                        "refused",
                        run.refusedInputs,
                        "consentBasis",
                        mapping.consentBasis())));
    }

    /// What a first look at the file shows: how much there is, how its columns are called, and with which row each
    /// group ends.
    private record Overview(long rows, Set<String> columns, Map<String, Long> last) {

        static Overview of(SourceFile source, Mapping.@Nullable Group group) {
            long[] rows = {0};
            Row[] unreadable = {null};
            boolean[] any = {false};
            Map<String, Long> last = new HashMap<>();
            source.each(row -> {
                rows[0]++;
                if (row.isReadable()) any[0] = true;
                else if (unreadable[0] == null) unreadable[0] = row;
                if (group != null && row.isReadable()) last.put(keyOf(group, row.repaired(new long[1])), row.number());
            });
            if (rows[0] == 0) throw new ImportFailed("imports.file.no-rows");
            if (!any[0]) throw new ImportFailed("imports.file.no-readable-row", unreadable[0].number());
            Set<String> columns = new LinkedHashSet<>();
            source.columns().forEach(column -> columns.add(Repair.of(column)));
            return new Overview(rows[0], columns, last);
        }
    }

    private static String keyOf(Mapping.Group group, Row row) {
        return row.joined(group.by(), SEPARATOR);
    }

    // The rows of one input need not stand together, so they are held until its last one, and inputs keep the order
    // of their first rows.
    private static void grouped(SourceFile source, Mapping.Group group, Map<String, Long> last, Run run) {
        Map<String, List<Row>> open = new LinkedHashMap<>();
        source.each(raw -> {
            if (!raw.isReadable()) {
                run.take(raw);
                return;
            }
            Row row = raw.repaired(run.repairs);
            open.computeIfAbsent(keyOf(group, row), key -> new ArrayList<>()).add(row);
            var eldest = open.entrySet().iterator();
            while (eldest.hasNext()) {
                var next = eldest.next();
                if (last.get(next.getKey()) > row.number()) return;
                run.take(next.getValue());
                eldest.remove();
            }
        });
    }

    /// One import while it runs.
    private final class Run {

        private final Window window;
        private final Mapping mapping;
        private final RowReader reader;
        private final RefusedRows refused;
        private final boolean dryRun;
        private final Actor actor;
        private final ExecutorService storing;
        private final List<Preview.First> firsts = new ArrayList<>();
        private final List<Gathered> gathered = new ArrayList<>();
        private long characters;
        private Future<Stored> before = CompletableFuture.completedFuture(new Stored(0, 0, 0));
        private final LongConsumer progress;
        private final Map<String, Integer> seen = new HashMap<>();
        private final long[] repairs = {0};
        private long done;
        private long taken;
        private long already;
        private long refusedInputs;
        private long unclear;

        Run(
                Window window,
                Mapping mapping,
                RowReader reader,
                RefusedRows refused,
                boolean dryRun,
                Actor actor,
                ExecutorService storing,
                LongConsumer progress) {
            this.window = window;
            this.mapping = mapping;
            this.reader = reader;
            this.refused = refused;
            this.dryRun = dryRun;
            this.actor = actor;
            this.storing = storing;
            this.progress = progress;
        }

        void take(Row raw) {
            if (raw.isReadable()) take(List.of(raw.repaired(repairs)));
            else gather(new Gathered("", List.of(raw.repaired(repairs)), raw.problems()));
        }

        void take(List<Row> rows) {
            try {
                gather(new Gathered(keyOf(rows.getFirst()), rows, List.of()));
            } catch (RowRefused e) {
                gather(new Gathered("", rows, List.of(e.reason())));
            }
        }

        private void gather(Gathered one) {
            gathered.add(one);
            for (Row row : one.rows()) characters += row.characters();
            if (gathered.size() >= BATCH || characters >= BATCH_CHARACTERS) flush();
        }

        private @Nullable BroughtIn read(Gathered one) {
            try {
                NewInput input = reader.read(one.rows());
                var reception = new Reception(
                        Reception.Origin.IMPORT,
                        null,
                        one.key(),
                        null,
                        reader.receivedAt(one.rows().getFirst()),
                        Languages.DEFAULT);
                var checked = inputs.checkBroughtIn(window, input, mapping.wordLimits());
                if (reader.wasUnclear()) unclear++;
                if (firsts.size() < FIRSTS)
                    firsts.add(Preview.First.of(one.rows().getFirst().number(), checked));
                return new BroughtIn(checked, reception);
            } catch (RowRefused e) {
                refuse(one.rows(), List.of(e.reason()));
            } catch (InputRefused e) {
                refuse(one.rows(), reasons(e));
            }
            return null;
        }

        // Without a key a row is known by its content; the same content a second time is a second input.
        private String keyOf(Row row) {
            List<String> columns = mapping.group() != null ? mapping.group().by() : mapping.key();
            if (columns.isEmpty()) {
                String hash = Hash.sha256(row.cells().toString().getBytes(StandardCharsets.UTF_8))
                        .hex();
                int times = seen.merge(hash, 1, Integer::sum);
                return times == 1 ? hash : hash + "#" + times;
            }
            String key = row.joined(columns, SEPARATOR);
            if (key.isBlank()) throw new RowRefused("imports.row.no-key");
            if (seen.merge(key, 1, Integer::sum) > 1) throw new RowRefused("imports.row.same-key");
            return key;
        }

        private void refuse(List<Row> rows, List<Reason> reasons) {
            refusedInputs++;
            done += rows.size();
            rows.forEach(row -> refused.add(row, reasons));
            progress.accept(done);
        }

        private static List<Reason> reasons(InputRefused refusal) {
            return refusal.violations().stream()
                    .map(violation -> new Reason(violation.field(), violation.messageKey(), violation.arguments()))
                    .toList();
        }

        // While one batch is stored, the next one is read and checked.
        private void flush() {
            Set<String> known = inputs.alreadyImported(
                    window.call(), gathered.stream().map(Gathered::key).toList());
            List<BroughtIn> fresh = new ArrayList<>();
            int rows = 0;
            for (Gathered one : gathered) {
                if (!one.problems().isEmpty()) {
                    refuse(one.rows(), one.problems());
                    continue;
                }
                boolean before = known.contains(one.key());
                BroughtIn input = before ? null : read(one);
                if (input != null) fresh.add(input);
                if (input != null || before) rows += one.rows().size();
            }
            settle();
            var batch = new Stored(fresh.size(), known.size(), rows);
            before = storing.submit(() -> {
                if (!dryRun) inputs.submitAll(window, fresh, actor);
                return batch;
            });
            gathered.clear();
            characters = 0;
        }

        void end() {
            flush();
            settle();
        }

        private void settle() {
            try {
                Stored stored = before.get();
                taken += stored.taken();
                already += stored.already();
                done += stored.rows();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            before = CompletableFuture.completedFuture(new Stored(0, 0, 0));
            progress.accept(done);
        }
    }

    /// The rows of one input and what names it for ever, or why they cannot be one.
    private record Gathered(String key, List<Row> rows, List<Reason> problems) {}

    /// What became of one batch.
    private record Stored(int taken, int already, int rows) {}
}
