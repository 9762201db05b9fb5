package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Compression of what is sent. What is kept and sent many times is made as small as it gets; what is made for one
/// reader is compressed fast, because it waits for that.
public final class Gzip {

    private static final int WORTH_IT = 1024;
    private static final int BUFFER = 1 << 16;

    private Gzip() {}

    /// Whether a reader takes it.
    public static boolean accepted(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    /// Sends a body to one reader, compressed where that is worth it; the type must be set before.
    static void send(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] sent = body;
        if (body.length >= WORTH_IT) {
            response.addHeader("Vary", "Accept-Encoding");
            if (accepted(request)) {
                response.setHeader("Content-Encoding", "gzip");
                sent = pack(body, Deflater.BEST_SPEED);
            }
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    /// The body of an answer of unknown length to one reader, compressed fast where it takes that; the type must be
    /// set before, and the stream must be closed.
    public static OutputStream stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Vary", "Accept-Encoding");
        if (!accepted(request)) return response.getOutputStream();
        response.setHeader("Content-Encoding", "gzip");
        return new PackedStream(response.getOutputStream(), Deflater.BEST_SPEED);
    }

    /// As small as it gets.
    static byte[] pack(byte[] plain) {
        return pack(plain, Deflater.BEST_COMPRESSION);
    }

    private static byte[] pack(byte[] plain, int level) {
        var packed = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new Packing(packed, level)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Packing extends GZIPOutputStream {

        Packing(OutputStream target, int level) throws IOException {
            super(target, BUFFER);
            def.setLevel(level);
        }
    }
}
