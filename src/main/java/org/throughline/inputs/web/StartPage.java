package org.throughline.inputs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputRecord;

/// Before the form: what it takes, and the way in.
///
/// @param stage where the call stands
/// @param questions how many there are
/// @param words how many the answers may have together
/// @param draft the reader's unsent draft, if there is one
/// @param sent what the reader has sent to this call already
/// @param next where signing in leads back to
public record StartPage(
        Call call,
        Call.Stage stage,
        long questions,
        int words,
        boolean files,
        @Nullable Draft draft,
        List<InputRecord> sent,
        String next) {

    public boolean open() {
        return stage == Call.Stage.OPEN;
    }
}
