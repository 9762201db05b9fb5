package org.throughline.chain;

import java.time.Instant;
import java.util.List;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;

/// Something that a body or a process produced: a set of submissions, a summary, a report, a resolution.
///
/// @param slug its name in addresses, for good
/// @param version how often it was written; 1 for one that never changed
public record Output(String slug, int version, Instant addedAt, Instant changedAt, Facts facts) {

    /// What is known of it; a version of it is exactly this.
    ///
    /// @param symbol of the document, as its body writes it; empty where none is known
    /// @param body who produced it
    /// @param date a year, a month or a day; empty where it is not known
    /// @param supersedes the slug of the output in whose place it came; empty for none
    /// @param address a page of this site without its language, or on the web; empty where there is none
    /// @param withdrawn why it was taken out of the chain; empty while it stands
    public record Facts(
            OutputType type,
            Strand strand,
            String symbol,
            LocalizedText title,
            LocalizedText body,
            String date,
            OutputStatus status,
            String supersedes,
            String address,
            List<Figure> figures,
            Certainty certainty,
            List<Source> sources,
            String withdrawn) {

        public Facts {
            if (title.isEmpty()) throw new IllegalArgumentException("An output without a title");
            if (!date.isEmpty() && !PartialDate.isOne(date)) throw new IllegalArgumentException("No date: " + date);
            figures = List.copyOf(figures);
            sources = List.copyOf(sources);
        }

        /// The same, found at an address.
        public Facts at(String address) {
            return new Facts(
                    type,
                    strand,
                    symbol,
                    title,
                    body,
                    date,
                    status,
                    supersedes,
                    address,
                    figures,
                    certainty,
                    sources,
                    withdrawn);
        }
    }

    /// A number that a source gives, with that source: two sources may differ, and both are kept.
    ///
    /// @param label what was counted
    public record Figure(LocalizedText label, long value, Source source) {}

    /// @param url empty where there is no page of it
    public record Source(String title, String url) {}

    public LocalizedText title() {
        return facts.title();
    }

    public boolean isWithdrawn() {
        return !facts.withdrawn().isEmpty();
    }
}
