package org.throughline.notices.web;

import org.jspecify.annotations.Nullable;
import org.throughline.notices.Mailing;
import org.throughline.notices.UpdateCall;

/// One update call: its letter, and how the answers stand.
///
/// @param collection the name of its register
/// @param reminder the letter that reminds, once there is one
/// @param over whether its end has passed
public record UpdateCallPage(
        UpdateCall call,
        String collection,
        UpdateCall.Answers answers,
        Mailing mailing,
        @Nullable Mailing reminder,
        boolean over) {}
