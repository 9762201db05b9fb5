package org.throughline.stocktaking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.BatchRows.Item;
import org.throughline.stocktaking.ProjectBatch.Kind;

/// One step of a batch or of its undoing: so many entries in one transaction.
@Component
class BatchSteps {

    private static final int STEP = 100;

    private final BatchRows batches;
    private final ProjectRows rows;
    private final BatchDecisions decisions;
    private final BatchTags tags;
    private final ProjectMerges merges;
    private final RegisterActs acts;

    BatchSteps(
            BatchRows batches,
            ProjectRows rows,
            BatchDecisions decisions,
            BatchTags tags,
            ProjectMerges merges,
            RegisterActs acts) {
        this.batches = batches;
        this.rows = rows;
        this.decisions = decisions;
        this.tags = tags;
        this.merges = merges;
        this.acts = acts;
    }

    /// The entries of a step as they are now, locked.
    record Step(ProjectBatch batch, List<Item> items, Map<ProjectId, ProjectRecord> projects, Actor actor) {
        ProjectRecord of(Item item) {
            return Objects.requireNonNull(projects.get(item.project()));
        }
    }

    /// Whether there may be more to do.
    @Transactional
    boolean step(UUID id) {
        if (!batches.lock(id)) return false;
        ProjectBatch batch = batches.find(id).orElseThrow();
        if (!batch.isRunning()) return false;
        boolean undoing = batch.undoBegunAt() != null;
        List<Item> items = batches.items(id, undoing ? "done" : "waiting", STEP, undoing);
        if (items.isEmpty()) {
            if (undoing) batches.undone(id, acts.now());
            else batches.ended(id, acts.now());
            return false;
        }
        Map<ProjectId, ProjectRecord> projects = new HashMap<>();
        rows.locked(items.stream().map(Item::project).toList()).forEach(one -> projects.put(one.id(), one));
        Step step = new Step(batch, items, projects, actor(batch));
        switch (batch.kind()) {
            case PUBLISH, DECLINE -> {
                if (undoing) decisions.undo(step);
                else decisions.act(step);
            }
            case TAG, UNTAG -> {
                if (undoing) tags.undo(step);
                else tags.act(step);
            }
            case MERGE -> {
                if (undoing) merges.undo(step);
            }
        }
        batches.seen(id, acts.now());
        return true;
    }

    private static Actor actor(ProjectBatch batch) {
        return new Actor(batch.person(), batch.name(), Set.of(Permission.MODERATE_REGISTER));
    }

    /// Why an entry is left alone, as a word; empty when it is not.
    static String hindrance(Kind kind, Item item, ProjectRecord project) {
        if (project.withdrawnAt() != null || project.mergedInto() != null) return "gone";
        if (project.version() != item.seen()) return "changed";
        boolean open = project.waits() || kind == Kind.DECLINE && project.state() == ProjectRecord.State.ASKED_BACK;
        if (!open) return project.consent().text() ? "not-waiting" : "no-consent";
        return "";
    }
}
