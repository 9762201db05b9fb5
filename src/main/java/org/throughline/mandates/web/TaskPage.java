package org.throughline.mandates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.citations.MarkLine;
import org.throughline.mandates.Remark;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskRemarks;
import org.throughline.platform.Source;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Surroundings;

/// One task: what is asked of whom, what shows how far it has come, and what people say about that.
///
/// @param where its paragraph and instrument
/// @param times at which it was due that comes again, the next one first; empty for others
/// @param remarks those that all may read
/// @param waiting remarks that the secretariat has not read yet
/// @param marks what it cites and was replaced since
/// @param around what others know of it
/// @param previous and `next` in the order of the paragraphs
public record TaskPage(
        Task task,
        String instrument,
        String where,
        String status,
        String tag,
        boolean contested,
        boolean unverified,
        String responsible,
        String invited,
        String verb,
        String due,
        List<String> lines,
        List<String> goals,
        List<String> objectives,
        List<Time> times,
        List<Shown> evidence,
        List<Remark> remarks,
        TaskRemarks.Waiting waiting,
        List<MarkLine> marks,
        List<Surroundings.Block> around,
        @Nullable String previous,
        @Nullable String next) {

    /// One time at which it is due.
    public record Time(String when, String status, String tag) {}

    /// A piece of evidence as it is shown.
    ///
    /// @param when as exactly as it is known, and for which time it is where somebody said so
    /// @param url as a link leads there
    public record Shown(
            String id,
            String when,
            String kind,
            String thing,
            String title,
            String language,
            String url,
            boolean here,
            Source source) {}

    /// What a remark is, with the status that it is against.
    public String said(Frame frame, Remark remark) {
        return TaskWords.remark(frame.texts(), remark);
    }
}
