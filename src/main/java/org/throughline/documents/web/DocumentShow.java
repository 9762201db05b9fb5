package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentSymbol;
import org.throughline.documents.DocumentTags;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.documents.References;
import org.throughline.documents.Series;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.groups.Groups;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Surroundings;

/// A posted document at its symbol. Every spelling of the symbol leads to one address; what was withdrawn says
/// so.
@Controller
class DocumentShow {

    private final PostedDocuments documents;
    private final DocumentDrafts drafts;
    private final DocumentLines lines;
    private final References references;
    private final AllSeries series;
    private final Meetings meetings;
    private final Files files;
    private final FileDownload download;
    private final DocumentPrint print;
    private final List<Surroundings> surroundings;
    private final PageStore pages;

    DocumentShow(
            PostedDocuments documents,
            DocumentDrafts drafts,
            DocumentLines lines,
            References references,
            AllSeries series,
            Meetings meetings,
            Files files,
            FileDownload download,
            DocumentPrint print,
            List<Surroundings> surroundings,
            PageStore pages) {
        this.documents = documents;
        this.drafts = drafts;
        this.lines = lines;
        this.references = references;
        this.series = series;
        this.meetings = meetings;
        this.files = files;
        this.download = download;
        this.print = print;
        this.surroundings = surroundings;
        this.pages = pages;
    }

    /// @param symbol in any spelling, with its slashes
    /// @param in the language to read it in; that of the interface where it stands in that
    @OpenToAll
    @GetMapping("/documents/{*symbol}")
    ModelAndView show(
            Frame frame,
            HttpServletRequest request,
            @Nullable Actor actor,
            @PathVariable String symbol,
            @RequestParam(defaultValue = "") String in) {
        String written = symbol.startsWith("/") ? symbol.substring(1) : symbol;
        DocumentSymbol asked = DocumentSymbol.read(written).orElseThrow(Refusal::notFound);
        PostedDocument one = documents.find(asked).orElse(null);
        if (one == null) return gone(frame, asked);
        if (!written.equals(one.address())) return moved(frame, one, Languages.isKnown(in) ? in : asked.language());
        pages.dependsOn(DocumentTags.DOCUMENTS, "mandates", Groups.TAG);
        List<Expression> all = documents.expressions(one.id());
        Expression shown = in(all, in).or(() -> in(all, frame.language())).orElseGet(all::getFirst);
        return Pages.show(frame, "documents/web/document", page(frame, one, all, shown, worked(one, actor)));
    }

    // Those who may go on working on it get there from its page.
    private String worked(PostedDocument one, @Nullable Actor actor) {
        if (actor == null) return "";
        if (actor.may(Permission.MANAGE_CALLS)) return "/documents/desk/" + one.id();
        return drafts.find(one.id(), actor).isPresent() ? "/documents/mine/" + one.id() : "";
    }

    private static Optional<Expression> in(List<Expression> all, String language) {
        return all.stream().filter(one -> one.language().equals(language)).findFirst();
    }

    private static ModelAndView moved(Frame frame, PostedDocument one, String language) {
        String address = frame.url(one.path()) + (language.isEmpty() ? "" : "?in=" + language);
        return new ModelAndView((model, request, response) -> {
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader("Location", address);
        });
    }

    private ModelAndView gone(Frame frame, DocumentSymbol asked) {
        PostedDocuments.Tombstone left = documents.tombstone(asked).orElseThrow(Refusal::notFound);
        pages.sameForAll(DocumentTags.DOCUMENTS);
        return Pages.show(frame, "documents/web/gone", left, HttpStatus.GONE.value());
    }

    private DocumentPage page(Frame frame, PostedDocument one, List<Expression> all, Expression shown, String worked) {
        Series of = series.find(one.series()).orElseThrow();
        Series.Choices choices = series.choices();
        List<PostedDocument> family = documents.family(one);
        DocumentHeader header = one.header();
        return new DocumentPage(
                one,
                of.name(),
                shown,
                Languages.direction(shown.language()),
                DocumentWords.standing(frame, shown.standing()),
                all.stream()
                        .map(each -> new DocumentPage.Version(
                                each.language(),
                                Languages.endonym(each.language()),
                                DocumentWords.standing(frame, each.standing()),
                                each == shown ? "" : frame.url(one.path()) + "?in=" + each.language()))
                        .toList(),
                DocumentWords.kind(frame, one.kind()),
                meetings.find(of.group(), one.meeting()).orElse(null),
                lines.sources(frame, one),
                Languages.endonyms(frame.language(), one.originals()),
                DocumentWords.dated(frame, one.dated()),
                DocumentWords.action(frame, choices, header),
                header.strategicLinks().stream()
                        .map(code -> choices.name(AllSeries.STRATEGIC_LINK, code))
                        .toList(),
                choices.name(AllSeries.FINANCIAL, header.financial()),
                references.of(header.references(), References.knownDateOf(one)),
                DocumentWords.dated(frame, References.knownDateOf(one)),
                print.text(shown),
                formats(frame, one, shown),
                one.change() == Change.REVISION
                        ? frame.url("/documents/changes/" + one.address()) + "?in=" + shown.language()
                        : "",
                worked,
                documents.attachments(one.id()),
                latest(one, family).map(last -> lines.of(frame, last)).stream().toList(),
                family.stream()
                        .filter(each ->
                                each.change() != Change.NONE && !each.id().equals(one.id()))
                        .map(each -> lines.of(frame, each))
                        .toList(),
                family.stream()
                        .filter(each ->
                                each.change() == Change.NONE && !each.id().equals(one.id()))
                        .map(each -> lines.of(frame, each))
                        .toList(),
                documents.citing(one).stream()
                        .map(each -> lines.of(frame, each))
                        .toList(),
                Surroundings.all(surroundings, frame, one.path()));
    }

    private static Optional<PostedDocument> latest(PostedDocument one, List<PostedDocument> family) {
        if (one.change() != Change.NONE && one.change() != Change.REVISION) return Optional.empty();
        int own = one.change() == Change.REVISION ? one.changeNumber() : 0;
        return family.stream()
                .filter(each -> each.change() == Change.REVISION && each.changeNumber() > own)
                .reduce((first, second) -> second);
    }

    private static Map<String, String> formats(Frame frame, PostedDocument one, Expression shown) {
        var formats = new LinkedHashMap<String, String>();
        for (String format : List.of("PDF", "DOCX")) {
            String path = "/documents/" + format.toLowerCase(Locale.ROOT) + "/" + one.address();
            formats.put(format, frame.url(path) + "?in=" + shown.language());
        }
        formats.put("XML (Akoma Ntoso)", frame.url("/documents/akn/" + one.address()) + "?in=" + shown.language());
        return formats;
    }

    @OpenToAll
    @GetMapping("/documents/files/{id}")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        return documents
                .attachment(id)
                .flatMap(one -> files.find(new FileId(one.file())))
                .map(download::of)
                .orElseThrow(Refusal::notFound);
    }
}
