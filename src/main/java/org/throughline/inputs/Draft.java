package org.throughline.inputs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.inputs.NewInput.Attached;
import org.throughline.platform.ResumeCode;

/// An input in the making, seen by its owner only.
///
/// @param replaces the input whose place it is to take; absent for a new input
/// @param questionnaireVersion the version it began with and answers, whatever is published later
/// @param resumeCode brings its owner back to it on another machine
/// @param sentInput what it became; a sent draft is empty and only leads to its receipt
public record Draft(
        DraftId id,
        CallId call,
        String slug,
        UUID owner,
        @Nullable InputId replaces,
        int questionnaireVersion,
        DraftContent content,
        String resumeCode,
        Instant createdAt,
        Instant updatedAt,
        @Nullable InputId sentInput,
        int version,
        List<DraftFile> files) {

    /// A file attached to a draft.
    public record DraftFile(UUID id, String question, UUID file, String title) {}

    /// The code as it is read out and typed: two groups of four.
    public String shownCode() {
        return ResumeCode.shown(resumeCode);
    }

    public List<DraftFile> filesOf(String question) {
        return files.stream().filter(file -> file.question().equals(question)).toList();
    }

    public NewInput toInput() {
        return content.toInput(files.stream()
                .map(file -> new Attached(file.question(), file.file(), file.title()))
                .toList());
    }
}
