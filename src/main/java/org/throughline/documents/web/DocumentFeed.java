package org.throughline.documents.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.documents.DocumentList;
import org.throughline.documents.DocumentQuery;
import org.throughline.documents.DocumentTags;
import org.throughline.documents.PostedDocument;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;

/// What was posted last, to be followed in a reader; narrowed as the list is.
@Controller
class DocumentFeed {

    private final DocumentList documents;
    private final DocumentLines lines;
    private final PageStore pages;
    private final Settings settings;

    DocumentFeed(DocumentList documents, DocumentLines lines, PageStore pages, Settings settings) {
        this.documents = documents;
        this.lines = lines;
        this.pages = pages;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/documents.atom")
    ResponseEntity<byte[]> atom(Frame frame, @RequestParam MultiValueMap<String, String> asked) {
        pages.dependsOn(DocumentTags.DOCUMENTS);
        DocumentQuery query = DocumentQuery.of(asked);
        List<PostedDocument> found = documents.page(query, frame.language()).documents();
        String self = settings.publicUrl() + frame.url("/documents.atom") + query.address();
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", frame.language());
        xml.element("id", self);
        xml.element("title", frame.t("documents.list.title") + " – " + frame.site());
        xml.empty("link", "rel", "self", "href", self);
        xml.empty("link", "rel", "alternate", "href", settings.publicUrl() + frame.url("/documents") + query.address());
        xml.element(
                "updated",
                found.stream()
                        .map(PostedDocument::postedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.open("author");
        xml.element("name", frame.site());
        xml.close("author");
        for (PostedDocument one : found) {
            xml.open("entry");
            xml.element("id", settings.publicUrl() + one.path());
            xml.element(
                    "title", one.symbol() + " " + one.titleFor(frame.language()).title());
            xml.element("updated", one.postedAt().toString());
            xml.element("published", one.postedAt().toString());
            xml.empty("link", "href", settings.publicUrl() + frame.url(one.path()));
            xml.element("summary", lines.of(frame, one).meta());
            xml.close("entry");
        }
        xml.close("feed");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
