package org.throughline.mandates.web;

import org.jspecify.annotations.Nullable;
import org.throughline.mandates.Part;
import org.throughline.platform.web.Frame;

/// The facts of the register and their fields, in the reader's words.
public final class EntryWords {

    private EntryWords() {}

    static String title(Frame frame, Part part, boolean fresh) {
        return switch (part) {
            case BODIES -> frame.t(fresh ? "mandates.desk.new.body" : "mandates.desk.edit.body");
            case ACTORS -> frame.t(fresh ? "mandates.desk.new.actor" : "mandates.desk.edit.actor");
            case INSTRUMENTS -> frame.t(fresh ? "mandates.desk.new.instrument" : "mandates.desk.edit.instrument");
            case REVISIONS -> frame.t(fresh ? "mandates.desk.new.revision" : "mandates.desk.edit.revision");
            case PARAGRAPHS -> frame.t(fresh ? "mandates.desk.new.paragraph" : "mandates.desk.edit.paragraph");
            case REFERENCES -> frame.t(fresh ? "mandates.desk.new.reference" : "mandates.desk.edit.reference");
            case TASKS -> frame.t(fresh ? "mandates.desk.new.task" : "mandates.desk.edit.task");
        };
    }

    static String shelf(Frame frame, Part part) {
        return switch (part) {
            case REVISIONS -> frame.t("mandates.show.revisions");
            case PARAGRAPHS -> frame.t("mandates.show.paragraphs");
            case TASKS -> frame.t("mandates.desk.tasks");
            default -> frame.t("mandates.show.ties");
        };
    }

    static String label(Frame frame, Part part, String field) {
        return switch (field) {
            case "code" -> frame.t("mandates.desk.code");
            case "name" -> frame.t("mandates.desk.name");
            case "slug" -> frame.t("mandates.desk.slug");
            case "body" -> frame.t("mandates.desk.body");
            case "kind" -> frame.t("mandates.desk.kind");
            case "number" -> frame.t("mandates.desk.number");
            case "topic" -> frame.t("mandates.desk.topic");
            case "label" -> frame.t(part == Part.REVISIONS ? "mandates.desk.label" : "mandates.desk.paragraph-label");
            case "adopted" -> frame.t("mandates.desk.adopted");
            case "place" -> frame.t("mandates.desk.place");
            case "symbol" -> frame.t("mandates.desk.symbol");
            case "certainty" -> frame.t("mandates.desk.certainty");
            case "source" -> frame.t("mandates.evidence.source");
            case "sourceUrl" -> frame.t("mandates.evidence.source-url");
            case "revision" -> frame.t("mandates.desk.revision");
            case "words" -> frame.t(part == Part.TASKS ? "mandates.desk.task-words" : "mandates.desk.words");
            case "official" -> frame.t("mandates.desk.official");
            case "officialSource" -> frame.t("mandates.desk.official-source");
            case "to" -> frame.t("mandates.desk.to");
            case "toRevision" -> frame.t("mandates.desk.to-revision");
            case "paragraph" -> frame.t("mandates.desk.edit.paragraph");
            case "note" -> frame.t("mandates.desk.note");
            case "verb" -> frame.t("mandates.tracker.verb");
            case "responsible" -> frame.t("mandates.desk.responsible");
            case "invited" -> frame.t("mandates.task.invited");
            case "actionLines" -> frame.t("mandates.desk.lines");
            case "sdgs" -> frame.t("mandates.task.goals");
            case "gdc" -> frame.t("mandates.task.objectives");
            case "due" -> frame.t("mandates.task.due");
            case "every" -> frame.t("mandates.desk.every");
            case "unit" -> frame.t("mandates.desk.unit");
            case "until" -> frame.t("mandates.desk.until");
            case "dueWords" -> frame.t("mandates.desk.due-words");
            default -> field;
        };
    }

    static @Nullable String hint(Frame frame, Part part, String field) {
        return switch (field) {
            case "code" -> part == Part.ACTORS ? frame.t("mandates.desk.actor.hint") : null;
            case "slug" -> frame.t("mandates.desk.slug.hint");
            case "number" -> frame.t("mandates.desk.number.hint");
            case "label" -> frame.t("mandates.desk.label.hint");
            case "adopted" -> frame.t("mandates.evidence.date.hint");
            case "official" -> frame.t("mandates.desk.official.hint");
            case "to" -> frame.t("mandates.desk.to.hint");
            case "paragraph" -> frame.t("mandates.desk.paragraph.hint");
            case "due" -> frame.t("mandates.desk.due.hint");
            case "every" -> frame.t("mandates.desk.every.hint");
            case "until" -> frame.t("mandates.desk.until.hint");
            case "dueWords" -> frame.t("mandates.desk.due-words.hint");
            default -> null;
        };
    }

    static @Nullable String none(Frame frame, String field) {
        return switch (field) {
            case "verb" -> frame.t("mandates.task.not-known");
            case "unit" -> frame.t("mandates.desk.unit.once");
            default -> null;
        };
    }

    /// What was done to a fact of the register.
    public static String act(Frame frame, String action) {
        return switch (action) {
            case "mandate-fact-added" -> frame.t("mandates.act.added");
            case "mandate-fact-changed" -> frame.t("mandates.act.changed");
            case "mandate-fact-retired" -> frame.t("mandates.act.retired");
            case "task-evidence-added" -> frame.t("mandates.act.evidence-added");
            case "task-evidence-removed" -> frame.t("mandates.act.evidence-removed");
            default -> frame.t("audit.act.other");
        };
    }
}
