package org.throughline.operations.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP/1.1 connection to this machine that does as little as can be, because the generator shares
/// the processors with what it measures: requests are ready bytes, of an answer only what is asked for is looked
/// at.
public final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private byte[] buffer = new byte[64 * 1024];
    private int from;
    private int until;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    public Connection(int port) {
        this.port = port;
    }

    /// What came back: the status, how many bytes the body had on the line, the head, and the body when it was
    /// wanted.
    public record Answer(int status, long length, String head, byte @Nullable [] body) {

        public String text() {
            return body == null ? "" : new String(body, StandardCharsets.UTF_8);
        }

        /// A header's value, or null.
        public @Nullable String header(String name) {
            String wanted = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                    .map(line -> line.substring(wanted.length()).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    /// A GET as ready bytes; `headers` are whole lines, each ended by CRLF.
    public static byte[] get(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A POST as ready bytes.
    public static byte[] post(String path, String type, String headers, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /// Sends and waits for the whole answer. A connection that the server closed meanwhile is opened anew by the
    /// next call.
    ///
    /// @param wanted whether the body is kept
    public Answer send(byte[] request, boolean wanted) throws IOException {
        try {
            open();
            out.write(request);
            return read(wanted);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (socket != null) return;
        var fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(TIMEOUT_MILLIS);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket = fresh;
        in = fresh.getInputStream();
        out = fresh.getOutputStream();
        from = 0;
        until = 0;
    }

    private Answer read(boolean wanted) throws IOException {
        int end = headEnd();
        int status = number(from + 9, 3);
        String head = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = end;
        String lower = head.toLowerCase(Locale.ROOT);
        boolean closing = lower.contains("\r\nconnection: close");
        Answer answer;
        if (status == 204 || status == 304) {
            answer = new Answer(status, 0, head, null);
        } else if (lower.contains("\r\ntransfer-encoding: chunked")) {
            var kept = new java.io.ByteArrayOutputStream();
            long length = chunks(wanted ? kept : null);
            answer = new Answer(status, length, head, wanted ? kept.toByteArray() : null);
        } else {
            int length = contentLength(lower);
            answer = new Answer(status, length, head, take(length, wanted));
        }
        if (closing) close();
        return answer;
    }

    // The position after the empty line. Filling may move what is not yet read to the front of the buffer.
    private int headEnd() throws IOException {
        int looked = 3;
        while (true) {
            for (int i = from + looked; i < until; i++)
                if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r')
                    return i + 1;
            looked = Math.max(3, until - from);
            fill();
        }
    }

    private void fill() throws IOException {
        if (from == until) {
            from = 0;
            until = 0;
        } else if (until == buffer.length && from > 0) {
            System.arraycopy(buffer, from, buffer, 0, until - from);
            until -= from;
            from = 0;
        } else if (until == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int got = in.read(buffer, until, buffer.length - until);
        if (got < 0) throw new EOFException("The server closed the connection");
        until += got;
    }

    private int number(int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) value = value * 10 + buffer[i] - '0';
        return value;
    }

    private static int contentLength(String lowerHead) throws IOException {
        int at = lowerHead.indexOf("\r\ncontent-length:");
        if (at < 0) throw new IOException("An answer without a length: " + lowerHead);
        int end = lowerHead.indexOf('\r', at + 2);
        return Integer.parseInt(lowerHead.substring(at + 17, end).strip());
    }

    private byte @Nullable [] take(int length, boolean wanted) throws IOException {
        byte[] body = wanted ? new byte[length] : null;
        int done = 0;
        while (done < length) {
            if (from == until) fill();
            int some = Math.min(until - from, length - done);
            if (body != null) System.arraycopy(buffer, from, body, done, some);
            from += some;
            done += some;
        }
        return body;
    }

    private long chunks(@Nullable OutputStream kept) throws IOException {
        long length = 0;
        while (true) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            byte[] part = take(size, kept != null);
            if (kept != null && part != null) kept.write(part);
            line();
            if (size == 0) return length;
            length += size;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (from == until) fill();
            char c = (char) buffer[from++];
            if (c == '\n') return line.toString();
            if (c != '\r') line.append(c);
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is lost with it.
        }
        socket = null;
    }
}
