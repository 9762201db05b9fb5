package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.links.ProjectLinks.Link;
import org.throughline.vocabulary.TermNames;

/// One entry on the secretariat's desk.
///
/// @param shown the newest state
/// @param seen the state that the public sees or saw last, where that is another one
/// @param fields those for everybody; `hidden` those for the secretariat only
/// @param missing the fields nobody answered
/// @param likely entries that may be for the same project
/// @param otherLanguage the one it seems to be in, where that is not the one it says
/// @param links what is known of its addresses
/// @param tags the secretariat's own marks
/// @param told the addresses that a mail about it goes to
public record ProjectDeskPage(
        ProjectRecord project,
        ProjectRevision shown,
        @Nullable ProjectRevision seen,
        List<Compared> fields,
        List<Compared> hidden,
        List<Attached> files,
        List<LocalizedText> missing,
        List<String> told,
        List<Likely> likely,
        @Nullable String otherLanguage,
        List<Link> links,
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
