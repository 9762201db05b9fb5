package org.throughline.ledger;

import java.util.Base64;

/// Base64 as proofs need it: a text that is not the one way to write its bytes is refused, so that no character of
/// a signed or hashed text can be changed without notice (Java's decoder passes over bits that nothing depends on).
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text))
            throw new IllegalArgumentException("Not base64 with padding");
        return bytes;
    }

    static byte[] decodeUrl(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encodeUrl(bytes).equals(text)) throw new IllegalArgumentException("Not base64url without padding");
        return bytes;
    }

    static String encodeUrl(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
