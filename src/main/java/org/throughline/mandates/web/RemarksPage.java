package org.throughline.mandates.web;

import java.util.List;
import org.throughline.mandates.Remark;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;

/// What was said about tasks, what waits first.
///
/// @param errors under the names of the fields, one for each remark
public record RemarksPage(List<Line> remarks, FormErrors errors) {

    /// @param path of the task
    /// @param task what is asked, as its page is called
    /// @param about the instrument, the number of the task and that of the remark
    public record Line(String path, LocalizedText task, String about, Remark remark) {

        public String field() {
            return field(remark.id().toString());
        }

        static String field(String id) {
            return "reason-" + id;
        }
    }

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
