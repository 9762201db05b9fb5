package org.throughline.notices.web;

import java.util.List;
import org.throughline.notices.UpdateCall;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The update calls, newest first, and the form to prepare one.
///
/// @param closes the last day, as typed
public record UpdateCallsPage(List<Line> calls, List<Option> collections, String closes, FormErrors errors) {

    /// One call, with the name of its register.
    public record Line(UpdateCall call, String collection) {}
}
