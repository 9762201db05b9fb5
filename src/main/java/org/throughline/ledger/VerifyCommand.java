package org.throughline.ledger;

import com.ibm.icu.text.MessageFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `throughline verify FILE`: verifies a receipt, two checkpoints, a published summary or report or an archive of a
/// call, offline, and prints each step on a line. Ends with 0 when everything holds, 1 when something does not, 2 when
/// the file cannot be read as any of these.
public final class VerifyCommand {

    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private static final long MAX_DOCUMENT = 32L * 1024 * 1024;

    private VerifyCommand() {}

    /// Verifies `file`. `trustedKey` is a file with the log's public key as `/api/v1/ledger/key` gives it, or
    /// several, one a line.
    public static int run(Path file, PrintStream out, Optional<Path> trustedKey) {
        try {
            Verification verification =
                    verify(file, trustedKey.map(VerifyCommand::keys).orElse(Set.of()));
            Properties words = words();
            for (Finding finding : verification.findings()) out.println(printable(line(words, finding)));
            out.println(say(
                    words,
                    verification.holds() ? "ledger.verify.result-holds" : "ledger.verify.result-broken",
                    verification.broken()));
            return verification.holds() ? HOLDS : BROKEN;
        } catch (Unreadable e) {
            out.println(printable("Not verified: " + e.getMessage() + "."));
        } catch (IOException | UncheckedIOException e) {
            out.println("Not verified: the file cannot be read (" + e.getMessage() + ").");
        }
        return UNREADABLE;
    }

    private static Verification verify(Path file, Set<VerifierKey> trusted) throws IOException {
        byte[] start = new byte[2];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, 2);
        }
        if (start[0] == 'P' && start[1] == 'K') return new ArchiveVerifier(trusted).verify(file);
        if (ReportPackageFile.isOne(file)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return new Verifier(trusted).report(in);
            }
        }
        if (Files.size(file) > MAX_DOCUMENT) throw new Unreadable("This file is too long for a receipt");
        return new Verifier(trusted).verify(Files.readAllBytes(file));
    }

    private static Set<VerifierKey> keys(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Set<VerifierKey> keys = lines.filter(line -> !line.isBlank())
                    .map(VerifierKey::parse)
                    .collect(Collectors.toSet());
            if (keys.isEmpty()) throw new Unreadable("There is no key in the file given as key");
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Properties words, Finding finding) {
        String mark = switch (finding.outcome()) {
            case HOLDS -> "ok      ";
            case BROKEN -> "BROKEN  ";
            case NOTE -> "note    ";
        };
        return mark
                + say(words, finding.check().messageKey(), finding.arguments().toArray());
    }

    // What the file says of itself must not move the cursor or turn the line round.
    private static String printable(String line) {
        return line.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    private static String say(Properties words, String key, Object... arguments) {
        return new MessageFormat(words.getProperty(key), Locale.ENGLISH).format(arguments);
    }

    /// The English messages that the page uses too.
    private static Properties words() throws IOException {
        var words = new Properties();
        try (InputStream in = VerifyCommand.class.getResourceAsStream("/messages/ledger.properties")) {
            if (in == null) throw new IOException("The program's messages are missing");
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
