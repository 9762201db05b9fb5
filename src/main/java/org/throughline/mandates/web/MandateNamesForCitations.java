package org.throughline.mandates.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitableNames;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.platform.web.Frame;

/// Names of instruments for the page that says what a text cites.
@Component
class MandateNamesForCitations implements CitableNames {

    private final Mandates mandates;

    MandateNamesForCitations(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public Map<String, String> of(Frame frame, Collection<String> slugs) {
        if (slugs.isEmpty()) return Map.of();
        return mandates.findAll(slugs).stream()
                .collect(Collectors.toMap(Instrument::slug, one -> InstrumentWords.inFull(frame, one)));
    }
}
