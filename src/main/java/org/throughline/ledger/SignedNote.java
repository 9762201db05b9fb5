package org.throughline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text with signatures under it, as C2SP's signed-note format has it: the text, an empty line, then one line a
/// signature. Signatures of keys we do not know (witnesses) are kept and ignored.
record SignedNote(String text, List<Signature> signatures) {

    /// Begins a signature line: an em dash and a space.
    static final String SIGNATURE_MARK = "\u2014 ";

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_SIGNATURES = 64;

    record Signature(String name, byte[] keyHash, byte[] bytes) {}

    static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) throw new Unreadable("The note is longer than 64 kB");
        int split = note.lastIndexOf("\n\n");
        if (split < 1 || !note.endsWith("\n")) throw new Unreadable("The note has no signature under an empty line");
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) throw new Unreadable("The note has control characters");
        String[] lines = note.substring(split + 2).split("\n");
        if (lines.length > MAX_SIGNATURES) throw new Unreadable("The note has more than 64 signatures");
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines) signatures.add(signature(line));
        return new SignedNote(note.substring(0, split + 1), List.copyOf(signatures));
    }

    private static Signature signature(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(SIGNATURE_MARK) || space <= SIGNATURE_MARK.length()) {
            throw new Unreadable("A signature line begins with a dash and has a name and base64");
        }
        String name = VerifierKey.requireName(line.substring(SIGNATURE_MARK.length(), space));
        try {
            byte[] marked = Base64Text.decode(line.substring(space + 1));
            if (marked.length <= VerifierKey.HASH_LENGTH) throw new Unreadable("A signature is too short");
            return new Signature(
                    name,
                    Arrays.copyOf(marked, VerifierKey.HASH_LENGTH),
                    Arrays.copyOfRange(marked, VerifierKey.HASH_LENGTH, marked.length));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("A signature is not base64", e);
        }
    }

    boolean isSignedBy(VerifierKey key) {
        List<Signature> ours = signatures.stream()
                .filter(signature -> signature.name.equals(key.name()) && Arrays.equals(signature.keyHash, key.hash()))
                .toList();
        return !ours.isEmpty() && ours.stream().allMatch(signature -> key.verifies(text, signature.bytes));
    }
}
