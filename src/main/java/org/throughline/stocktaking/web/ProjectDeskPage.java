package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.vocabulary.TermNames;

/// One entry on the secretariat's desk.
///
/// @param next the entry to look at after this one; absent when no other waits
/// @param shown the newest state
/// @param seen the state that the public sees or saw last, where that is another one
/// @param fields those for everybody; `hidden` those for the secretariat only
/// @param missing the fields nobody answered
/// @param actionLines those that its text speaks of and that were not chosen; `goals` likewise
/// @param tags the secretariat's own marks
/// @param told the addresses that a mail about it goes to
public record ProjectDeskPage(
        ProjectRecord project,
        @Nullable ProjectRecord next,
        ProjectRevision shown,
        @Nullable ProjectRevision seen,
        List<Compared> fields,
        List<Compared> hidden,
        List<Attached> files,
        List<LocalizedText> missing,
        List<String> told,
        DeskChecks.Found found,
        List<DeskChecks.Suggested> actionLines,
        List<DeskChecks.Suggested> goals,
        List<String> tags,
        List<BatchLine> batches,
        Typed typed,
        FormErrors errors,
        List<ActLine> acts,
        TermNames terms) {

    /// Something that was done with it and others.
    public record BatchLine(String what, String address, String when) {}

    /// Something that was done with it.
    public record ActLine(String what, String when, String by, String why) {}
}
