package org.throughline.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Settings;

/// Finds or makes the key of this installation's log. It lies in `secrets/ledger.key` of the data folder, readable
/// by the owner only, and belongs into every backup: receipts already given stay valid without it, but the log
/// would go on under another key.
@Configuration(proxyBeanMethods = false)
class LedgerKey {

    @Bean
    static SigningKey ledgerSigningKey(DataFolder data, Settings settings, LedgerSettings ledger) {
        if (ledger.keyFile() != null) {
            try {
                return SigningKey.parse(Files.readString(ledger.keyFile()));
            } catch (IOException e) {
                throw new UncheckedIOException("The ledger key " + ledger.keyFile() + " cannot be read", e);
            }
        }
        byte[] file = data.secret(
                "ledger.key",
                () -> SigningKey.generate(origin(settings, ledger)).fileForm().getBytes(StandardCharsets.UTF_8));
        return SigningKey.parse(new String(file, StandardCharsets.UTF_8));
    }

    /// The name must differ from that of every other log, so one without an address of its own gets a random part.
    private static String origin(Settings settings, LedgerSettings ledger) {
        if (ledger.origin() != null) return ledger.origin();
        String host = URI.create(settings.publicUrl()).getHost();
        if (host != null && !host.equals("localhost") && !host.startsWith("127.")) return host + "/log";
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "throughline.local/" + HexFormat.of().formatHex(random);
    }
}
