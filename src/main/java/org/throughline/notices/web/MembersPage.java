package org.throughline.notices.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Option;

/// Members who want to be found.
///
/// @param previous and `next` the addresses of the pages before and after, where there are any
public record MembersPage(
        String words,
        List<Option> countries,
        long total,
        List<Line> members,
        @Nullable String previous,
        @Nullable String next) {

    /// One member.
    public record Line(String path, String name, String note) {}
}
