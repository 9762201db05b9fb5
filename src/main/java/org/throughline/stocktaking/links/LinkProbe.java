package org.throughline.stocktaking.links;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.links.AddressGuard.Forbidden;
import org.throughline.stocktaking.links.LinkAnswer.Outcome;

/// Asks for one address as a polite program: its head, or where that is refused the beginning of the page. Connects
/// to the very address that the guard has seen, at every step of a redirection, and reads no more than headers.
final class LinkProbe {

    private static final int HOPS = 5;
    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int LONGEST_LINE = 4_000;

    private final AddressGuard guard;
    private final Duration patience;
    private final String agent;

    /// @param agent who asks, with where to read about it
    LinkProbe(AddressGuard guard, Duration patience, String agent) {
        this.guard = guard;
        this.patience = patience;
        this.agent = agent;
    }

    LinkAnswer ask(String address) {
        try {
            return follow(URI.create(address.strip()));
        } catch (Forbidden e) {
            return LinkAnswer.of(Outcome.FORBIDDEN);
        } catch (UnknownHostException e) {
            return LinkAnswer.of(Outcome.NO_HOST);
        } catch (SocketTimeoutException e) {
            return LinkAnswer.of(Outcome.TOO_SLOW);
        } catch (SSLException e) {
            return LinkAnswer.of(Outcome.CERTIFICATE);
        } catch (ConnectException | NoRouteToHostException e) {
            return LinkAnswer.of(Outcome.NO_CONNECTION);
        } catch (IOException e) {
            return LinkAnswer.of(Outcome.NO_CONNECTION);
        } catch (IllegalArgumentException e) {
            return LinkAnswer.of(Outcome.NO_HOST);
        }
    }

    private LinkAnswer follow(URI first) throws IOException, Forbidden {
        URI now = first;
        String movedTo = null;
        boolean forGood = true;
        for (int hop = 0; hop <= HOPS; hop++) {
            Head head = head(now);
            if (!head.leadsOn()) return new LinkAnswer(outcome(head.status()), head.status(), movedTo);
            URI next = now.resolve(URI.create(head.location().replace(" ", "%20")));
            forGood &= head.status() == 301 || head.status() == 308;
            if (forGood && head.location().length() < LONGEST_LINE / 2) movedTo = next.toString();
            now = next;
        }
        return LinkAnswer.of(Outcome.LOOP);
    }

    // Many servers answer HEAD wrongly; what it says against a link is asked again as a reader would.
    private Head head(URI address) throws IOException, Forbidden {
        Head head = request("HEAD", address);
        return head.status() < 400 ? head : request("GET", address);
    }

    private static Outcome outcome(int status) {
        if (status < 400) return Outcome.WORKS;
        return switch (status) {
            case 401, 402, 403, 407, 408, 421, 425, 429, 451, 503, 999 -> Outcome.UNCLEAR;
            default -> status < 500 ? Outcome.MISSING : Outcome.BROKEN;
        };
    }

    /// The beginning of an answer.
    private record Head(int status, String location) {
        boolean leadsOn() {
            return status >= 300 && status < 400 && status != 304 && !location.isEmpty();
        }
    }

    private Head request(String method, URI address) throws IOException, Forbidden {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) throw new Forbidden();
        if (address.getHost() == null || address.getUserInfo() != null) throw new Forbidden();
        String host = IDN.toASCII(address.getHost());
        int port = address.getPort() < 0 ? (secure ? 443 : 80) : address.getPort();
        if (!guard.allowsPort(port)) throw new Forbidden();
        InetAddress[] hosts = AddressGuard.resolve(guard, bare(host));
        long until = System.nanoTime() + patience.toNanos();
        try (Socket plain = connected(hosts, port, until)) {
            Socket socket = secure ? secured(plain, bare(host), port, until) : plain;
            String line = method + " " + path(address) + " HTTP/1.1\r\nHost: " + host
                    + (address.getPort() < 0 ? "" : ":" + port) + "\r\nUser-Agent: " + agent
                    + "\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return read(socket, until);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String path(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        String path = ascii.getRawPath();
        String query = ascii.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    // A second address is tried where the first takes no connection: some networks have no way for one family.
    private static Socket connected(InetAddress[] hosts, int port, long until) throws IOException {
        IOException failed = new ConnectException();
        for (int i = 0; i < Math.min(2, hosts.length); i++) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(hosts[i], port), Math.max(1, left(until) / (i == 0 ? 2 : 1)));
                return socket;
            } catch (IOException e) {
                socket.close();
                failed = e;
            }
        }
        throw failed;
    }

    private static Socket secured(Socket plain, String host, int port, long until) throws IOException {
        plain.setSoTimeout(left(until));
        var socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int left(long until) throws SocketTimeoutException {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) throw new SocketTimeoutException();
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private Head read(Socket socket, long until) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
        for (int informational = 0; informational < 5; informational++) {
            Head head = oneHead(socket, in, until);
            if (head.status() >= 200) return head;
        }
        throw new IOException("Nothing but interim answers");
    }

    private static Head oneHead(Socket socket, InputStream in, long until) throws IOException {
        int budget = LONGEST_HEAD;
        String status = line(socket, in, until);
        budget -= status.length();
        if (!status.matches("HTTP/1\\.[01] \\d{3}.*")) throw new IOException("Not an answer of the web");
        String location = "";
        for (String line = line(socket, in, until); !line.isEmpty(); line = line(socket, in, until)) {
            budget -= line.length();
            if (budget < 0) throw new IOException("More headers than anybody reads");
            if (line.regionMatches(true, 0, "location:", 0, 9))
                location = line.substring(9).strip();
        }
        return new Head(Integer.parseInt(status.substring(9, 12)), location);
    }

    private static String line(Socket socket, InputStream in, long until) throws IOException {
        var line = new StringBuilder();
        while (true) {
            socket.setSoTimeout(left(until));
            int c = in.read();
            if (c < 0) {
                if (line.isEmpty()) throw new IOException("The answer broke off");
                return line.toString();
            }
            if (c == '\n') return line.toString();
            if (c != '\r') line.append((char) c);
            if (line.length() > LONGEST_LINE) throw new IOException("A line longer than anybody reads");
        }
    }

    /// Who asks, in the header by which servers know their readers.
    static String agent(@Nullable String publicUrl) {
        String about = publicUrl == null ? "" : publicUrl.replaceAll("[^\\x21-\\x7e]", "");
        return "Throughline link check (+" + about + "/about)";
    }
}
