package org.throughline.suggestions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import tools.jackson.core.type.TypeReference;

/// The figures that `evaluate-suggestions` wrote for this release.
@Service
public class MeasuredSuggestions {

    private final List<Figures> figures = read();

    MeasuredSuggestions() {}

    public List<Figures> figures() {
        return figures;
    }

    private static List<Figures> read() {
        try (InputStream in = MeasuredSuggestions.class.getResourceAsStream("/suggestions/figures.json")) {
            if (in == null) return List.of();
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.copyOf(Json.read(json, new TypeReference<List<Figures>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
