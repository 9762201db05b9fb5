package org.throughline.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Storable;

/// What a list of documents is narrowed by; what is empty narrows nothing.
///
/// @param source the kind of who it comes from
/// @param language it stands in
/// @param year in which it was posted
/// @param words that are searched for
/// @param after where the page before ended; absent for the first page
public record DocumentQuery(
        String series,
        String meeting,
        String kind,
        String source,
        String language,
        String year,
        String words,
        @Nullable String after) {

    private static final int LONGEST = 200;

    /// Whether everything is asked for.
    public boolean isAll() {
        return List.of(series, meeting, kind, source, language, year, words).stream()
                .allMatch(String::isEmpty);
    }

    /// What an address asks for. What is not known narrows to nothing rather than being left out.
    public static DocumentQuery of(Map<String, List<String>> asked) {
        String after = one(asked, "after");
        return new DocumentQuery(
                one(asked, "series"),
                one(asked, "meeting"),
                one(asked, "kind"),
                one(asked, "source"),
                one(asked, "language"),
                one(asked, "year"),
                one(asked, "q"),
                after.isEmpty() ? null : after);
    }

    private static String one(Map<String, List<String>> asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        String value = values.isEmpty() ? "" : Storable.part(values.getFirst()).strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /// The query of the address of the same list, without the place in it; empty for all.
    public String address() {
        List<String> parts = new ArrayList<>();
        part(parts, "q", words);
        part(parts, "series", series);
        part(parts, "meeting", meeting);
        part(parts, "kind", kind);
        part(parts, "source", source);
        part(parts, "language", language);
        part(parts, "year", year);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void part(List<String> parts, String name, String value) {
        if (!value.isEmpty()) parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
