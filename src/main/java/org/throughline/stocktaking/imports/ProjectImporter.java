package org.throughline.stocktaking.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.stocktaking.ImportIntake;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.Register;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Progress;
import org.throughline.tables.RefusedRows;
import org.throughline.tables.Repair;
import org.throughline.tables.Row;
import org.throughline.tables.RowSource;
import org.throughline.vocabulary.TermMatcher;

/// Brings the rows of a file into a register. A row is taken in whole or not at all; what is not taken in is written to
/// a file with the reasons; repeating an import takes in what is missing and what the source says otherwise now.
@Service
class ProjectImporter {

    private final ProjectCollections collections;
    private final Register register;
    private final ImportIntake intake;
    private final AnswerReader answers;
    private final TermMatcher terms;
    private final ProjectSources sources;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProjectImporter(
            ProjectCollections collections,
            Register register,
            ImportIntake intake,
            AnswerReader answers,
            TermMatcher terms,
            ProjectSources sources,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.collections = collections;
        this.register = register;
        this.intake = intake;
        this.answers = answers;
        this.terms = terms;
        this.sources = sources;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What is to be done with a file.
    ///
    /// @param job whose row is there already
    /// @param mapping absent when the columns, or the kind of file, speak for themselves
    /// @param publish whether what is taken in is public at once; so also says a mapping
    /// @param consentBasis on what the consent rests, where the mapping does not say
    /// @param dryRun true to check everything and take nothing in
    record Order(
            UUID job,
            ProjectCollection collection,
            Path file,
            @Nullable ProjectMapping mapping,
            boolean publish,
            String consentBasis,
            boolean dryRun) {}

    /// The mapping a file is read by: the one that is given, the one of its kind, or what its columns' names say.
    /// Refuses one that does not fit the file and the form.
    private ProjectMapping mapping(Order order, ProjectForm form, Collection<String> columns) {
        ProjectMapping given = order.mapping();
        ProjectMapping usual = ProjectSources.usual(order.file(), given);
        ProjectMapping used = usual != null
                ? usual
                : given == null || given.leavesColumnsToTheirNames()
                        ? AutoProjectMapping.of(form, columns).with(given)
                        : given;
        if (usual == null) ProjectMappingCheck.against(used, columns, form);
        return used;
    }

    /// @param refused where the refused rows go; closed at the end
    ProjectImportResult run(Order order, RefusedRows refused, Actor actor, Progress progress) {
        ProjectForm form = collections.form(order.collection());
        String encoding = order.mapping() == null ? "" : order.mapping().encoding();
        RowSource source = sources.open(order.file(), encoding);
        Overview overview = Overview.of(source);
        refused.columns(overview.columns());
        ProjectMapping mapping = mapping(order, form, overview.columns());
        boolean publish = order.publish() || mapping.publish();
        String basis = order.consentBasis().isBlank()
                ? mapping.consentBasis()
                : order.consentBasis().strip();
        if (publish && basis.isEmpty()) throw new ImportFailed("stocktaking.imports.no-basis");
        var reader = new ProjectReader(mapping, form, answers, terms, clock);
        try (refused;
                var storing = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("import").factory())) {
            var run = new ProjectImportRun(
                    order,
                    mapping,
                    reader,
                    project -> register.check(order.collection(), project),
                    intake,
                    refused,
                    publish,
                    actor,
                    storing,
                    done -> progress.at(done, overview.rows(), refused.rows()));
            source.each(run::take);
            run.end();
            progress.at(overview.rows(), overview.rows(), refused.rows());
            if (!order.dryRun()) remember(order, run, publish, basis, refused.rows(), actor);
            return new ProjectImportResult(
                    overview.rows(),
                    run.taken(),
                    run.changed(),
                    run.already(),
                    refused.rows(),
                    run.repaired(),
                    run.unclear(),
                    source.encoding(),
                    source.encodingIsGuessed(),
                    new ProjectPreview(ProjectPreview.columns(mapping, overview.columns()), run.firsts()));
        }
    }

    private void remember(Order order, ProjectImportRun run, boolean publish, String basis, long refused, Actor actor) {
        transaction.executeWithoutResult(status -> audit.record(
                actor,
                "projects-imported",
                "collections/" + order.collection().slug(),
                Map.of(
                        "import", order.job(),
                        "projects", run.taken(),
                        "changed", run.changed(),
                        "already", run.already(),
                        "refused", refused,
                        "published", publish,
                        "consentBasis", basis)));
    }

    /// What a first look at the file shows: how much there is, and how its columns are called.
    private record Overview(long rows, Set<String> columns) {

        static Overview of(RowSource source) {
            long[] rows = {0};
            Row[] unreadable = {null};
            boolean[] any = {false};
            source.each(row -> {
                rows[0]++;
                if (row.isReadable()) any[0] = true;
                else if (unreadable[0] == null) unreadable[0] = row;
            });
            if (rows[0] == 0) throw new ImportFailed("imports.file.no-rows");
            if (!any[0]) {
                var first = unreadable[0].problems().getFirst();
                throw first.key().startsWith("imports.iati.")
                        ? new ImportFailed(first.key(), first.arguments().toArray())
                        : new ImportFailed("imports.file.no-readable-row", unreadable[0].number());
            }
            Set<String> columns = new LinkedHashSet<>();
            source.columns().forEach(column -> columns.add(Repair.of(column)));
            return new Overview(rows[0], columns);
        }
    }
}
