package org.throughline.stocktaking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.throughline.platform.Json;

/// The form of the WSIS Stocktaking as it comes with the program: the entry form that the process has published over
/// the years, as data.
public final class StandardForm {

    private StandardForm() {}

    public static ProjectForm read() {
        try (InputStream file = StandardForm.class.getResourceAsStream("standard-form.json")) {
            return Json.mapper().readValue(file, ProjectForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
