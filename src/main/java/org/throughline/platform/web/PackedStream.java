package org.throughline.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// One gzip member (RFC 1952) of unknown length, written block by block: some blocks are compressed while the next one
/// is filled, and they go out in their order. Each ends on a byte (an empty stored block, as `Z_SYNC_FLUSH` makes it),
/// so that one may follow the other; several members after each other would be as good by the standard, but browsers
/// read the first one only. Not for several threads.
final class PackedStream extends OutputStream {

    private static final int BLOCK = 1 << 18;
    private static final int AHEAD = 3;
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    // An empty block that says that it is the last one.
    private static final byte[] LAST = {3, 0};

    private final OutputStream target;
    private final int level;
    private final CRC32 checksum = new CRC32();
    private final Deque<CompletableFuture<byte[]>> packing = new ArrayDeque<>();
    private byte[] block = new byte[BLOCK];
    private int filled;
    private long length;
    private boolean closed;

    PackedStream(OutputStream target, int level) throws IOException {
        this.target = target;
        this.level = level;
        target.write(HEAD);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (closed) throw new IOException("Closed");
        int left = count;
        while (left > 0) {
            int some = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, from + count - left, block, filled, some);
            filled += some;
            left -= some;
            if (filled == BLOCK) pack();
        }
    }

    private void pack() throws IOException {
        byte[] full = block;
        int size = filled;
        block = new byte[BLOCK];
        filled = 0;
        checksum.update(full, 0, size);
        length += size;
        if (packing.size() == AHEAD) target.write(packing.remove().join());
        packing.add(CompletableFuture.supplyAsync(() -> deflated(full, size, level), Thread::startVirtualThread));
    }

    private static byte[] deflated(byte[] plain, int size, int level) {
        var deflater = new Deflater(level, true);
        try {
            deflater.setInput(plain, 0, size);
            byte[] packed = new byte[size / 2 + 64];
            int used = 0;
            while (true) {
                used += deflater.deflate(packed, used, packed.length - used, Deflater.SYNC_FLUSH);
                if (used < packed.length) break;
                packed = Arrays.copyOf(packed, 2 * packed.length);
            }
            return Arrays.copyOf(packed, used);
        } finally {
            deflater.end();
        }
    }

    /// Sends what there is.
    @Override
    public void flush() throws IOException {
        if (filled > 0) pack();
        while (!packing.isEmpty()) target.write(packing.remove().join());
        target.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        try (target) {
            flush();
            target.write(LAST);
            target.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue())
                    .putInt((int) length)
                    .array());
        }
    }
}
