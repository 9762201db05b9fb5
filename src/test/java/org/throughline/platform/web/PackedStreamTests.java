package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedStreamTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1 << 18, (1 << 18) + 1, 3_000_000})
    void whatWasWrittenComesBack(int size) throws IOException {
        for (byte[] plain : new byte[][] {text(size), noise(size)}) {
            byte[] packed = packed(plain);

            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isEqualTo(plain);
        }
    }

    @Test
    void itIsOneMemberAndNotSeveral() throws Exception {
        byte[] plain = text(2_000_000);
        byte[] packed = packed(plain);
        var inflater = new Inflater(true);
        inflater.setInput(packed, 10, packed.length - 10);

        byte[] first = new byte[plain.length + 1];
        int length = 0;
        while (!inflater.finished()) length += inflater.inflate(first, length, first.length - length);

        assertThat(length).isEqualTo(plain.length);
        assertThat(inflater.getRemaining()).isEqualTo(8);
        assertThat(packed.length).isLessThan(plain.length / 3);
    }

    @Test
    void flushingSendsWhatThereIs() throws IOException {
        var sent = new ByteArrayOutputStream();
        try (var stream = new PackedStream(sent, Deflater.BEST_SPEED)) {
            stream.write("first".getBytes());
            stream.flush();
            var inflater = new Inflater(true);
            inflater.setInput(sent.toByteArray(), 10, sent.size() - 10);
            byte[] read = new byte[10];
            assertThat(inflater.inflate(read)).isEqualTo(5);
        } catch (java.util.zip.DataFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aReaderWhoGoesAwayEndsIt() throws IOException {
        var stream = new PackedStream(
                new OutputStream() {
                    private int written;

                    @Override
                    public void write(int one) throws IOException {
                        if (++written > 100_000) throw new IOException("Broken pipe");
                    }
                },
                Deflater.BEST_SPEED);

        assertThatThrownBy(() -> stream.write(noise(3_000_000))).isInstanceOf(IOException.class);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var sent = new ByteArrayOutputStream();
        try (var stream = new PackedStream(sent, Deflater.BEST_SPEED)) {
            for (int from = 0; from < plain.length; from += 7_919)
                stream.write(plain, from, Math.min(7_919, plain.length - from));
        }
        return sent.toByteArray();
    }

    private static byte[] text(int size) {
        return "Rural schools need affordable access, and teachers who know how to use it. "
                .repeat(size / 75 + 1)
                .substring(0, size)
                .getBytes();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
