package org.throughline.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, compared by content. Refuses any other length.
public final class Hash {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        return new Hash(bytes.clone());
    }

    /// The SHA-256 of the parts, one after the other.
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = newDigest();
        for (byte[] part : parts) digest.update(part);
        return new Hash(digest.digest());
    }

    /// Reads base64url without padding, the form in leaves and receipts.
    public static Hash fromBase64Url(String text) {
        return of(Base64Text.decodeUrl(text));
    }

    /// Reads standard base64, the form in checkpoints.
    public static Hash fromBase64(String text) {
        return of(Base64Text.decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64Url() {
        return Base64Text.encodeUrl(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static Hash finish(MessageDigest digest) {
        return new Hash(digest.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64Url();
    }
}
