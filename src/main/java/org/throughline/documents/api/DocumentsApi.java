package org.throughline.documents.api;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.documents.DocumentJson;
import org.throughline.documents.DocumentList;
import org.throughline.documents.DocumentQuery;
import org.throughline.documents.DocumentSymbol;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.documents.References;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;

/// Posted documents for programs.
@RestController
class DocumentsApi {

    private final DocumentList list;
    private final PostedDocuments documents;
    private final References references;
    private final Settings settings;

    DocumentsApi(DocumentList list, PostedDocuments documents, References references, Settings settings) {
        this.list = list;
        this.documents = documents;
        this.references = references;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/api/v1/documents")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> asked) {
        DocumentQuery query = DocumentQuery.of(asked);
        DocumentList.Page page = list.page(query, Languages.DEFAULT);
        String next = page.next().isEmpty()
                ? null
                : settings.publicUrl() + "/api/v1/documents" + (query.isAll() ? "?" : query.address() + "&") + "after="
                        + page.next();
        return JsonAnswer.of(new JsonAnswer.Listing<>(
                page.documents().stream()
                        .map(one -> DocumentJson.line(settings.publicUrl(), one))
                        .toList(),
                page.total(),
                next));
    }

    /// @param symbol in any spelling, with its slashes
    @OpenToAll
    @GetMapping("/api/v1/documents/{*symbol}")
    ResponseEntity<byte[]> one(@PathVariable String symbol) {
        PostedDocument one =
                documents.get(DocumentSymbol.read(symbol.substring(1)).orElseThrow(Refusal::notFound));
        Map<String, Object> json = DocumentJson.whole(
                settings.publicUrl(),
                one,
                one.parent() == null ? Optional.empty() : documents.find(one.parent()),
                documents.expressions(one.id()),
                documents.attachments(one.id()),
                references.of(one.header().references(), References.knownDateOf(one)));
        return JsonAnswer.of(json);
    }
}
