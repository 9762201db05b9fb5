package org.throughline.roadmaps.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.ActionPlan;

/// The road map of one action line.
///
/// @param plan absent where nobody has written it yet
/// @param paragraphs it carries out, with what they belong to where that is on record
/// @param gdc the commitments by their names
/// @param history when it was changed, newest first; empty where it never was
public record PlanPage(
        String line,
        String name,
        @Nullable ActionPlan plan,
        List<Paragraph> paragraphs,
        List<String> gdc,
        List<Row> activities,
        int done,
        int overdue,
        List<String> history) {

    /// @param path empty where nothing on record is named
    public record Paragraph(String words, String path) {}

    /// An activity with its words.
    public record Row(
            ActionPlan.Activity activity, String starts, String due, String status, String updated, boolean overdue) {}

    /// One line of the list of all of them.
    ///
    /// @param version 0 where nobody has written it yet
    public record Line(
            String code,
            String name,
            int version,
            int activities,
            int done,
            int overdue,
            int indicators,
            String changed) {}

    /// All action lines with what there is of each.
    public record All(List<Line> lines, int written) {}

    /// The form.
    public record Edit(
            String line,
            String name,
            int version,
            boolean stale,
            List<Differences> differences,
            Typed typed,
            FormErrors errors,
            List<Option> languages,
            List<Option> gdc,
            int indicators,
            int activities,
            List<Option> statuses) {

        /// The statuses for one row.
        public List<Option> statuses(int row) {
            String chosen = typed.of("activity-" + row + "-status");
            return statuses.stream()
                    .map(one -> new Option(one.value(), one.label(), one.value().equals(chosen)))
                    .toList();
        }
    }
}
