package org.throughline.files;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URL;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/// Shuts the network in the child process: sockets, channels and URLs fail when they are asked for. Given to the
/// child as its selector provider on the command line and installed for the rest by its main method.
public final class NoNetwork extends SelectorProvider {

    static void install() {
        URL.setURLStreamHandlerFactory(protocol -> switch (protocol) {
            case "http", "https", "ftp", "mailto" -> throw new SecurityException("No network here");
            default -> null;
        });
        installSocketFactory();
    }

    // The method is deprecated because servers should not use it; there is no other way to shut plain sockets.
    @SuppressWarnings("deprecation")
    private static void installSocketFactory() {
        try {
            Socket.setSocketImplFactory(NoNetwork::refuseSocket);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SocketImpl refuseSocket() {
        throw new SecurityException("No network here");
    }

    private static IOException refused() {
        return new IOException("No network here");
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw refused();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw refused();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw refused();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw refused();
    }
}
