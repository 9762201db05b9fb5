package org.throughline.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.throughline.platform.Json;

/// Answers of the API: JSON with an ETag of its content, so that who asks again is told that nothing changed; lists
/// with the address of their next page in the body and in a `Link` header.
public final class JsonAnswer {

    private JsonAnswer() {}

    /// A page of a list.
    ///
    /// @param total how many there are on all pages
    /// @param next the address of the next page; null on the last one
    public record Listing<T>(
            List<T> items, long total, @Nullable String next) {}

    public static ResponseEntity<byte[]> of(Object body) {
        return answer(body).body(Json.bytes(body));
    }

    public static ResponseEntity<byte[]> of(Listing<?> listing) {
        var answer = answer(listing);
        if (listing.next() != null) answer.header(HttpHeaders.LINK, "<" + listing.next() + ">; rel=\"next\"");
        return answer.body(Json.bytes(listing));
    }

    private static ResponseEntity.BodyBuilder answer(Object body) {
        return ResponseEntity.ok()
                .eTag("\"" + StaticFiles.hash(Json.bytes(body)) + "\"")
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON);
    }
}
