package org.throughline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.Throughline;
import org.throughline.platform.DataFolder;

/// What stands in the way of a command is said in one sentence, with an exit status that scripts can rely on.
class CommandLineTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final CommandLine commands = new CommandLine(
            Throughline.class,
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8));

    @TempDir
    Path scratch;

    @Test
    void wordsThatMakeNoSenseAreWrongUseAndGetTheHelp() {
        for (String[] words : new String[][] {
            {},
            {"dance"},
            {"serve", "--prot", "1"},
            {"serve", "--port", "many"},
            {"serve", "--port"},
            {"serve", "here"},
            {"import"},
            {"import", "inputs", "--colour", "blue"},
            {"verify"},
            {"backup"},
            {"restore", "a", "b"},
            {"bench", "everything"}
        }) {
            complained.reset();
            assertThat(commands.run(words)).as(String.join(" ", words)).isEqualTo(OptionalInt.of(2));
            assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Usage: ./throughline");
        }
    }

    @Test
    void onlyInputsAreHandedToAServerElsewhere() {
        assertThat(commands.run("import", "call", "call.json", "--server", "https://throughline.example.org"))
                .hasValue(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Only inputs", "--data");
        assertThat(commands.run("import", "call", "call.json", "--dry-run")).hasValue(2);
    }

    @Test
    void theLauncherPrintsTheSameHelp() throws IOException {
        assertThat(Files.readString(Path.of("throughline"))).contains(Usage.TEXT);
    }

    @Test
    void helpIsNoMistake() {
        assertThat(commands.run("--help")).isEqualTo(OptionalInt.of(0));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("restore FILE");
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(commands.run(
                            "serve",
                            "--port",
                            port,
                            "--data",
                            scratch.resolve("data").toString()))
                    .hasValue(1);
            assertThat(complained.toString(StandardCharsets.UTF_8))
                    .contains("Port " + port + " is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void aSecondServerOnAFolderIsRefusedWithAdvice() {
        try (var folder = new DataFolder(scratch)) {
            assertThat(folder.lock()).isTrue();
            assertThat(commands.run("serve", "--port", "0", "--data", scratch.toString()))
                    .hasValue(1);
            assertThat(complained.toString(StandardCharsets.UTF_8))
                    .contains("already runs on the data folder")
                    .contains("--data");
        }
    }

    @Test
    void aDataFolderThatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "kept");
        assertThat(commands.run("serve", "--data", file.toString())).hasValue(1);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("is not a folder");
        assertThat(file).hasContent("kept");
    }

    @Test
    void whatCannotBeVerifiedIsNotVerified() throws IOException {
        Path file = Files.writeString(scratch.resolve("receipt.json"), "{}");
        assertThat(commands.run("verify", file.toString())).hasValue(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Not verified");
    }
}
