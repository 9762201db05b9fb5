package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectDesk.Line;
import org.throughline.vocabulary.TermNames;

/// The entries that wait for the secretariat, or that it decided about, oldest first.
///
/// @param lights how many public entries are fresh, due, stale and closed
/// @param unread how many the checks have not read yet, where the list is of what they found
/// @param listed how many the filter leaves, and the state of that list
/// @param next the address of the next page, empty on the last one
public record RegisterDeskPage(
        List<Tab> tabs,
        List<Tab> lights,
        Filter filter,
        List<Option> kinds,
        List<Option> collections,
        List<Option> languages,
        List<Option> tags,
        List<Option> findings,
        long unread,
        ProjectDesk.Listed listed,
        List<Row> rows,
        String next,
        TermNames terms) {

    /// An entry with what the checks found in it.
    public record Row(Line line, List<String> findings) {}

    /// A state to look at, with how many entries are in it.
    public record Tab(String label, String address, long count, boolean chosen) {}
}
