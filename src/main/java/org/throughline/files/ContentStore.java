package org.throughline.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Content on disk under the name of its hash, each once: `files/ab/cdef…`. What has its place there is whole and
/// durable.
final class ContentStore {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// Content that has arrived but has no place yet. Closing it throws away what was not placed.
    record Draft(Path path, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Path root;
    private final Path incoming;
    private final long reserve;

    ContentStore(Path root, long reserve) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.reserve = reserve;
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for files cannot be made", e);
        }
    }

    /// Writes what arrives to the disk, hashing on the way. Reads one byte more than the limit at most.
    Draft receive(InputStream in, long maxBytes) throws UnacceptableFile, IOException {
        if (Files.getFileStore(incoming).getUsableSpace() < reserve + maxBytes) throw noRoom("reserve");
        Path path = incoming.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            long size = copy(in, maxBytes, file, digest);
            force(file);
            whole = true;
            return new Draft(path, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) Files.deleteIfExists(path);
        }
    }

    private static long copy(InputStream in, long maxBytes, FileChannel file, MessageDigest digest)
            throws UnacceptableFile, IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        while (true) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, maxBytes + 1 - size));
            if (n < 0) return size;
            size += n;
            if (size > maxBytes) throw new UnacceptableFile(FileProblem.TOO_LARGE, "more than " + maxBytes);
            digest.update(buffer, 0, n);
            write(file, ByteBuffer.wrap(buffer, 0, n));
        }
    }

    // Only failures of our own disk mean "no room"; a reader who hangs up fails in read and is another matter.
    private static void write(FileChannel file, ByteBuffer bytes) throws UnacceptableFile {
        try {
            while (bytes.hasRemaining()) file.write(bytes);
        } catch (IOException e) {
            throw noRoom(String.valueOf(e.getMessage()));
        }
    }

    private static void force(FileChannel file) throws UnacceptableFile {
        try {
            file.force(true);
        } catch (IOException e) {
            throw noRoom(String.valueOf(e.getMessage()));
        }
    }

    private static UnacceptableFile noRoom(String detail) {
        return new UnacceptableFile(FileProblem.NO_ROOM, detail);
    }

    /// Gives a draft its place, unless the same content has it already. The caller holds the hash's lock.
    void place(Draft draft) throws IOException {
        Path place = placeOf(draft.sha256());
        if (Files.exists(place)) return;
        Path folder = Files.createDirectories(place.getParent());
        Files.move(draft.path(), place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder);
        forceFolder(root);
    }

    private static void forceFolder(Path folder) throws IOException {
        // Without this the name may be lost in a power cut though the content is not. Windows cannot open folders.
        if (!java.io.File.separator.equals("/")) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    Path placeOf(String sha256) {
        if (!HASH.matcher(sha256).matches()) throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /// The caller holds the hash's lock and knows that nobody refers to it.
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(placeOf(sha256));
    }

    /// Hashes of content placed before a moment.
    List<String> placedBefore(Instant moment) throws IOException {
        try (Stream<Path> paths = Files.walk(root, 2)) {
            return paths.filter(path -> isBefore(path, moment))
                    .map(path -> path.getParent().getFileName().toString() + path.getFileName())
                    .filter(name -> HASH.matcher(name).matches())
                    .toList();
        }
    }

    /// Throws away what was left half received before a moment, by a server that was killed.
    void removeDraftsBefore(Instant moment) throws IOException {
        try (Stream<Path> paths = Files.list(incoming)) {
            for (Path path : paths.filter(draft -> isBefore(draft, moment)).toList()) Files.deleteIfExists(path);
        }
    }

    private static boolean isBefore(Path path, Instant moment) {
        try {
            return Files.isRegularFile(path)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
