package org.throughline.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Option;

/// The operator's list of people.
///
/// @param q the words searched for, as typed
/// @param total how many people there are in all that match
/// @param next the address of the next page; absent on the last one
public record PeoplePage(
        String q,
        List<Option> roles,
        long total,
        List<Line> people,
        @Nullable String next) {

    /// @param roles what the person is here, in the reader's language
    public record Line(String id, String name, String email, List<String> roles, boolean verified, boolean locked) {}
}
