package org.throughline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of a log's key, as C2SP's signed-note format writes it: `name+hash+base64`, Ed25519 only.
/// Refuses a text whose hash does not belong to its key, and names with spaces or plus signs.
public final class VerifierKey {

    static final byte ED25519 = 0x01;
    static final int HASH_LENGTH = 4;

    private static final int KEY_LENGTH = 32;
    /// What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) {
        this.name = requireName(name);
        this.raw = raw;
        try {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("This is not an Ed25519 public key", e);
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length));
    }

    /// Reads `name+hash+base64`.
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) throw new Unreadable("A public key is written name+hash+base64");
        try {
            byte[] typed = Base64Text.decode(parts[2]);
            if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519)
                throw new Unreadable("Only Ed25519 keys are known");
            VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (!HexFormat.of().formatHex(key.hash()).equals(parts[1])) {
                throw new Unreadable("The hash in the public key does not belong to it");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The public key is not base64", e);
        }
    }

    static String requireName(String name) {
        if (name.isEmpty()
                || name.indexOf('+') >= 0
                || name.chars().anyMatch(c -> Character.isWhitespace(c) || c < 0x20)) {
            throw new Unreadable("The name of a key has no spaces and no plus signs");
        }
        return name;
    }

    public String name() {
        return name;
    }

    /// Four bytes that tell keys of the same name apart: the start of SHA-256 over name, line feed, type and key.
    byte[] hash() {
        Hash hash = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, raw);
        return Arrays.copyOf(hash.bytes(), HASH_LENGTH);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        byte[] typed = new byte[KEY_LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_LENGTH);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
