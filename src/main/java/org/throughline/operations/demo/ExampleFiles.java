package org.throughline.operations.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.throughline.platform.Json;

/// The files of the example world, which come with the release.
final class ExampleFiles {

    private ExampleFiles() {}

    static boolean has(String name) {
        return ExampleFiles.class.getResource(path(name)) != null;
    }

    static <T> T read(String name, Class<T> type) {
        try (InputStream in = ExampleFiles.class.getResourceAsStream(path(name))) {
            if (in == null) throw new IllegalStateException("Missing from the release: " + path(name));
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String name) {
        return "/demo/" + name;
    }
}
