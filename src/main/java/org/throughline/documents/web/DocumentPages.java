package org.throughline.documents.web;

import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.documents.AllSeries;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentList;
import org.throughline.documents.DocumentQuery;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentTags;
import org.throughline.documents.Series;
import org.throughline.platform.Languages;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// The list of posted documents.
@Controller
class DocumentPages {

    private final DocumentList documents;
    private final DocumentLines lines;
    private final AllSeries series;
    private final PageStore pages;

    DocumentPages(DocumentList documents, DocumentLines lines, AllSeries series, PageStore pages) {
        this.documents = documents;
        this.lines = lines;
        this.series = series;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/documents")
    ModelAndView list(Frame frame, @RequestParam MultiValueMap<String, String> asked) {
        pages.sameForAll(DocumentTags.DOCUMENTS);
        DocumentQuery query = DocumentQuery.of(asked);
        DocumentList.Page found = documents.page(query, frame.language());
        String narrowed = query.address();
        String next = found.next().isEmpty()
                ? ""
                : frame.url("/documents") + (narrowed.isEmpty() ? "?" : narrowed + "&") + "after=" + found.next();
        return Pages.show(
                frame,
                "documents/web/documents",
                new DocumentsPage(
                        query.words(),
                        series.all().stream()
                                .map(one -> option(one.code(), seriesName(frame, one), query.series()))
                                .toList(),
                        documents.meetings(query.series()).stream()
                                .map(one -> option(one, one, query.meeting()))
                                .toList(),
                        Arrays.stream(DocumentKind.values())
                                .map(one -> option(one.word(), DocumentWords.kind(frame, one), query.kind()))
                                .toList(),
                        Arrays.stream(DocumentSource.Kind.values())
                                .map(one -> option(one.word(), DocumentWords.source(frame, one), query.source()))
                                .toList(),
                        Languages.ALL.stream()
                                .map(one -> option(one, Languages.endonym(one), query.language()))
                                .toList(),
                        documents.years().stream()
                                .map(one -> option(one, one, query.year()))
                                .toList(),
                        !query.isAll(),
                        query.after() == null,
                        found.total(),
                        found.documents().stream()
                                .map(one -> lines.of(frame, one))
                                .toList(),
                        narrowed,
                        next,
                        found.searchDown()));
    }

    static String seriesName(Frame frame, Series one) {
        return frame.text(one.name()) + " – " + one.prefix();
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
