package org.throughline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts everything, with a Java that only pretends: a start-up cache that cannot be made costs one
/// attempt for each build, and says why.
class LauncherTests {

    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$*" in
                *warm-up*)
                    echo attempt >>"$JAVA_HOME/attempts"
                    echo "Starting ..."
                    echo "java.lang.OutOfMemoryError: too little"
                    exit "$(cat "$JAVA_HOME/outcome")" ;;
                *) echo "serving" ;;
            esac
            """;

    @TempDir
    Path home;

    Path jdk;
    Path jar;

    @BeforeEach
    void aBuiltProgramAndAJdk() throws IOException {
        Files.copy(Path.of("throughline"), home.resolve("throughline"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        jar = Files.createDirectories(home.resolve("target/app")).resolve("throughline.jar");
        Files.writeString(jar, "");
        build(Instant.now().plusSeconds(60));
        jdk = Files.createDirectories(home.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(jdk.resolve("outcome"), "1");
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(jdk.resolve("bin").resolve(program), JAVA);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void aCacheThatCannotBeMadeIsNotTriedAgainBeforeTheNextBuild() throws Exception {
        assertThat(serve()).contains("could not be made", "OutOfMemoryError: too little", "app.aot.log", "serving");
        assertThat(serve()).contains("serving").doesNotContain("cache");
        assertThat(Files.readAllLines(jdk.resolve("attempts"))).hasSize(1);
        assertThat(home.resolve("target/app/app.aot.log")).content().contains("OutOfMemoryError");
        build(Instant.now().plusSeconds(120));
        assertThat(serve()).contains("could not be made", "serving");
        assertThat(Files.readAllLines(jdk.resolve("attempts"))).hasSize(2);
    }

    private void build(Instant at) throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(at));
    }

    private String serve() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", home.resolve("throughline").toString(), "serve").redirectErrorStream(true);
        process.environment().put("JAVA_HOME", jdk.toString());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }
}
