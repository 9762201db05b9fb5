package org.throughline.citations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that may be cited, by what texts write: number, symbol, name.
final class Catalogue {

    /// A document's symbol is one revision of something.
    record Known(Citable citable, Citable.Revision revision) {}

    private final Map<String, List<Citable>> byNumber = new HashMap<>();
    private final Map<String, Citable> byBody = new HashMap<>();
    private final Map<String, Citable> bySlug = new HashMap<>();
    private final Map<String, Known> bySymbol = new HashMap<>();
    private final Phrases<Citable> names = new Phrases<>();

    Catalogue(List<Citable> all) {
        for (Citable one : all) {
            bySlug.putIfAbsent(one.slug(), one);
            one.names().forEach(name -> names.add(name, one));
            for (Citable.Revision revision : one.revisions())
                if (!revision.symbol().isEmpty())
                    bySymbol.putIfAbsent(key(revision.symbol()), new Known(one, revision));
            if (one.number().isEmpty()) continue;
            byNumber.computeIfAbsent(key(one.number()), number -> new ArrayList<>())
                    .add(one);
            byBody.putIfAbsent(one.body() + " " + key(one.number()), one);
        }
    }

    private static String key(String number) {
        return number.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    @Nullable
    Citable find(String body, String number) {
        return byBody.get(body + " " + key(number));
    }

    @Nullable
    Citable withSlug(String slug) {
        return bySlug.get(slug);
    }

    List<Citable> withNumber(String number) {
        return byNumber.getOrDefault(key(number), List.of());
    }

    @Nullable
    Known withSymbol(String symbol) {
        return bySymbol.get(key(symbol));
    }

    Phrases<Citable> names() {
        return names;
    }
}
