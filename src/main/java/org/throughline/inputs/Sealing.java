package org.throughline.inputs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.inputs.InputRows.Stored;
import org.throughline.inputs.Inputs.Checked;
import org.throughline.ledger.Commitment;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Ledger;

/// Binds what was received to its entry in the ledger: the content in its one canonical form, a salt, and the hash of
/// both that the receipt shows.
@Component
class Sealing {

    private final Files files;
    private final Ledger ledger;
    private final Intake intake;

    Sealing(Files files, Ledger ledger, Intake intake) {
        this.files = files;
        this.ledger = ledger;
        this.intake = intake;
    }

    /// One state of an input that is to be kept.
    record Version(InputId id, int number, int revision, Checked checked, Instant at) {}

    /// Writes them with their entries, in the caller's transaction.
    List<Stored> commit(String slug, int questionnaire, List<Version> versions) {
        List<byte[]> contents = new ArrayList<>();
        List<byte[]> salts = new ArrayList<>();
        List<Ledger.Act> acts = new ArrayList<>();
        for (Version one : versions) {
            byte[] content = canonical(slug, one.number(), one.revision(), one.checked());
            byte[] salt = Commitment.newSalt();
            contents.add(content);
            salts.add(salt);
            acts.add(new Ledger.Act(Received.subject(slug, one.number()), Commitment.of(salt, content), one.at()));
        }
        List<EntryId> entries = ledger.appendAll(EntryKind.RECEIPT, acts);
        List<Intake.Revision> revisions = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version one = versions.get(i);
            revisions.add(new Intake.Revision(
                    one.id(),
                    one.revision(),
                    one.at(),
                    questionnaire,
                    contents.get(i),
                    salts.get(i),
                    acts.get(i).hash().bytes(),
                    entries.get(i),
                    one.checked()));
        }
        intake.revisions(revisions);
        return revisions.stream()
                .map(one -> new Stored(one.id(), one.entry(), one.hash()))
                .toList();
    }

    byte[] canonical(String slug, int number, int revision, Checked checked) {
        List<NewInput.Attached> attached = checked.input().files();
        Map<String, String> hashes = attached.isEmpty()
                ? Map.of()
                : files
                        .find(attached.stream()
                                .map(file -> new FileId(file.file()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(file -> file.id().value().toString(), file -> file.sha256()));
        return InputContent.canonical(slug, number, revision, checked.input(), checked.answers(), hashes);
    }
}
