package org.throughline.mandates.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.groups.MandateNames;
import org.throughline.mandates.Mandates;
import org.throughline.platform.web.Frame;

/// Names of instruments for the pages of the groups that rest on them.
@Component
class MandateNamesForGroups implements MandateNames {

    private final Mandates mandates;

    MandateNamesForGroups(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public Optional<String> of(Frame frame, String slug) {
        return mandates.find(slug)
                .map(one ->
                        one.number().isEmpty() ? InstrumentWords.name(frame, one) : InstrumentWords.inFull(frame, one));
    }
}
