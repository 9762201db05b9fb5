package org.throughline.citations;

import java.util.List;
import org.throughline.platform.web.Frame;

/// What is shown beside a thing about something that it cites and that was replaced since.
///
/// @param waits whether nobody has looked at it since
public record MarkLine(
        String instrument, String quote, String language, String replaced, String by, String looked, boolean waits) {

    public static List<MarkLine> of(Frame frame, List<Cited.Mark> marks) {
        return marks.stream()
                .map(one -> new MarkLine(
                        one.instrument(),
                        one.quote(),
                        one.language(),
                        CitedWords.replaced(frame, one),
                        one.byAnother() ? one.because().instrument() : "",
                        CitedWords.looked(frame, one),
                        one.lookedAt() == null))
                .toList();
    }
}
