package org.throughline.operations.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Component;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.Person;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Json;

/// The example people of a demonstration, and the file in the data folder that says how to be one of them.
@Component
public class DemoAccounts {

    public static final String FILE = "demo-accounts.json";

    private final DemoPeople people;
    private final DataFolder data;

    DemoAccounts(DemoPeople people, DataFolder data) {
        this.people = people;
        this.data = data;
    }

    void load() {
        byte[] list = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(people.ensure());
        try {
            Path draft = Files.createTempFile(data.root(), FILE, ".new", ownerOnly());
            Files.write(draft, list);
            Files.move(draft, data.file(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The example accounts cannot be written", e);
        }
    }

    Person contributor() {
        return people.of("contributor");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
