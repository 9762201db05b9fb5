package org.throughline.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.throughline.ledger.VerifyCommand;

/// What `throughline verify` says of a file: its exit status on a line of its own, then what it prints.
public final class Verified {

    private Verified() {}

    public static String archive(byte[] archive, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("archive.zip"), archive);
        var out = new ByteArrayOutputStream();
        int status = VerifyCommand.run(file, new PrintStream(out, true, StandardCharsets.UTF_8), Optional.empty());
        return status + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
