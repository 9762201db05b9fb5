package org.throughline.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.citations.Citable;
import org.throughline.citations.CitableSource;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.platform.Json;
import tools.jackson.core.type.TypeReference;

/// The instruments of the register, for whoever looks for citations in a text. What has no number goes by its name in
/// every language; other names that texts use are in `mandates/names.json`.
@Component
class CitableInstruments implements CitableSource {

    private static final String NAMES = "/mandates/names.json";

    private final Mandates mandates;
    private final Map<String, List<String>> otherNames;

    CitableInstruments(Mandates mandates) {
        this.mandates = mandates;
        this.otherNames = otherNames();
    }

    private static Map<String, List<String>> otherNames() {
        try (InputStream in = CitableInstruments.class.getResourceAsStream(NAMES)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + NAMES);
            return Json.mapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Citable> citable() {
        return mandates.all().stream().map(this::citable).toList();
    }

    @Override
    public String tag() {
        return "mandates";
    }

    Citable citable(Instrument one) {
        var names = new ArrayList<>(otherNames.getOrDefault(one.slug(), List.of()));
        if (one.number().isEmpty()) names.addAll(one.topic().texts().values());
        return new Citable(
                one.slug(),
                one.body().code(),
                one.number(),
                names,
                one.revisions().stream().map(CitableInstruments::revision).toList());
    }

    private static Citable.Revision revision(Revision one) {
        return new Citable.Revision(one.position(), one.label(), one.symbol(), one.place(), one.adopted());
    }
}
