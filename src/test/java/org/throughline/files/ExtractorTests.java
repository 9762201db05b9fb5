package org.throughline.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The child process: what it reads, and what happens when a document breaks it.
class ExtractorTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void textOfTheThreeKindsIsRead() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 100_000)) {
            assertThat(extractor.extract(FileType.PDF, file(SampleFiles.pdf("Broadband for all"))))
                    .isEqualTo(new Extractor.Outcome(true, false, "Broadband for all"));
            assertThat(extractor.extract(FileType.DOCX, file(SampleFiles.docx("النطاق العريض للجميع"))))
                    .isEqualTo(new Extractor.Outcome(true, false, "النطاق العريض للجميع"));
            assertThat(extractor.extract(FileType.ODT, file(SampleFiles.odt("普及宽带"))))
                    .isEqualTo(new Extractor.Outcome(true, false, "普及宽带"));
        }
    }

    @Test
    void aLongOpenDocumentWithManyEscapesIsRead() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 10_000_000)) {
            var outcome =
                    extractor.extract(FileType.ODT, file(SampleFiles.odt("R&amp;D &lt;and&gt; ".repeat(150_000))));
            assertThat(outcome.text()).hasSize(150_000 * 10 - 1).endsWith("R&D <and>");
        }
    }

    @Test
    void plainTextIsReadInTheEncodingItHas() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 20)) {
            assertThat(extractor
                            .extract(FileType.TEXT, file(SampleFiles.utf8("Été\r\n")))
                            .text())
                    .isEqualTo("Été");
            var long1252 =
                    extractor.extract(FileType.TEXT, file("Été ".repeat(20).getBytes("windows-1252")));
            assertThat(long1252.text()).isEqualTo("Été ".repeat(5).strip());
            assertThat(long1252.cut()).isTrue();
        }
    }

    @Test
    void longTextIsCutAtTheLimit() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 50)) {
            var outcome = extractor.extract(FileType.DOCX, file(SampleFiles.docx("0123456789".repeat(20))));
            assertThat(outcome.cut()).isTrue();
            assertThat(outcome.text()).hasSizeBetween(1, 50).startsWith("0123456789");
        }
    }

    @Test
    void aDocumentThatCannotBeReadFailsAlone() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 1000)) {
            assertThat(extractor.extract(FileType.DOCX, file(SampleFiles.utf8("PK nothing"))))
                    .isEqualTo(Extractor.Outcome.FAILED);
        }
    }

    @Test
    void aChildThatTakesTooLongIsEnded() throws Exception {
        long start = System.nanoTime();
        try (var extractor = new Extractor(folder, MINUTE, Duration.ofSeconds(2), 1000, Sleeper.class.getName())) {
            assertThat(extractor.extract(FileType.PDF, file(new byte[0]))).isEqualTo(Extractor.Outcome.FAILED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(child -> child.info().commandLine().orElse("").contains(Sleeper.class.getName())))
                .isEmpty();
    }

    @Test
    void aChildThatComputesTooLongIsEnded() throws Exception {
        try (var extractor = new Extractor(folder, Duration.ofSeconds(2), MINUTE, 1000, Spinner.class.getName())) {
            assertThat(extractor.extract(FileType.PDF, file(new byte[0]))).isEqualTo(Extractor.Outcome.FAILED);
        }
    }

    @Test
    void aChildThatEatsAllItsMemoryFailsAlone() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 1000, Eater.class.getName())) {
            assertThat(extractor.extract(FileType.PDF, file(new byte[0]))).isEqualTo(Extractor.Outcome.FAILED);
        }
    }

    @Test
    void theChildReachesNoNetwork() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var extractor = new Extractor(folder, MINUTE, MINUTE, 1000, Caller.class.getName())) {
            Path port = file(SampleFiles.utf8(Integer.toString(server.getLocalPort())));
            assertThat(extractor.extract(FileType.PDF, port).text())
                    .isEqualTo("socket shut, channel shut, url shut, client shut");
        }
    }

    @Test
    void theChildSeesNothingOfTheServersEnvironment() throws Exception {
        try (var extractor = new Extractor(folder, MINUTE, MINUTE, 1000, Environment.class.getName())) {
            assertThat(extractor.extract(FileType.PDF, file(new byte[0])).text().lines())
                    .isSubsetOf("PATH", "LD_LIBRARY_PATH", "LC_ALL");
        }
    }

    private Path file(byte[] content) throws Exception {
        Path file = Files.createTempFile(folder, "sample", "");
        return Files.write(file, content);
    }

    /// Stands for a document that sends the reader round in circles, for longer than the test waits.
    static final class Spinner {
        public static void main(String[] args) {
            long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (System.nanoTime() < end) Thread.onSpinWait();
        }
    }

    /// Stands for a document that makes the reader wait for something.
    static final class Sleeper {
        public static void main(String[] args) throws Exception {
            TimeUnit.MINUTES.sleep(5);
        }
    }

    /// Stands for a document that grows in memory.
    static final class Eater {
        public static void main(String[] args) {
            var kept = new java.util.ArrayList<byte[]>();
            while (true) kept.add(new byte[1 << 20]);
        }
    }

    /// Stands for a document that makes the reader fetch something.
    static final class Caller {
        /// One way of reaching another machine.
        interface Call {
            void now() throws Exception;
        }

        public static void main(String[] args) throws Exception {
            NoNetwork.install();
            int port = Integer.parseInt(Files.readString(Path.of(args[1])));
            var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            System.out.print("socket " + outcome(() -> new Socket().connect(there, 1000)));
            System.out.print(
                    ", channel " + outcome(() -> SocketChannel.open(there).close()));
            System.out.print(", url "
                    + outcome(
                            () -> URI.create("http://localhost:" + port).toURL().openStream()));
            System.out.print(
                    ", client " + outcome(() -> HttpClient.newHttpClient().close()));
        }

        private static String outcome(Call call) {
            try {
                call.now();
                return "open";
            } catch (Exception | Error e) {
                return "shut";
            }
        }
    }

    /// Prints the names of its environment.
    static final class Environment {
        public static void main(String[] args) {
            System.getenv().keySet().forEach(System.out::println);
        }
    }
}
