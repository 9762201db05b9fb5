package org.throughline.synthesis;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.calls.PublishedCalls;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;

/// What the newest edition of a summary cites, in its sentences and its header.
@Component
class SummaryCitations implements CitingTexts {

    private final PublishedCalls calls;
    private final PublishedSummaries summaries;
    private final CitationUses uses;

    SummaryCitations(PublishedCalls calls, PublishedSummaries summaries, CitationUses uses) {
        this.calls = calls;
        this.summaries = summaries;
        this.uses = uses;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.SUMMARY;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        calls.all()
                .forEach(call -> summaries
                        .newest(call.id())
                        .ifPresent(one -> taker.accept(text(
                                call.slug(),
                                one.title(),
                                one.language(),
                                one.header(),
                                one.sentences().stream()
                                        .map(PublishedSummary.Sentence::text)
                                        .toList(),
                                one.publishedAt()))));
    }

    void put(Draft draft, java.time.Instant at) {
        uses.read(text(
                draft.slug(),
                draft.title(),
                draft.language(),
                draft.header(),
                draft.sentences().stream().map(Draft.Sentence::text).toList(),
                at));
    }

    private static CitingText text(
            String call,
            String title,
            String language,
            SummaryHeader header,
            List<String> sentences,
            java.time.Instant at) {
        Stream<String> parts = Stream.of(
                        header.references().stream(),
                        Stream.of(header.purpose(), header.actionRequired(), header.background()),
                        sentences.stream())
                .flatMap(some -> some);
        return new CitingText(
                new Citing(
                        Citing.Kind.SUMMARY,
                        call,
                        "/calls/" + call + "/summary",
                        language,
                        LocalizedText.of(language, title),
                        at.atZone(Moments.GENEVA).toLocalDate().toString()),
                parts.filter(one -> !one.isBlank())
                        .map(one -> new CitingText.Words(language, one))
                        .toList(),
                List.of());
    }
}
