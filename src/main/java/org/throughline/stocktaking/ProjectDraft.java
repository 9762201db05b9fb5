package org.throughline.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.ResumeCode;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.NewProject.AttachmentKind;

/// A project in the making, or a change of one, seen by its owner only.
///
/// @param collection the address of the register it is for
/// @param project the entry it is to change; absent for a new one
/// @param seen the state of that entry that it began from
/// @param resumeCode brings its owner back to it on another machine
/// @param sentProject what it became; a sent draft is empty and only leads to its receipt
public record ProjectDraft(
        ProjectDraftId id,
        String collection,
        UUID owner,
        @Nullable ProjectId project,
        @Nullable Integer seen,
        ProjectDraftContent content,
        String resumeCode,
        Instant createdAt,
        Instant updatedAt,
        @Nullable ProjectId sentProject,
        int version,
        List<DraftFile> files) {

    /// A picture or document of a draft.
    ///
    /// @param alternative what a picture shows, in words; may be empty while the draft is filled
    public record DraftFile(UUID id, AttachmentKind kind, UUID file, String title, String alternative) {}

    /// The code as it is read out and typed: two groups of four.
    public String shownCode() {
        return ResumeCode.shown(resumeCode);
    }

    /// What would be sent now.
    public NewProject toProject(ProjectForm form) {
        return content.toProject(
                form,
                files.stream()
                        .map(file -> new Attached(file.kind(), file.file(), file.title(), file.alternative()))
                        .toList());
    }
}
