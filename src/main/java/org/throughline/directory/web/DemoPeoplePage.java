package org.throughline.directory.web;

import java.util.List;

/// The example people of a demonstration.
public record DemoPeoplePage(List<Line> people) {

    /// @param code what the button sends
    /// @param role the role's name in the reader's language
    /// @param mayDo what the person can try, in a sentence
    public record Line(String code, String name, String email, String role, String mayDo) {}
}
