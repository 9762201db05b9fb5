package org.throughline.roadmaps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.citations.Found;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;

/// What milestones cite: instruments that go in or come out, and what their words name. Kept in the transaction that
/// changes the milestone.
@Component
class MilestoneCitations implements CitingTexts {

    private static final Pattern INSTRUMENT = Pattern.compile("/mandates/([a-z0-9][a-z0-9-]{1,60})");

    private final Roadmaps roadmaps;
    private final CitationUses uses;

    MilestoneCitations(Roadmaps roadmaps, CitationUses uses) {
        this.roadmaps = roadmaps;
        this.uses = uses;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.MILESTONE;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        roadmaps.milestones().forEach(one -> taker.accept(text(one.number(), one.facts())));
    }

    void put(long number, Milestone.Facts facts) {
        uses.read(text(number, facts));
    }

    private static CitingText text(long number, Milestone.Facts facts) {
        var texts = new ArrayList<LocalizedText>();
        var found = new ArrayList<Found>();
        texts.add(facts.title());
        Stream.concat(facts.inputs().stream(), facts.outputs().stream()).forEach(link -> {
            if (link.text().isBlank()) return;
            var match = INSTRUMENT.matcher(link.url());
            if (match.matches())
                found.add(new Found(match.group(1), null, "", link.text(), Languages.DEFAULT, List.of()));
            texts.add(LocalizedText.of(Languages.DEFAULT, link.text()));
        });
        return CitingText.of(
                new Citing(
                        Citing.Kind.MILESTONE,
                        String.valueOf(number),
                        "/roadmaps/milestones/" + number,
                        facts.title().languageFor(Languages.DEFAULT),
                        facts.title(),
                        facts.when().firstDay().toString()),
                texts,
                found);
    }
}
