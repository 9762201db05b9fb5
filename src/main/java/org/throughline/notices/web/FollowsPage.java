package org.throughline.notices.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Option;

/// What somebody follows, with the buttons to pause, to stop and to change how often they hear of it.
///
/// @param path of the forms: one's own, or that of a link in a mail
/// @param address where the digests go
/// @param stopped whether all of them are stopped
/// @param confirmed whether the reader has just said yes by a link
public record FollowsPage(
        String path, String address, boolean byMail, boolean stopped, boolean confirmed, List<Line> lines) {

    /// One thing that is followed.
    ///
    /// @param next when the next digest is due; absent while it is paused
    public record Line(
            UUID id,
            String what,
            String path,
            boolean paused,
            @Nullable String next,
            List<Option> rhythms) {}
}
