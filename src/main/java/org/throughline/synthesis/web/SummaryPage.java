package org.throughline.synthesis.web;

import com.ibm.icu.util.ULocale;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.citations.MarkLine;
import org.throughline.inputs.InputUses;
import org.throughline.inputs.Tally;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Surroundings;
import org.throughline.synthesis.EditionChanges.Changes;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.web.SummaryWords.HeaderPart;
import org.throughline.synthesis.web.SummaryWords.Method;
import org.throughline.vocabulary.TermNames;

/// A published summary as its readers see it; or, before it is published, as they would.
///
/// @param changes how the edition differs from the one before; absent for a first one
/// @param marks what it cites and was replaced since
/// @param around what became of it
/// @param preview whether it is not published yet
public record SummaryPage(
        Call call,
        PublishedSummary summary,
        List<PublishedSummary> editions,
        Tally tally,
        TermNames names,
        @Nullable Changes changes,
        List<MarkLine> marks,
        List<Surroundings.Block> around,
        boolean preview) {

    /// What leads from the address of the summary to one of its editions; nothing for the newest.
    public String query(PublishedSummary one) {
        return one.edition().equals(editions.getFirst().edition()) ? "" : editionQuery(one, editions);
    }

    /// What leads from the address of a summary to an edition for ever: its number, which people cite, unless another
    /// summary of the call has an edition with the same.
    static String editionQuery(PublishedSummary one, List<PublishedSummary> editions) {
        boolean alone = editions.stream()
                .noneMatch(other ->
                        other.number() == one.number() && !other.edition().equals(one.edition()));
        return "?edition=" + (alone ? Integer.toString(one.number()) : one.edition());
    }

    /// The edition before the one that is shown, of the same summary.
    public String queryBefore(Changes changes) {
        return editions.stream()
                .filter(one -> one.edition().equals(changes.before()))
                .findFirst()
                .map(this::query)
                .orElse("");
    }

    /// The language the summary is written in, named in the reader's.
    public String language(Frame frame) {
        return new ULocale(summary.language()).getDisplayLanguage(new ULocale(frame.language()));
    }

    public String typesOf(Frame frame, PublishedSummary.Sentence sentence) {
        return names.types(sentence.support().byType(), frame.language());
    }

    public String regionsOf(Frame frame, PublishedSummary.Sentence sentence) {
        return names.regions(sentence.support().byRegion(), frame.language());
    }

    public String counts(Frame frame, PublishedSummary.Sentence sentence) {
        return SummaryWords.counts(sentence, frame.texts());
    }

    public String share(Frame frame, PublishedSummary.Sentence sentence) {
        return SummaryWords.share(sentence, frame.texts());
    }

    /// Whose words a passage is, as far as that may be said.
    public String source(Frame frame, PublishedSummary.Evidence evidence) {
        return evidence.name().isEmpty() ? frame.t("synthesis.summary.unnamed", evidence.input()) : evidence.name();
    }

    /// Where on the page of its input a passage stands: the very words where they are marked there, which those of the
    /// newest edition are; else the question.
    public String anchor(PublishedSummary.Evidence evidence) {
        return preview || !summary.newest()
                ? evidence.question()
                : InputUses.anchor(evidence.question(), evidence.start(), evidence.end());
    }

    public List<HeaderPart> header(Frame frame) {
        return SummaryWords.header(summary.header(), frame.texts());
    }

    /// How the inputs behind the sentences are spread.
    public List<Chart> figures(Frame frame) {
        return SummaryFigures.of(summary, names, frame.texts());
    }

    public Method method(Frame frame) {
        return SummaryWords.method(summary, tally, frame.texts());
    }
}
