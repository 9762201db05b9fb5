package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.DeskLine;
import org.throughline.inputs.InputRecord.State;
import org.throughline.vocabulary.TermNames;

/// Every input of a call for the secretariat, by state.
///
/// @param findings what the checks found in those of the chosen state, with how many have it
/// @param clean how many can be published at once, because their owners allow it and no check found anything
/// @param next the address of the next page, empty on the last one
public record DeskPage(
        Call call,
        List<Tab> tabs,
        List<Tab> findings,
        List<DeskLine> lines,
        long clean,
        boolean onlyFindings,
        String next,
        TermNames terms) {

    /// A state or a finding to look at, with how many inputs are in it.
    ///
    /// @param state null for all of them, and for a finding
    public record Tab(
            @org.jspecify.annotations.Nullable State state, String label, String address, long count, boolean chosen) {}
}
