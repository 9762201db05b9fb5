package org.throughline.documents.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.References;
import org.throughline.documents.Series;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// A document that is not public yet, in the reader's words; for its author and for the secretariat.
@Component
class WorkFacts {

    private final AllSeries series;
    private final References references;
    private final DocumentPrint print;
    private final Vocabulary vocabulary;

    WorkFacts(AllSeries series, References references, DocumentPrint print, Vocabulary vocabulary) {
        this.series = series;
        this.references = references;
        this.print = print;
        this.vocabulary = vocabulary;
    }

    /// @param change what it is of another document; empty for one of its own
    /// @param text its blocks as markup, written by this program; empty where there is none
    public record Shown(
            DocumentWork work,
            String state,
            LocalizedText series,
            String kind,
            String change,
            String sources,
            String dir,
            String dated,
            String action,
            List<LocalizedText> links,
            LocalizedText financial,
            List<References.Line> references,
            String text) {}

    Shown of(Frame frame, DocumentWork one) {
        Series.Choices choices = series.choices();
        return new Shown(
                one,
                DocumentWords.state(frame, one.state()),
                series.find(one.series()).map(Series::name).orElse(LocalizedText.EMPTY),
                DocumentWords.kind(frame, one.kind()),
                one.change() == Change.NONE ? "" : DocumentWords.changeKind(frame, one.change()),
                DocumentWords.sources(frame, vocabulary, one.sources()),
                Languages.direction(one.original().language()),
                DocumentWords.dated(frame, one.dated()),
                DocumentWords.action(frame, choices, one.header()),
                one.header().strategicLinks().stream()
                        .map(code -> choices.name(AllSeries.STRATEGIC_LINK, code))
                        .toList(),
                choices.name(AllSeries.FINANCIAL, one.header().financial()),
                references.of(one.header().references(), one.dated()),
                print.text(one.original()));
    }
}
