package org.throughline.inputs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An input as everybody may see it: made from the published views only, so that it cannot hold more than its owner
/// allows.
///
/// @param named whether the name may be shown
/// @param name the organisation or, for a person's own input, the person; empty when it may not be shown or none was
/// given
/// @param quotable whether passages of it may stand in a summary
public record PublishedInput(
        UUID id,
        int number,
        int revision,
        String language,
        String behalf,
        boolean named,
        String name,
        String stakeholderType,
        @Nullable String country,
        String region,
        String scope,
        Instant receivedAt,
        Instant publishedAt,
        boolean quotable,
        boolean translatable,
        List<PublishedAnswer> answers,
        List<PublishedEndorser> endorsers,
        List<PublishedFile> files) {

    /// The public path under which it is on record.
    public String subject(String call) {
        return Received.subject(call, number);
    }

    PublishedInput with(List<PublishedAnswer> its, List<PublishedEndorser> joint, List<PublishedFile> attached) {
        return new PublishedInput(
                id,
                number,
                revision,
                language,
                behalf,
                named,
                name,
                stakeholderType,
                country,
                region,
                scope,
                receivedAt,
                publishedAt,
                quotable,
                translatable,
                its,
                joint,
                attached);
    }

    /// @param id stays the same as long as the input is not replaced; passages refer to it
    /// @param text in which passages are addressed, by UTF-16 code units
    public record PublishedAnswer(UUID id, String question, int position, String kind, JsonNode value, String text) {}

    /// A joint endorser who has confirmed.
    public record PublishedEndorser(
            String organisation, @Nullable String country, String stakeholderType) {}

    public record PublishedFile(UUID id, String question, String title, UUID file) {}
}
