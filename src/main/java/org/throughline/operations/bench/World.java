package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throughline.operations.demo.DemoAccounts;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// The data folder of the measurements: one open call with many made-up inputs, made once and used by several
/// parts.
record World(Path data, int inputs, PrintStream out) {

    // All inputs are sent by one person, as nobody else does.
    private static final String[] PEOPLE = {
        "-Dthroughline.demo=true", "-Dthroughline.example-world=people", "-Dthroughline.inputs.most-an-hour=1000000"
    };

    /// Starts a server on it; makes it first when it is not there.
    ServerProcess serve() throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("made"))) {
            out.println("  making " + inputs + " inputs ...");
            Files.createDirectories(data);
            var time = ServerProcess.run(
                    data.resolve("making.log"),
                    List.of("bench-world", "--inputs", String.valueOf(inputs), "--data", data.toString()));
            Files.createFile(data.resolve("made"));
            out.println("  made in " + time.toSeconds() + " s");
        }
        return ServerProcess.start(data, "serve", PEOPLE);
    }

    record Account(String email, String password, String token) {}

    Account account(String persona) throws IOException {
        JsonNode accounts = Json.tree(Files.readString(data.resolve(DemoAccounts.FILE)));
        for (JsonNode account : accounts)
            if (account.get("persona").asString().equals(persona))
                return new Account(
                        account.get("email").asString(),
                        account.get("password").asString(),
                        account.get("token").asString());
        throw new IOException("There is no example account for " + persona);
    }
}
