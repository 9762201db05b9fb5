package org.throughline.mandates.web;

import java.util.List;
import org.throughline.citations.Cited;
import org.throughline.citations.CitedWords;
import org.throughline.mandates.Instrument;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;

/// What cites an instrument.
///
/// @param counts how often each revision is cited, in sentences
/// @param page from 1
public record UsesPage(String slug, String name, List<String> counts, List<Line> lines, int page, boolean more) {

    /// @param older whether it names a revision that is not in force
    /// @param waits whether nobody has looked at it since the instrument was revised
    public record Line(
            String kind,
            String url,
            LocalizedText title,
            String quote,
            String language,
            String paragraphs,
            boolean older,
            boolean waits) {

        static Line of(Frame frame, Instrument instrument, Cited.Use use) {
            String revision = use.revision();
            return new Line(
                    CitedWords.kind(frame, use.kind()),
                    use.url(),
                    use.title(),
                    use.quote(),
                    use.language(),
                    CitedWords.paragraphs(frame, use.paragraphs()),
                    revision != null && !revision.equals(instrument.current().label()),
                    use.waiting());
        }
    }
}
