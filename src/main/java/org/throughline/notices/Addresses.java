package org.throughline.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.throughline.directory.EmailAddress;

/// Hashes by which addresses are told apart where the address itself has no business.
final class Addresses {

    private Addresses() {}

    static byte[] hash(EmailAddress address) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(address.value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
