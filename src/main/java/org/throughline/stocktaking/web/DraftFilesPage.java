package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import org.throughline.stocktaking.ProjectDraft.DraftFile;

/// The pictures and documents of a draft.
public record DraftFilesPage(DraftSteps form, FormErrors errors) {

    public List<DraftFile> of(AttachmentKind kind) {
        return form.draft().files().stream().filter(file -> file.kind() == kind).toList();
    }

    public boolean full() {
        return form.draft().files().size() >= 10;
    }
}
