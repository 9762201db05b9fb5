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
        meta.add(one.dated().isEmpty() ? frame.date(one.postedAt()) : DocumentWords.dated(frame, one.dated()));
        return new DocumentPage.Line(
                one.change() == Change.NONE ? "" : DocumentWords.change(frame, one.change(), one.changeNumber()),
                one.symbol(),
                frame.url(one.path()),
                title.title(),
                title.language(),
                String.join(" · ", meta));
    }

    String sources(Frame frame, PostedDocument one) {
        return DocumentWords.sources(frame, vocabulary, one.sources());
    }
}
