package org.throughline.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// An archive of a call: everything that is needed to show, years later and without the program, that the inputs in
/// it are the ones that were received, that none was changed and that none was left out, and that the published
/// editions of its summaries stand as they were. It is a zip file; everything in it is UTF-8.
///
/// - `manifest.json`:
///   `{"type":"throughline-archive/3","subject":"calls/wsis20","origin":…,"publicKey":…,"madeAt":…,"leaves":n}`.
/// - `checkpoint.txt`: the log's signed checkpoint at size n.
/// - `leaves.jsonl`: **every** leaf of the log from 0 to n-1, one canonical leaf a line, those of other calls too
///   (they are public). The verifier computes the root itself; so nobody can leave out a receipt of this call.
/// - `proofs.jsonl`: for each receipt and edition of this call `{"leafIndex":41,"proof":[…]}`, the inclusion proof to
///   the checkpoint; so that a changed leaf can be named instead of only noticed.
/// - `inputs/17.json`:
///   `{"subject":"calls/wsis20/inputs/17","leafIndex":41,"state":"published","receivedAt":…,"shownAt":…,"salt":…,`
///   `"content":{…},"shown":{…}}`, one for each receipt; without salt, content and `shown` where those are not
///   given out, which a published input's always are. The state is the one that follows from the leaves: see
///   [InputHistory]. `receivedAt` is kept with the content and is the `at` of its leaf; `shownAt`, in the newest
///   receipt of an input, is the date that pages give, the `at` of the first. The content is the sealed one, as it
///   is kept; `shown` has those members of it that pages read from elsewhere (answers, and of the newest receipt
///   language, respondent, endorsers and the consent in force) as they read them.
///   Where the consent was changed after the receipt, the file has
///   `"consent":{"leafIndex":97,"salt":…,"content":{"type":"throughline-consent/1","consent":{…}}}`, which opens
///   the newest leaf of that kind about the input; changes from before such leaves were made are listed as
///   `"consentChanges":[{"at":…,"use":"name","allowed":false}]`. See [ConsentCheck].
/// - `editions/2.json`: `{"subject":"calls/wsis20/summary/editions/2","leafIndex":97,"content":{…}}`, one for each
///   edition.
///
/// In the second form, `throughline-archive/2`, the content itself was what the pages showed; the first,
/// `throughline-archive/1`, had no editions either.
///
/// [ArchiveVerifier] reads it; [Ledger#archive] writes it.
public final class CallArchive implements AutoCloseable {

    public static final String TYPE = "throughline-archive/3";
    static final String WITHOUT_SHOWN = "throughline-archive/2";
    static final String WITHOUT_EDITIONS = "throughline-archive/1";

    static final String MANIFEST = "manifest.json";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String LEAVES = "leaves.jsonl";
    static final String PROOFS = "proofs.jsonl";
    static final String INPUTS = "inputs/";
    static final String EDITIONS = "editions/";

    private static final Instant ZIP_EPOCH = Instant.parse("1980-01-02T00:00:00Z");

    private final ZipOutputStream zip;
    private final Map<String, Integer> names = new HashMap<>();
    private String open = "";

    CallArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /// Whether this leaf is about an input of that call.
    static boolean isOfInput(String call, Leaf leaf) {
        return leaf.subject().startsWith(call + "/inputs/");
    }

    /// Whether this leaf is the receipt of an input of that call.
    static boolean isReceipt(String call, Leaf leaf) {
        return leaf.kind().equals(EntryKind.RECEIPT.word()) && isOfInput(call, leaf);
    }

    /// Whether this leaf is an edition of a summary of that call.
    static boolean isEdition(String call, Leaf leaf) {
        return leaf.kind().equals(EntryKind.EDITION.word()) && leaf.subject().startsWith(call + "/summary/editions/");
    }

    /// Whether this leaf is a later consent of the owner of an input of that call.
    static boolean isConsent(String call, Leaf leaf) {
        return leaf.kind().equals(EntryKind.CONSENT.word()) && isOfInput(call, leaf);
    }

    /// The newest consent on record that came after a receipt.
    record PlacedConsent(long leafIndex, Receipt.Opened opened) {}

    void begin(String call, Checkpoint checkpoint, VerifierKey key, Instant madeAt) throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("type", TYPE);
        manifest.put("subject", call);
        manifest.put("origin", checkpoint.origin());
        manifest.put("publicKey", key.toString());
        manifest.put("madeAt", madeAt.toString());
        manifest.put("leaves", checkpoint.size());
        write(MANIFEST, StrictJson.MAPPER.writeValueAsString(manifest) + "\n");
        write(CHECKPOINT, checkpoint.note());
    }

    /// The next leaf of the log; all leaves are given before the first proof.
    void leaf(Leaf leaf) throws IOException {
        write(LEAVES, leaf.canonical() + "\n");
    }

    void proof(long leafIndex, List<Hash> proof) throws IOException {
        write(
                PROOFS,
                CanonicalJson.text(Map.of(
                                "leafIndex",
                                leafIndex,
                                "proof",
                                proof.stream().map(Hash::base64Url).toList()))
                        + "\n");
    }

    void input(String subject, long leafIndex, ArchivedInput input, @Nullable PlacedConsent consent)
            throws IOException {
        var file = new LinkedHashMap<String, Object>();
        file.put("subject", subject);
        file.put("leafIndex", leafIndex);
        file.put("state", input.state());
        file.put("receivedAt", Leaf.time(input.receivedAt()));
        if (input.shownAt() != null) file.put("shownAt", Leaf.time(input.shownAt()));
        if (input.opened() != null) {
            file.put("salt", Base64Text.encodeUrl(input.opened().salt()));
            file.put("content", StrictJson.parse(input.opened().canonicalContent()));
            if (input.shown() != null) file.put("shown", input.shown());
        }
        if (consent != null) {
            var later = new LinkedHashMap<String, Object>();
            later.put("leafIndex", consent.leafIndex());
            later.put("salt", Base64Text.encodeUrl(consent.opened().salt()));
            later.put("content", StrictJson.parse(consent.opened().canonicalContent()));
            file.put("consent", later);
        } else if (input.consent() != null && !input.consent().unrecorded().isEmpty()) {
            file.put("consentChanges", input.consent().unrecorded());
        }
        write(name(INPUTS, subject), StrictJson.MAPPER.writeValueAsString(file) + "\n");
    }

    void edition(String subject, long leafIndex, byte[] canonicalContent) throws IOException {
        var file = new LinkedHashMap<String, Object>();
        file.put("subject", subject);
        file.put("leafIndex", leafIndex);
        file.put("content", StrictJson.parse(canonicalContent));
        write(name(EDITIONS, subject), StrictJson.MAPPER.writeValueAsString(file) + "\n");
    }

    /// A replaced input has several receipts and so several files: 17.json, 17-2.json. Two summaries of a call may
    /// each have a first edition.
    private String name(String folder, String subject) {
        String name = folder + Leaf.lastPart(subject).replaceAll("[^A-Za-z0-9-]", "_");
        int count = names.merge(name, 1, Integer::sum);
        return name + (count == 1 ? "" : "-" + count) + ".json";
    }

    /// Entries have no time of their own, so that the same archive has the same bytes.
    private void write(String name, String text) throws IOException {
        if (!open.equals(name)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(ZIP_EPOCH.toEpochMilli());
            zip.putNextEntry(entry);
            open = name;
        }
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
