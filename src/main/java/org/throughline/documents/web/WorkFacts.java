package org.throughline.documents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.References;
import org.throughline.documents.Series;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// A document that is not public yet, in the reader's words; for its author and for the secretariat.
@Component
class WorkFacts {

    private final AllSeries series;
    private final References references;
    private final Meetings meetings;
    private final DocumentPrint print;
    private final Vocabulary vocabulary;

    WorkFacts(AllSeries series, References references, Meetings meetings, DocumentPrint print, Vocabulary vocabulary) {
        this.series = series;
        this.references = references;
        this.meetings = meetings;
        this.print = print;
        this.vocabulary = vocabulary;
    }

    /// @param change what it is of another document; empty for one of its own
    /// @param item of the agenda that it belongs to; absent for one of none
    /// @param text its blocks as markup, written by this program; empty where there is none
    public record Shown(
            DocumentWork work,
            String state,
            LocalizedText series,
            String kind,
            String change,
            Optional<AgendaItem> item,
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
                item(one),
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

    private Optional<AgendaItem> item(DocumentWork one) {
        if (one.item() == null) return Optional.empty();
        String group = series.find(one.series()).map(Series::group).orElse("");
        return meetings.find(group, one.meeting()).flatMap(meeting -> meeting.item(one.item()));
    }

    /// What tells a document from others of the same title: what it is, for which meeting and from whom. The series
    /// are looked up once for a whole list.
    Function<DocumentWork, String> lines(Frame frame) {
        Map<String, LocalizedText> names = series.all().stream().collect(Collectors.toMap(Series::code, Series::name));
        return one -> line(frame, one, names.getOrDefault(one.series(), LocalizedText.EMPTY));
    }

    private String line(Frame frame, DocumentWork one, LocalizedText series) {
        var said = new ArrayList<String>();
        if (one.change() == Change.NONE) {
            said.add(DocumentWords.kind(frame, one.kind()));
            said.add(frame.t("documents.show.meeting", frame.text(series), one.meeting()));
        } else {
            said.add(DocumentWords.change(frame, one));
        }
        if (!one.sources().isEmpty()) said.add(DocumentWords.sources(frame, vocabulary, one.sources()));
        return String.join(" · ", said);
    }
}
