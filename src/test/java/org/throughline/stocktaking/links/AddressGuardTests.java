package org.throughline.stocktaking.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::",
                "64:ff9b::a00:1",
                "64:ff9b:1::808:808",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1"
            })
    void neighboursAreNotAsked(String address) throws Exception {
        assertThat(AddressGuard.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "156.106.202.5", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "2002:808:808::"})
    void thePublicInternetIs(String address) throws Exception {
        assertThat(AddressGuard.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 5432, 8080, 6379, 0, 65535})
    void onlyThePortsOfTheWebAre(int port) {
        assertThat(AddressGuard.PUBLIC.allowsPort(port)).isFalse();
    }
}
