package org.throughline.opendata.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.opendata.DumpEdition;
import org.throughline.opendata.DumpState;

/// The card of a dump: what is in it, how it was made, how it is checked, what to know before using it.
///
/// @param edition absent while no dump was ever made
/// @param state what its files are; absent while they are being made anew
/// @param states of all revisions, newest first
/// @param citation how to name it in a text
/// @param others the other dumps, newest first
public record DumpPage(
        @Nullable DumpEdition edition,
        @Nullable DumpState state,
        List<DumpState> states,
        String licence,
        String licenceName,
        String publisher,
        String citation,
        List<Row> languages,
        List<Row> registers,
        List<Row> freshness,
        List<Row> fields,
        List<DumpEdition> others) {

    /// A line of a table of counts.
    ///
    /// @param share of all entries, between 0 and 1
    /// @param code as it stands in the files
    public record Row(String name, String code, long count, double share) {}

    public String path() {
        return edition == null ? "/data/register/latest" : "/data/register/" + edition.name();
    }

    /// Where the log speaks of it.
    public String subject() {
        return edition == null ? "" : "data/register/" + edition.name() + "/" + (state == null ? 1 : state.revision());
    }
}
