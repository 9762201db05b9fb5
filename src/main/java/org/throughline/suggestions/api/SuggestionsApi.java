package org.throughline.suggestions.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Json;
import org.throughline.platform.access.OpenToAll;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.SuggestionRefusals;
import org.throughline.suggestions.Suggestions;
import tools.jackson.core.JacksonException;

/// `POST /api/v1/suggestions`: what a text is about, for programs. Open to everybody, keeps nothing.
@RestController
class SuggestionsApi {

    private static final int MEGABYTES = 2;
    private static final int LARGEST_BODY = MEGABYTES << 20;

    private final Suggestions suggestions;

    SuggestionsApi(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    record Request(
            @Nullable String text,
            @Nullable String language,
            @Nullable String vocabulary,
            @Nullable Integer limit) {}

    @OpenToAll
    @PostMapping("/api/v1/suggestions")
    ResponseEntity<List<Suggestion>> suggest(HttpServletRequest request) throws IOException {
        Request asked = read(bodyOf(request));
        List<Suggestion> found = suggestions.suggest(
                Objects.requireNonNullElse(asked.vocabulary(), ""),
                Objects.requireNonNullElse(asked.text(), ""),
                asked.language(),
                Objects.requireNonNullElse(asked.limit(), Suggestions.USUAL));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) throw SuggestionRefusals.bodyTooLarge(MEGABYTES);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) throw SuggestionRefusals.bodyTooLarge(MEGABYTES);
        return body;
    }

    private static Request read(byte[] body) {
        try {
            Request asked = Json.mapper().readValue(body, Request.class);
            if (asked == null) throw SuggestionRefusals.malformed("1:1");
            return asked;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw SuggestionRefusals.malformed(place == null ? "1:1" : place.getLineNr() + ":" + place.getColumnNr());
        }
    }
}
