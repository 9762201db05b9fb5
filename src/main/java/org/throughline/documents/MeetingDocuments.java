package org.throughline.documents;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingPapers;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.vocabulary.Vocabulary;

/// The posted documents of a meeting, for its page.
@Component
class MeetingDocuments implements MeetingPapers {

    private final Meetings meetings;
    private final PostedDocuments documents;
    private final AllSeries series;
    private final Vocabulary vocabulary;

    MeetingDocuments(Meetings meetings, PostedDocuments documents, AllSeries series, Vocabulary vocabulary) {
        this.meetings = meetings;
        this.documents = documents;
        this.series = series;
        this.vocabulary = vocabulary;
    }

    @Override
    public List<Paper> of(UUID meeting) {
        return meetings.find(meeting)
                .map(one -> documents.ofMeeting(one.group(), one.number()))
                .map(all -> all.stream().map(one -> paper(one, all)).toList())
                .orElse(List.of());
    }

    @Override
    public String writing(Meeting meeting) {
        boolean taken = series.forAuthors().stream().anyMatch(one -> one.group().equals(meeting.group()));
        return taken && meeting.number().matches("\\d{1,4}")
                ? "/documents/new?group=" + meeting.group() + "&meeting=" + meeting.number()
                : "";
    }

    private Paper paper(PostedDocument one, List<PostedDocument> all) {
        Map<String, String> titles = new LinkedHashMap<>();
        one.titles().forEach(each -> titles.put(each.language(), each.title()));
        return new Paper(
                one.item(), one.symbol(), new LocalizedText(titles), source(one), one.path(), supersededBy(one, all));
    }

    // The last revision of the same document, unless it is this one or this one is none.
    private static String supersededBy(PostedDocument one, List<PostedDocument> all) {
        if (one.change() != Change.NONE && one.change() != Change.REVISION) return "";
        UUID root = root(one);
        int own = one.change() == Change.REVISION ? one.changeNumber() : 0;
        return all.stream()
                .filter(other ->
                        other.change() == Change.REVISION && root(other).equals(root))
                .filter(other -> other.changeNumber() > own)
                .max(Comparator.comparing(PostedDocument::changeNumber))
                .map(PostedDocument::symbol)
                .orElse("");
    }

    private static UUID root(PostedDocument one) {
        return one.parent() == null ? one.id() : one.parent();
    }

    private LocalizedText source(PostedDocument one) {
        if (one.sources().isEmpty()) return LocalizedText.EMPTY;
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : Languages.ALL)
            names.put(
                    language,
                    Languages.list(
                            language,
                            one.sources().stream()
                                    .map(each -> each.country().isEmpty()
                                            ? each.name()
                                            : vocabulary.name(Vocabulary.COUNTRIES, each.country(), language))
                                    .collect(Collectors.toList())));
        return new LocalizedText(names);
    }
}
