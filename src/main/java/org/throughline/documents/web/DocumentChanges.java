package org.throughline.documents.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentTags;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.documents.text.Body;
import org.throughline.documents.text.Redline;
import org.throughline.documents.text.RedlineBlocks;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.HtmlWriter;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// A revision compared with the version before it.
@Controller
class DocumentChanges {

    private final PostedDocuments documents;
    private final DocumentPrint print;
    private final Messages messages;
    private final PageStore pages;

    DocumentChanges(PostedDocuments documents, DocumentPrint print, Messages messages, PageStore pages) {
        this.documents = documents;
        this.print = print;
        this.messages = messages;
        this.pages = pages;
    }

    record Compared(PostedDocument now, Expression shown, PostedDocument before, List<Redline.Row> rows) {

        boolean isSame() {
            return rows.stream().allMatch(row -> row.kind() == Redline.Kind.SAME);
        }
    }

    @OpenToAll
    @GetMapping("/documents/changes/{*symbol}")
    ModelAndView changes(Frame frame, @PathVariable String symbol, @RequestParam(defaultValue = "") String in) {
        PostedDocument one = documents.get(DocumentFormats.asked(symbol));
        pages.sameForAll(DocumentTags.DOCUMENTS);
        Compared compared = of(one, in, frame.language());
        String language = compared.shown().language();
        String text = HtmlWriter.blocks(
                new Document(language, "", one.symbol(), "", List.of(), blocks(compared), "", Instant.EPOCH));
        return Pages.show(
                frame,
                "documents/web/changes",
                new ChangesPage(
                        one,
                        frame.url(one.path()),
                        compared.before().symbol(),
                        frame.url(compared.before().path()),
                        compared.isSame(),
                        text,
                        frame.url("/documents/tracked/" + one.address()) + "?in=" + language));
    }

    /// Refuses what is no revision, and languages that one of the two does not have.
    Compared of(PostedDocument one, String in, String reader) {
        if (one.change() != Change.REVISION) throw Refusal.notFound();
        PostedDocument before = documents.family(one).stream()
                .filter(each -> each.change() == Change.NONE
                        || each.change() == Change.REVISION && each.changeNumber() < one.changeNumber())
                .reduce((first, second) -> second.changeNumber() >= first.changeNumber() ? second : first)
                .orElseThrow(Refusal::notFound);
        Expression shown = DocumentFormats.expression(documents.expressions(one.id()), in, reader);
        Expression was = documents.expressions(before.id()).stream()
                .filter(each -> each.language().equals(shown.language()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new Compared(one, shown, before, Redline.of(Body.read(was.body()), Body.read(shown.body())));
    }

    Document document(Compared compared) {
        return print.document(compared.now(), compared.shown(), blocks(compared));
    }

    private List<Block> blocks(Compared compared) {
        Messages.Texts words = messages.in(compared.shown().language());
        return RedlineBlocks.of(compared.rows(), words.of("documents.changes.moved"));
    }
}
