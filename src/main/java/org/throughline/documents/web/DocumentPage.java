package org.throughline.documents.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.Attachment;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.References;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Meeting;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Surroundings;

/// A document with its header as its body prints it, its text, and what it is tied to.
///
/// @param shown the expression that is read now
/// @param dir of its language
/// @param meeting that it is for; absent where its meetings are not kept here
/// @param supersededBy where it says that a later revision took its place; absent where none did
/// @param citedOn the date at which the references are looked at, besides today
/// @param text its blocks as markup, written by this program; empty where there is none
/// @param changed where a revision is compared with the version before it; empty for what is none
/// @param worked where the reader can go on working on it, without the language; empty for whom it is only to read
/// @param around what others know of it
/// @param formats in which it can be had, with their addresses
public record DocumentPage(
        PostedDocument document,
        LocalizedText series,
        Expression shown,
        String dir,
        String standing,
        List<Version> versions,
        String kind,
        @Nullable Meeting meeting,
        String sources,
        String originals,
        String dated,
        String action,
        List<LocalizedText> links,
        LocalizedText financial,
        List<References.Line> references,
        String citedOn,
        String text,
        Map<String, String> formats,
        String changed,
        String worked,
        List<Attachment> attachments,
        List<Line> supersededBy,
        List<Line> changes,
        List<Line> root,
        List<Line> citing,
        List<Surroundings.Block> around) {

    /// The item of the agenda that it belongs to.
    public Optional<AgendaItem> item() {
        return meeting == null || document.item() == null ? Optional.empty() : meeting.item(document.item());
    }

    /// An expression that can be read.
    ///
    /// @param path empty for the one that is shown
    public record Version(String language, String name, String standing, String path) {}

    /// Another document.
    public record Line(String what, String symbol, String path, String title, String lang, String meta) {}
}
