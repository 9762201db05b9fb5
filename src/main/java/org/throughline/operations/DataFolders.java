package org.throughline.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a data folder can be worked in, found out before anything is started.
final class DataFolders {

    private DataFolders() {}

    /// Makes the folder when it is not there, for its owner alone. Refuses one that cannot be written or whose disk
    /// is full.
    static void check(Path data, long leastFree) {
        try {
            boolean fresh = !Files.exists(data);
            Files.createDirectories(data);
            if (fresh) ownerOnly(data);
            Path probe = Files.createTempFile(data, "probe", ".tmp");
            Files.delete(probe);
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < leastFree)
                throw new Failed("The disk of the data folder " + data + " is full: " + (free >> 20)
                        + " MB are left and " + (leastFree >> 20)
                        + " MB are needed. Free some space, or choose a folder on another disk with --data.");
        } catch (FileAlreadyExistsException e) {
            throw new Failed("The data folder " + data + " is not a folder. Choose another one with --data.", e);
        } catch (AccessDeniedException e) {
            throw new Failed(
                    "The data folder " + data + " cannot be written. Give this user the right to, or choose another"
                            + " one with --data.",
                    e);
        } catch (FileSystemException e) {
            throw new Failed(
                    "The data folder " + data + " cannot be written ("
                            + (e.getReason() == null ? e.getMessage() : e.getReason())
                            + "). Choose another one with --data.",
                    e);
        } catch (IOException e) {
            throw new Failed("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void ownerOnly(Path data) throws IOException {
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
}
