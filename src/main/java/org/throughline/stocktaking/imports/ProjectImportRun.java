package org.throughline.stocktaking.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.throughline.audit.Actor;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ImportIntake;
import org.throughline.stocktaking.ImportIntake.Known;
import org.throughline.stocktaking.ImportIntake.Line;
import org.throughline.stocktaking.ImportIntake.Renewal;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Violation;
import org.throughline.tables.Reason;
import org.throughline.tables.RefusedRows;
import org.throughline.tables.Row;
import org.throughline.tables.RowRefused;

/// One import of projects while it runs. Not safe for several threads; what is stored is stored by another one, while
/// the next batch is read and checked.
final class ProjectImportRun {

    // One commit serves a whole batch, and one of the search index; two of them are in memory at a time.
    private static final int BATCH = 1_000;
    private static final long BATCH_CHARACTERS = 4_000_000;
    private static final int FIRSTS = 5;
    private static final String SEPARATOR = " / ";
    private static final int LONGEST_KEY = 1000;
    private static final String ASIDE = "translations";

    private final ProjectImporter.Order order;
    private final ProjectMapping mapping;
    private final ProjectReader reader;
    private final Function<NewProject, List<Violation>> check;
    private final ImportIntake intake;
    private final RefusedRows refused;
    private final boolean publish;
    private final Actor actor;
    private final ExecutorService storing;
    private final LongConsumer progress;
    private final List<ProjectPreview.First> firsts = new ArrayList<>();
    private final List<Gathered> gathered = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final long[] repairs = {0};
    private final boolean activities;
    private Future<Stored> before = CompletableFuture.completedFuture(Stored.NOTHING);
    private long characters;
    private long done;
    private long taken;
    private long changed;
    private long already;
    private long unclear;

    ProjectImportRun(
            ProjectImporter.Order order,
            ProjectMapping mapping,
            ProjectReader reader,
            Function<NewProject, List<Violation>> check,
            ImportIntake intake,
            RefusedRows refused,
            boolean publish,
            Actor actor,
            ExecutorService storing,
            LongConsumer progress) {
        this.order = order;
        this.mapping = mapping;
        this.reader = reader;
        this.check = check;
        this.intake = intake;
        this.refused = refused;
        this.publish = publish;
        this.actor = actor;
        this.storing = storing;
        this.progress = progress;
        this.activities = IatiFile.is(order.file());
    }

    /// A row and what names it for ever, or why it cannot be one.
    private record Gathered(String key, Row row, List<Reason> problems) {}

    /// What became of one batch.
    ///
    /// @param late those that somebody changed in the moment they were stored
    private record Stored(int taken, int changed, int rows, List<Row> late) {
        static final Stored NOTHING = new Stored(0, 0, 0, List.of());
    }

    void take(Row raw) {
        Row row = raw.repaired(repairs);
        try {
            gathered.add(
                    raw.isReadable()
                            ? new Gathered(keyOf(row), row, List.of())
                            : new Gathered("", row, row.problems()));
        } catch (RowRefused e) {
            gathered.add(new Gathered("", row, List.of(e.reason())));
        }
        characters += row.characters();
        if (gathered.size() >= BATCH || characters >= BATCH_CHARACTERS) flush();
    }

    // Without a key a row is known by its content; the same content a second time is a second project.
    private String keyOf(Row row) {
        String source = mapping.source().isEmpty() ? "" : mapping.source() + "/";
        if (mapping.key().isEmpty()) {
            String hash = Hash.sha256(row.cells().toString().getBytes(StandardCharsets.UTF_8))
                    .hex();
            int times = seen.merge(hash, 1, Integer::sum);
            return source + (times == 1 ? hash : hash + "#" + times);
        }
        String key = row.joined(mapping.key(), SEPARATOR);
        if (key.isBlank()) throw new RowRefused("imports.row.no-key");
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0)
            throw new RowRefused("stocktaking.imports.row.key-too-long", LONGEST_KEY);
        if (seen.merge(key, 1, Integer::sum) > 1) throw new RowRefused("imports.row.same-key");
        return source + key;
    }

    private void flush() {
        Map<String, Known> known = intake.known(
                order.collection(), gathered.stream().map(Gathered::key).toList());
        List<Line> fresh = new ArrayList<>();
        List<Renewal> renewed = new ArrayList<>();
        int rows = 0;
        for (Gathered one : gathered) {
            Line line = read(one);
            if (line == null) continue;
            Known there = known.get(one.key());
            if (there == null) fresh.add(line);
            else if (Arrays.equals(there.fingerprint(), line.fingerprint()) && !there.gone()) already++;
            else if (there.gone()) {
                refuse(one.row(), List.of(Reason.of("stocktaking.imports.row.gone", Long.toString(there.number()))));
                continue;
            } else if (there.touched()) {
                refuse(one.row(), List.of(Reason.of("stocktaking.imports.row.touched", Long.toString(there.number()))));
                continue;
            } else renewed.add(new Renewal(there, line));
            rows++;
        }
        settle();
        int all = rows;
        Map<Long, Row> byNumber = new HashMap<>();
        if (!renewed.isEmpty()) gathered.forEach(one -> byNumber.put(one.row().number(), one.row()));
        before = storing.submit(() -> {
            if (order.dryRun()) return new Stored(fresh.size(), renewed.size(), all, List.of());
            List<Row> late = intake.store(order.job(), order.collection(), fresh, renewed, publish, actor).stream()
                    .map(one -> byNumber.get(one.line().row()))
                    .toList();
            return new Stored(fresh.size(), renewed.size() - late.size(), all - late.size(), late);
        });
        gathered.clear();
        characters = 0;
    }

    private @Nullable Line read(Gathered one) {
        if (!one.problems().isEmpty()) {
            refuse(one.row(), one.problems());
            return null;
        }
        ProjectReader.Read read = reader.read(one.row());
        List<Reason> problems = new ArrayList<>(read.problems());
        check.apply(read.project()).stream()
                .filter(violation -> counts(violation, problems))
                .map(violation -> new Reason(violation.field(), violation.messageKey(), violation.arguments()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            refuse(one.row(), problems);
            return null;
        }
        if (read.unclear()) unclear++;
        if (firsts.size() < FIRSTS) firsts.add(ProjectPreview.First.of(one.row().number(), read.project()));
        var reception = new Reception(
                Reception.Origin.IMPORT, actor.person(), null, one.key(), null, read.receivedAt(), read.confirmedAt());
        String aside = one.row().get(ASIDE);
        return new Line(
                one.row().number(),
                read.project(),
                reception,
                read.formerId(),
                fingerprint(read),
                activities && !aside.isBlank() ? aside : null);
    }

    // What the mapping says its source does not have, and what was refused before by the same field, is no news.
    private boolean counts(Violation violation, List<Reason> problems) {
        return switch (violation.messageKey()) {
            case Violation.REQUIRED, Violation.CHOOSE_ONE, Violation.CHOOSE_SOME ->
                !mapping.mayLack().contains(violation.field())
                        && problems.stream().noneMatch(one -> one.field().equals(violation.field()));
            // What tables say of a goal is most often its number alone, and not every source says where.
            case Violation.REQUIRED_PART, Violation.PLACE -> false;
            case "stocktaking.check.too-many-words", "stocktaking.check.too-few-words" -> mapping.wordLimits();
            default -> true;
        };
    }

    private static byte[] fingerprint(ProjectReader.Read read) {
        NewProject project = read.project();
        return Hash.sha256(CanonicalJson.bytes(Map.of(
                        "language",
                        project.language(),
                        "answers",
                        new TreeMap<>(project.answers()),
                        "consent",
                        Json.mapper().valueToTree(project.consent()),
                        "confirmedAt",
                        String.valueOf(read.confirmedAt()))))
                .bytes();
    }

    private void refuse(Row row, List<Reason> reasons) {
        done++;
        refused.add(row, reasons);
        progress.accept(done);
    }

    void end() {
        flush();
        settle();
    }

    private void settle() {
        try {
            Stored stored = before.get();
            taken += stored.taken();
            changed += stored.changed();
            done += stored.rows();
            stored.late().forEach(row -> refuse(row, List.of(Reason.of("stocktaking.imports.row.late"))));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        before = CompletableFuture.completedFuture(Stored.NOTHING);
        progress.accept(done);
    }

    long taken() {
        return taken;
    }

    long changed() {
        return changed;
    }

    long already() {
        return already;
    }

    long unclear() {
        return unclear;
    }

    long repaired() {
        return repairs[0];
    }

    List<ProjectPreview.First> firsts() {
        return List.copyOf(firsts);
    }
}
