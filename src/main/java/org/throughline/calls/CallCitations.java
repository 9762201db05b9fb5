package org.throughline.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;

/// What public calls cite: their legal basis, and what their words name. Kept in the transaction that changes the call.
@Component
class CallCitations implements CitingTexts {

    private final Calls calls;
    private final PublishedCalls published;
    private final CitationUses uses;

    CallCitations(Calls calls, PublishedCalls published, CitationUses uses) {
        this.calls = calls;
        this.published = published;
        this.uses = uses;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.CALL;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        published.all().forEach(call -> taker.accept(text(call)));
    }

    @EventListener
    void on(CallPublished event) {
        uses.read(text(calls.get(event.call())));
    }

    @EventListener
    void on(CallEdited event) {
        Call call = calls.get(event.call());
        if (call.publishedAt() != null) uses.read(text(call));
    }

    private static CitingText text(Call call) {
        var texts = new ArrayList<LocalizedText>();
        if (!call.mandate().instrument().isBlank())
            texts.add(LocalizedText.of(Languages.DEFAULT, basis(call.mandate())));
        texts.addAll(List.of(call.title(), call.purpose(), call.body()));
        return CitingText.of(
                new Citing(
                        Citing.Kind.CALL,
                        call.slug(),
                        "/calls/" + call.slug(),
                        call.title().languageFor(Languages.DEFAULT),
                        call.title(),
                        call.opensAt().atZone(Moments.GENEVA).toLocalDate().toString()),
                texts,
                List.of());
    }

    // So that the paragraph is read with its instrument.
    private static String basis(Call.Mandate mandate) {
        boolean number = !mandate.paragraph().isBlank()
                && Character.isDigit(mandate.paragraph().strip().charAt(0));
        return number
                ? mandate.instrument() + ", paragraph " + mandate.paragraph().strip()
                : mandate.instrument();
    }
}
