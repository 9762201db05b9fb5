package org.throughline.inputs.web;

import java.time.Instant;
import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.InputRecord.State;
import org.throughline.platform.web.FormErrors;

/// What is left of a withdrawn input on the desk: its number, and when what happened to it.
public record DeskWithdrawnPage(
        Call call, int number, State state, Instant withdrawnAt, List<Act> acts, FormErrors errors) {

    public record Act(String what, String when) {}
}
