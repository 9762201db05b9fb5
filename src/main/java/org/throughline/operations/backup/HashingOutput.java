package org.throughline.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes and counts what goes through; closing it leaves the stream beneath open.
final class HashingOutput extends OutputStream {

    private final OutputStream target;
    private final MessageDigest digest;
    private long length;

    HashingOutput(OutputStream target) {
        this.target = target;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long length() {
        return length;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int b) throws IOException {
        target.write(b);
        digest.update((byte) b);
        length++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        target.write(bytes, offset, count);
        digest.update(bytes, offset, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        target.flush();
    }
}
