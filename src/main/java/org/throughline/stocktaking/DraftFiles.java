package org.throughline.stocktaking;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.files.StoredFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import org.throughline.stocktaking.ProjectDraft.DraftFile;

/// Pictures, logos and documents of drafts: at most ten, one of them a logo, pictures up to 5 MB and documents up to
/// 10 MB. A picture cannot be sent without words that say what it shows.
@Component
class DraftFiles {

    static final int MOST = 10;
    private static final long LARGEST_PICTURE = 5L << 20;
    private static final long LARGEST_DOCUMENT = 10L << 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ALTERNATIVE = 500;

    private final ProjectDraftRows rows;
    private final Files files;
    private final TransactionTemplate transaction;

    DraftFiles(ProjectDraftRows rows, Files files, TransactionTemplate transaction) {
        this.rows = rows;
        this.files = files;
        this.transaction = transaction;
    }

    void copy(ProjectDraftId draft, List<Attached> attached) {
        attached.forEach(file -> rows.insertFile(
                draft, new DraftFile(Ids.next(), file.kind(), file.file(), file.title(), file.alternative())));
    }

    void add(ProjectDraft draft, AttachmentKind kind, InputStream content, String name) {
        requireRoom(draft, kind);
        FileId file = kind == AttachmentKind.DOCUMENT
                ? files.store(content, name, LARGEST_DOCUMENT)
                : files.storePicture(content, name, LARGEST_PICTURE);
        try {
            transaction.executeWithoutResult(status -> keep(draft, kind, file));
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(status -> files.delete(file));
            throw e;
        }
    }

    private void keep(ProjectDraft before, AttachmentKind kind, FileId file) {
        ProjectDraft draft = rows.locked(before.id(), before.owner()).orElseThrow(Refusal::notFound);
        StoredFile stored = files.find(file).orElseThrow();
        // Sent again because the answer got lost.
        boolean there = files
                .find(draft.files().stream()
                        .map(each -> new FileId(each.file()))
                        .toList())
                .stream()
                .anyMatch(each -> each.sha256().equals(stored.sha256()));
        if (there) {
            files.delete(file);
            return;
        }
        requireRoom(draft, kind);
        rows.insertFile(draft.id(), new DraftFile(Ids.next(), kind, file.value(), stored.name(), ""));
        rows.update(draft.id(), draft.content().savedAt(ProjectDraftContent.FILES, draft.version() + 1));
    }

    private static void requireRoom(ProjectDraft draft, AttachmentKind kind) {
        if (draft.sentProject() != null) throw ProjectDrafts.sentAlready();
        if (draft.files().size() >= MOST)
            throw new Refusal("too-many-files", 409, "stocktaking.form.problem.too-many-files", MOST);
        boolean second = draft.files().stream().anyMatch(file -> file.kind() == AttachmentKind.LOGO);
        if (kind == AttachmentKind.LOGO && second)
            throw new Refusal("second-logo", 409, "stocktaking.form.problem.second-logo");
    }

    void describe(ProjectDraft draft, UUID file, String title, String alternative) {
        if (draft.files().stream().anyMatch(each -> each.id().equals(file)))
            rows.describeFile(file, cut(title, LONGEST_TITLE), cut(alternative, LONGEST_ALTERNATIVE));
    }

    private static String cut(String text, int most) {
        String kept = Storable.part(text).strip();
        return kept.codePointCount(0, kept.length()) <= most
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, most));
    }

    void remove(ProjectDraft draft, UUID file) {
        draft.files().stream()
                .filter(each -> each.id().equals(file))
                .findFirst()
                .ifPresent(this::forget);
    }

    void forget(DraftFile file) {
        rows.deleteFile(file.id());
        if (!rows.isUsed(file.file())) files.delete(new FileId(file.file()));
    }

    List<Violation> problems(ProjectDraft draft) {
        List<Violation> wrong = new ArrayList<>();
        for (DraftFile file : draft.files()) {
            if (file.kind() != AttachmentKind.DOCUMENT && file.alternative().isBlank())
                wrong.add(Violation.of(
                        "files." + file.id() + ".alternative", "stocktaking.form.check.alternative", file.title()));
            if (file.title().isBlank())
                wrong.add(Violation.of("files." + file.id() + ".title", "stocktaking.check.required"));
        }
        return wrong;
    }
}
