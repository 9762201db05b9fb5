package org.throughline.documents.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.documents.Change;
import org.throughline.documents.PostedDocument;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// Documents as lines of a list.
@Component
class DocumentLines {

    private final Vocabulary vocabulary;

    DocumentLines(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    DocumentPage.Line of(Frame frame, PostedDocument one) {
        PostedDocument.Title title = one.titleFor(frame.language());
        List<String> meta = new ArrayList<>();
        meta.add(DocumentWords.kind(frame, one.kind()));
        if (!one.sources().isEmpty()) meta.add(sources(frame, one));
        meta.add(day(frame, one));
        return new DocumentPage.Line(
                one.change() == Change.NONE ? "" : DocumentWords.change(frame, one.change(), one.changeNumber()),
                one.symbol(),
                frame.url(one.path()),
                title.title(),
                title.language(),
                String.join(" · ", meta));
    }

    // The day on which an old document was put on record is not its date, and says so.
    private static String day(Frame frame, PostedDocument one) {
        if (!one.dated().isEmpty()) return DocumentWords.dated(frame, one.dated());
        String posted = frame.date(one.postedAt());
        return one.receivedAt() == null ? frame.t("documents.list.recorded", posted) : posted;
    }

    String sources(Frame frame, PostedDocument one) {
        return DocumentWords.sources(frame, vocabulary, one.sources());
    }
}
