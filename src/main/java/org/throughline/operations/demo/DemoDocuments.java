package org.throughline.operations.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.chain.Chain;
import org.throughline.chain.ChainDesk;
import org.throughline.chain.Output;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentList;
import org.throughline.documents.DocumentQuery;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.RecordedDocuments;
import org.throughline.documents.RecordedDocuments.Recorded;

/// Five documents of the WSIS+20 review, of the Council and its working group, with the headers that they bear and what
/// they cite, and as parts of the chain. What they say is told in our own words, and each says so; four of them do not
/// tell their symbol.
@Component
class DemoDocuments {

    private static final String FILE = "documents.json";

    private final RecordedDocuments recorded;
    private final DocumentList list;
    private final Chain chain;
    private final ChainDesk desk;

    DemoDocuments(RecordedDocuments recorded, DocumentList list, Chain chain, ChainDesk desk) {
        this.recorded = recorded;
        this.list = list;
        this.chain = chain;
        this.desk = desk;
    }

    /// @param output what it is in the chain
    record Line(
            String output,
            String symbol,
            String kind,
            DocumentSource source,
            String dated,
            String action,
            String addressee,
            List<String> strategicLinks,
            String financial,
            String financialText,
            List<String> references,
            String language,
            String title,
            String purpose,
            String actionText,
            String body) {

        Recorded recorded() {
            return new Recorded(
                    symbol,
                    DocumentKind.of(kind).orElseThrow(),
                    List.of(source),
                    new DocumentHeader(action, addressee, strategicLinks, financial, references),
                    dated,
                    new Expression(
                            language, Expression.Standing.ORIGINAL, title, purpose, actionText, financialText, body));
        }
    }

    /// All or none of them, and none a second time.
    @Transactional
    void load(Actor actor) {
        var unknown = new DocumentQuery(RecordedDocuments.UNKNOWN_SYMBOL, "", "", "", "", "", "", null);
        var there = list.page(unknown, "en").documents().stream()
                .map(PostedDocument::titles)
                .flatMap(titles -> titles.stream().map(PostedDocument.Title::title))
                .collect(Collectors.toSet());
        Line[] lines = ExampleFiles.read(FILE, Line[].class);
        if (Arrays.stream(lines).anyMatch(line -> there.contains(line.title()))) return;
        for (Line line : lines) show(line.output(), recorded.record(line.recorded(), actor), actor);
    }

    /// The call of the example world, and its summary, stand for those that the chain tells of.
    @Transactional
    void place(String call, Actor actor) {
        show("call-for-inputs-2024", "/calls/" + call, actor);
        show("summary-2025", "/calls/" + call + "/summary", actor);
    }

    private void show(String output, String path, Actor actor) {
        Output one = chain.output(output).orElseThrow();
        if (one.facts().address().isEmpty()) desk.change(output, one.facts().at(path), one.version(), actor);
    }
}
