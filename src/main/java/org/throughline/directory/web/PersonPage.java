package org.throughline.directory.web;

import java.util.List;
import org.throughline.platform.web.Option;

/// One person, as the operator sees them.
///
/// @param since when the account was made
/// @param acts what was done to or by the account, newest first
public record PersonPage(PeoplePage.Line person, String since, List<Option> roles, List<ActLine> acts) {

    /// @param what the act in the reader's language
    /// @param by who did it
    public record ActLine(String at, String what, String by) {}
}
