package org.throughline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one folder that holds all state of an installation: database, files, index, secrets, logs.
/// Two installations never share one; a second server on the same folder is refused by [#lock].
public final class DataFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;
    private @Nullable FileChannel lockChannel;
    private @Nullable FileLock lock;

    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        make(this.root);
    }

    public Path root() {
        return root;
    }

    /// A sub-folder, made when it does not exist yet.
    public Path folder(String name) {
        return make(root.resolve(name));
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /// Takes the folder for this process. False when another process holds it.
    public synchronized boolean lock() {
        if (lock != null) return true;
        try {
            lockChannel = FileChannel.open(
                    folder("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockChannel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + root + " cannot be locked", e);
        }
    }

    /// A secret kept in `secrets/<name>`, readable by the owner only; made once by `fresh`.
    public byte[] secret(String name, Supplier<byte[]> fresh) {
        Path file = folder("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Path draft = Files.createTempFile(file.getParent(), name, ".new", ownerOnly());
                Files.write(draft, fresh.get(), StandardOpenOption.SYNC, StandardOpenOption.WRITE);
                try {
                    Files.createLink(file, draft);
                } catch (FileAlreadyExistsException madeByAnother) {
                    // The other process won; its secret is the one everybody uses.
                } finally {
                    Files.delete(draft);
                }
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " cannot be read or written", e);
        }
    }

    /// A random password of 32 URL-safe characters, kept as [#secret].
    public String password(String name) {
        return new String(secret(name, () -> {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().encode(bytes);
        }));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lock != null) lock.release();
            if (lockChannel != null) lockChannel.close();
            lock = null;
            lockChannel = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
