package org.throughline.inputs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputRecord;
import org.throughline.platform.web.Frame;

/// Before the form: what it takes, and the way in.
///
/// @param stage where the call stands
/// @param questions how many there are
/// @param required how many of them have to be answered
/// @param words how many the answers may have together
/// @param draft the reader's unsent draft, if there is one
/// @param sent what the reader has sent to this call already
/// @param next where signing in leads back to
public record StartPage(
        Call call,
        Call.Stage stage,
        long questions,
        long required,
        int words,
        boolean files,
        @Nullable Draft draft,
        List<InputRecord> sent,
        String next) {

    /// How many of the questions have to be answered.
    public String toAnswer(Frame frame) {
        if (required == 0) return frame.t("inputs.form.start.required.none");
        if (required == questions) return frame.t("inputs.form.start.required.all");
        return frame.t("inputs.form.start.required.some", required);
    }

    public boolean open() {
        return stage == Call.Stage.OPEN;
    }
}
