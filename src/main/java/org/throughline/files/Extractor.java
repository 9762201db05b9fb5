package org.throughline.files;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a child process that reads a document's text, and ends it when it takes too long or too much. One at a
/// time.
final class Extractor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Extractor.class);

    private static final long LOOK_AGAIN_MILLIS = 100;

    /// What came of it: the text, whole or cut at the limit; or no text.
    record Outcome(boolean read, boolean cut, String text) {
        static final Outcome FAILED = new Outcome(false, false, "");
    }

    private final Path work;
    private final Duration computing;
    private final Duration waiting;
    private final int mostCharacters;
    private final String mainClass;
    private volatile @Nullable Process child;
    private volatile boolean closed;

    Extractor(Path work, Duration computing, Duration waiting, int mostCharacters) {
        this(work, computing, waiting, mostCharacters, ExtractionChild.class.getName());
    }

    /// @param work a folder for the child's temporary files and for what it remembers of the machine's fonts
    /// @param computing the most processor time for one file, which does not depend on what else the machine does
    /// @param waiting the most time on the clock, for a child that does nothing at all
    Extractor(Path work, Duration computing, Duration waiting, int mostCharacters, String mainClass) {
        this.work = work;
        this.computing = computing;
        this.waiting = waiting;
        this.mostCharacters = mostCharacters;
        this.mainClass = mainClass;
    }

    /// Never throws for what a document does: a child that fails, hangs or is killed means [Outcome#FAILED].
    synchronized Outcome extract(FileType type, Path content) throws InterruptedException {
        @Nullable Path folder = null;
        try {
            Files.createDirectories(work);
            folder = Files.createTempDirectory(work, "extraction");
            Path text = folder.resolve("text");
            int status = run(command(type, content, folder), folder, text);
            if (status != 0 && status != ExtractionChild.TEXT_IS_CUT) return Outcome.FAILED;
            return new Outcome(true, status != 0, clean(Files.readString(text, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            log.warn("Text extraction could not run", e);
            return Outcome.FAILED;
        } finally {
            removeAll(folder);
        }
    }

    private int run(List<String> command, Path folder, Path text) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        clear(builder.environment());
        builder.redirectOutput(text.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process started = builder.start();
        child = started;
        try {
            return endsInTime(started) ? started.exitValue() : -1;
        } finally {
            started.destroyForcibly().waitFor();
            child = null;
        }
    }

    private boolean endsInTime(Process started) throws InterruptedException {
        long end = System.nanoTime() + waiting.toNanos();
        while (!closed && System.nanoTime() < end) {
            if (started.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) return true;
            Duration used = started.info().totalCpuDuration().orElse(Duration.ZERO);
            if (used.compareTo(computing) > 0) return false;
        }
        return false;
    }

    /// The child needs nothing of the server's environment, which may hold passwords.
    private static void clear(Map<String, String> environment) {
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    private List<String> command(FileType type, Path content, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                // Looking at all fonts of the machine takes a second, so the child finds what the first one noted.
                "-Dpdfbox.fontcache=" + work,
                // A long document counts as one entity; memory, time and the number of expansions are limited
                // anyway.
                "-Djdk.xml.maxGeneralEntitySizeLimit=0",
                "-Djdk.xml.totalEntitySizeLimit=0",
                "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
                "-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.class.getName(),
                "-cp",
                classPath(),
                mainClass,
                type.mediaType(),
                content.toAbsolutePath().toString(),
                Integer.toString(mostCharacters));
    }

    /// The server's own class path, made independent of the folder it was started in.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Keeps what a text column can hold: no NUL and no other control characters, line ends as one character.
    private static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .chars()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> kept.append((char) c));
        return kept.toString().strip();
    }

    private static void removeAll(@Nullable Path folder) {
        if (folder == null) return;
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("Temporary folder {} stays behind", folder, e);
        }
    }

    /// Ends the running child, if any, and lets no other start.
    @Override
    public void close() {
        closed = true;
        Process running = child;
        if (running != null) running.destroyForcibly();
    }
}
