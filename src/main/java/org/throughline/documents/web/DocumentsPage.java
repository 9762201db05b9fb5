package org.throughline.documents.web;

import java.util.List;
import org.throughline.platform.web.Option;

/// The list of documents.
///
/// @param query what narrows it, to be put behind addresses; empty where nothing does
/// @param next the address of the next page; empty on the last one
public record DocumentsPage(
        String words,
        List<Option> series,
        List<Option> meetings,
        List<Option> kinds,
        List<Option> sources,
        List<Option> languages,
        List<Option> years,
        boolean narrowed,
        boolean first,
        long total,
        List<DocumentPage.Line> lines,
        String query,
        String next,
        boolean searchDown) {}
