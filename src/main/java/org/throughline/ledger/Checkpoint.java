package org.throughline.ledger;

import java.util.regex.Pattern;

/// What the log says about itself at one size: this many leaves, this root. The text is C2SP's tlog-checkpoint,
/// signed as a note. Two checkpoints of one log can be shown to belong together; a log that shows different ones to
/// different people can be caught.
public record Checkpoint(String origin, long size, Hash root, String note) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    static Checkpoint sign(SigningKey key, long size, Hash root) {
        String origin = key.verifier().name();
        return new Checkpoint(origin, size, root, key.note(origin + "\n" + size + "\n" + root.base64() + "\n"));
    }

    /// Reads a note. It says nothing about who signed it: ask [#isSignedBy].
    public static Checkpoint parse(String note) {
        String[] lines = SignedNote.parse(note).text().split("\n", -1);
        // The text ends with a line feed, so the last piece is empty; lines after the third are extensions.
        if (lines.length < 4 || lines[0].isEmpty())
            throw new Unreadable("A checkpoint has an origin, a size and a root");
        if (!SIZE.matcher(lines[1]).matches()) throw new Unreadable("The size in the checkpoint is not a number");
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.fromBase64(lines[2]), note);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The root in the checkpoint is not a hash", e);
        }
    }

    public boolean isSignedBy(VerifierKey key) {
        return origin.equals(key.name()) && SignedNote.parse(note).isSignedBy(key);
    }
}
