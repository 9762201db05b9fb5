package org.throughline.mandates.web;

import java.util.List;
import org.throughline.mandates.Remark;
import org.throughline.mandates.TaskRemarks.OnDesk;
import org.throughline.platform.web.Frame;

/// What was said about tasks, what waits first.
public record RemarksPage(List<OnDesk> remarks) {

    public String said(Frame frame, Remark remark) {
        return TaskWords.remark(frame.texts(), remark);
    }

    public String state(Frame frame, Remark remark) {
        if (remark.shownAt() != null) return frame.t("mandates.remarks.shown");
        return remark.declinedAt() != null
                ? frame.t("mandates.remarks.declined", remark.reason())
                : frame.t("mandates.remarks.waiting");
    }
}
