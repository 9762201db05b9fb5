package org.throughline.groups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meeting.Status;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// What the secretariat writes about a meeting; see [Meeting].
public record MeetingFacts(
        LocalizedText name,
        String starts,
        String ends,
        LocalizedText place,
        @Nullable Mode mode,
        List<String> languages,
        Status status,
        LocalizedText invitation,
        LocalizedText note,
        @Nullable Instant registrationUntil,
        Source source) {

    static MeetingFacts of(Meeting one) {
        return new MeetingFacts(
                one.name(),
                one.starts(),
                one.ends(),
                one.place(),
                one.mode(),
                one.languages(),
                one.status(),
                one.invitation(),
                one.note(),
                one.registrationUntil(),
                one.source());
    }
}
