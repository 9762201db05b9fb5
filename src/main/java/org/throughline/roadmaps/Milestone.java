package org.throughline.roadmaps;

import java.time.Instant;
import java.util.List;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;

/// Something on a road map: a meeting, a document, a decision.
///
/// @param number its own for good, in addresses and calendars
/// @param version how often it was written; 1 for one that never changed
public record Milestone(long number, int version, Instant addedAt, Instant changedAt, Facts facts) {

    /// What is known of it; a version of it is exactly this.
    ///
    /// @param otherwise another date that a source gives for its beginning; empty where they agree
    public record Facts(
            String track,
            LocalizedText title,
            String starts,
            String ends,
            String otherwise,
            Kind kind,
            Status status,
            LocalizedText place,
            LocalizedText organizer,
            List<Link> inputs,
            List<Link> outputs,
            Certainty certainty,
            List<Source> sources) {

        public Facts {
            if (title.isEmpty()) throw new IllegalArgumentException("A milestone without a title");
            new When(starts, ends, otherwise);
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            sources = List.copyOf(sources);
        }

        public When when() {
            return new When(starts, ends, otherwise);
        }

        /// The same at another time and in another state.
        public Facts at(When when, Status other) {
            return new Facts(
                    track,
                    title,
                    when.starts(),
                    when.ends(),
                    when.otherwise(),
                    kind,
                    other,
                    place,
                    organizer,
                    inputs,
                    outputs,
                    certainty,
                    sources);
        }
    }

    /// What goes in or comes out.
    ///
    /// @param url a page of this site or on the web; empty where there is none
    public record Link(String text, String url) {}

    /// @param url empty where there is no page of it
    public record Source(String title, String url) {}

    public When when() {
        return facts.when();
    }
}
