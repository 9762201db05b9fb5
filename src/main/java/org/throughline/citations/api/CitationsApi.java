package org.throughline.citations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.citations.Citable;
import org.throughline.citations.Citation;
import org.throughline.citations.CitationRefusals;
import org.throughline.citations.Citations;
import org.throughline.citations.Standing;
import org.throughline.platform.Json;
import org.throughline.platform.access.OpenToAll;
import tools.jackson.core.JacksonException;

/// `POST /api/v1/citations`: what a text cites, for programs. Open to everybody, keeps nothing.
@RestController
class CitationsApi {

    private static final int MEGABYTES = 4;
    private static final int LARGEST_BODY = MEGABYTES << 20;

    private final Citations citations;

    CitationsApi(Citations citations) {
        this.citations = citations;
    }

    record Request(@Nullable String text, @Nullable String date) {}

    /// @param instrument its slug
    /// @param revision the label of the one that is named
    /// @param named the revision as the text writes it
    /// @param document the symbol of a document that is no instrument on record
    /// @param atDate its standing at the date that was sent
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            int start,
            int end,
            String quote,
            @Nullable String instrument,
            @Nullable String revision,
            @Nullable String named,
            @Nullable String document,
            @Nullable List<String> paragraphs,
            String status,
            @Nullable String supersededBy,
            @Nullable AtDate atDate) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AtDate(String status, @Nullable String supersededBy) {}

    @OpenToAll
    @PostMapping("/api/v1/citations")
    ResponseEntity<List<Found>> find(HttpServletRequest request) throws IOException {
        Request asked = read(bodyOf(request));
        List<Found> found = citations
                .find(Objects.requireNonNullElse(asked.text(), ""), Objects.requireNonNullElse(asked.date(), ""))
                .stream()
                .map(CitationsApi::found)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    private static Found found(Citations.Finding finding) {
        Citation one = finding.citation();
        Citable citable = one.citable();
        Citable.Revision revision = one.revision();
        Standing then = finding.then();
        return new Found(
                one.start(),
                one.end(),
                one.quote(),
                citable == null ? null : citable.slug(),
                revision == null ? null : something(revision.label()),
                something(one.named()),
                something(one.symbol()),
                one.paragraphs().isEmpty() ? null : one.paragraphs(),
                word(finding.now()),
                by(finding.now()),
                then == null ? null : new AtDate(word(then), by(then)));
    }

    private static @Nullable String something(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Standing standing) {
        return standing.status().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String by(Standing standing) {
        Citable.Revision revision = standing.supersededBy();
        return revision == null ? null : revision.label();
    }

    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) throw CitationRefusals.bodyTooLarge(MEGABYTES);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) throw CitationRefusals.bodyTooLarge(MEGABYTES);
        return body;
    }

    private static Request read(byte[] body) {
        try {
            Request asked = Json.mapper().readValue(body, Request.class);
            if (asked == null) throw CitationRefusals.malformed("1:1");
            return asked;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw CitationRefusals.malformed(place == null ? "1:1" : place.getLineNr() + ":" + place.getColumnNr());
        }
    }
}
