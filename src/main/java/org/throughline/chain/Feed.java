package org.throughline.chain;

import java.time.Instant;
import java.util.List;
import org.throughline.chain.Output.Source;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;

/// That one output went into another.
///
/// @param number its own for good
public record Feed(long number, int version, Instant addedAt, Instant changedAt, Facts facts) {

    /// @param from the slug of what went in
    /// @param to the slug of what it went into
    /// @param part the part that it concerns, such as a paragraph; empty for the whole
    /// @param date when it went in, where that is known apart from the dates of both
    /// @param evidence what says so, in a sentence
    /// @param withdrawn why it was taken out of the chain; empty while it stands
    public record Facts(
            String from,
            String to,
            FeedKind kind,
            String part,
            String date,
            LocalizedText evidence,
            Certainty certainty,
            List<Source> sources,
            String withdrawn) {

        public Facts {
            sources = List.copyOf(sources);
        }
    }

    public String from() {
        return facts.from();
    }

    public String to() {
        return facts.to();
    }

    public boolean isWithdrawn() {
        return !facts.withdrawn().isEmpty();
    }
}
