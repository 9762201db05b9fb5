package org.throughline.stocktaking.links;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Which machines may be asked for a link: those of the public Internet on the ports of the web. An entry must not be
/// a way to make this server look at its own neighbours.
interface AddressGuard {

    boolean allows(InetAddress address);

    boolean allowsPort(int port);

    /// The public Internet, by the special-purpose registries of RFC 6890 and what was added since.
    AddressGuard PUBLIC = new AddressGuard() {
        @Override
        public boolean allows(InetAddress address) {
            return switch (address) {
                case Inet4Address four -> isPublic(four.getAddress());
                case Inet6Address six -> isPublic(six);
                default -> false;
            };
        }

        @Override
        public boolean allowsPort(int port) {
            return port == 80 || port == 443;
        }
    };

    private static boolean isPublic(byte[] four) {
        int a = four[0] & 0xff;
        int b = four[1] & 0xff;
        int c = four[2] & 0xff;
        boolean special = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113;
        return !special;
    }

    // Only global unicast, without the blocks in it that carry another address or are for examples.
    private static boolean isPublic(Inet6Address address) {
        byte[] six = address.getAddress();
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        // 64:ff9b::/96 carries an address of the old kind; 64:ff9b:1::/48 is for networks of one's own (RFC 8215).
        if (first == 0x64 && second == 0xff9b) return isZero(six, 4, 12) && isPublic(Arrays.copyOfRange(six, 12, 16));
        if (first == 0x2002) return isPublic(Arrays.copyOfRange(six, 2, 6));
        boolean global = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x3fff && second < 0x1000;
        return global && !special && !address.isMulticastAddress();
    }

    private static boolean isZero(byte[] address, int from, int to) {
        for (int i = from; i < to; i++) if (address[i] != 0) return false;
        return true;
    }

    /// The addresses of a host, all of them allowed; refused as a whole when one is not, so that a host cannot be
    /// public to the check and a neighbour to the connection.
    static InetAddress[] resolve(AddressGuard guard, String host) throws UnknownHostException, Forbidden {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress one : all) if (!guard.allows(one)) throw new Forbidden();
        return all;
    }

    /// The address is none of the public Internet, or the port none of the web.
    final class Forbidden extends Exception {
        Forbidden() {
            super("Not an address of the public web");
        }
    }
}
