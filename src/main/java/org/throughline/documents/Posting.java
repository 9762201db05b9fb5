package org.throughline.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.citations.Citation;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citations;
import org.throughline.citations.Citing;
import org.throughline.citations.Found;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.web.PageStore;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchIndex;

/// Makes a document public and takes it out of the public again: on record in the ledger, found by search, and
/// shown.
@Component
class Posting {

    /// The kind under which search has documents.
    static final String SEARCH = "document";

    private final JdbcClient jdbc;
    private final Citations citations;
    private final CitationUses uses;
    private final Ledger ledger;
    private final SearchIndex index;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    Posting(
            JdbcClient jdbc,
            Citations citations,
            CitationUses uses,
            Ledger ledger,
            SearchIndex index,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.uses = uses;
        this.ledger = ledger;
        this.index = index;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// What a document names.
    ///
    /// @param documents keys of the symbols of documents
    record Read(List<String> documents, List<Found> instruments) {}

    /// Looks through a document's references and its words in each language. That takes a while for a long text, and is
    /// done before anything is asked for behind which others wait.
    Read read(DocumentWork one) {
        Set<String> keys = new LinkedHashSet<>();
        List<Found> found = new ArrayList<>();
        String original = one.original().language();
        read(String.join("\n", one.header().references()), original, keys, found);
        for (Expression each : one.expressions())
            read(each.title() + "\n\n" + each.purpose() + "\n\n" + each.plainBody(), each.language(), keys, found);
        return new Read(List.copyOf(keys), found);
    }

    private void read(String text, String language, Set<String> keys, List<Found> instruments) {
        if (text.isBlank()) return;
        String read = text.length() > Citations.LONGEST_TEXT ? text.substring(0, Citations.LONGEST_TEXT) : text;
        for (Citations.Finding finding : citations.find(read, "")) {
            Citation citation = finding.citation();
            Found.of(citation, language).ifPresent(instruments::add);
            if (citation.ofDocument())
                DocumentSymbol.read(citation.symbol()).ifPresent(symbol -> {
                    keys.add(symbol.key());
                    keys.add(symbol.rootKey());
                });
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void post(DocumentWork one, Read read, Actor actor) {
        Instant now = Instant.now(clock);
        Hash hash = Hash.sha256(CanonicalJson.bytes(content(one)));
        jdbc.sql("""
                UPDATE documents.document SET state = 'posted', posted_at = ?, updated_at = ?, cites = ?, hash = ?,
                    version = version + 1 WHERE id = ?""")
                .params(
                        Timestamp.from(now),
                        Timestamp.from(now),
                        read.documents().toArray(String[]::new),
                        hash.bytes(),
                        one.id())
                .update();
        audit.record(actor, "document-posted", one.subject(), Map.of("symbol", one.symbol()));
        show(one, read, hash, now, now);
    }

    /// The same for a posted document to which a language was added.
    @Transactional(propagation = Propagation.MANDATORY)
    void again(DocumentWork one, Instant now) {
        Read read = read(one);
        Hash hash = Hash.sha256(CanonicalJson.bytes(content(one)));
        jdbc.sql("UPDATE documents.document SET cites = ?, hash = ? WHERE id = ?")
                .params(read.documents().toArray(String[]::new), hash.bytes(), one.id())
                .update();
        Instant posted = one.postedAt();
        show(one, read, hash, posted == null ? now : posted, now);
    }

    /// Puts a posted document on record as it is now, and lets it be found by its words and by what it cites.
    private void show(DocumentWork one, Read read, Hash hash, Instant posted, Instant now) {
        ledger.append(EntryKind.PUBLICATION, DocumentSymbol.subject(one.address()), hash, now);
        index.put(entry(one, posted));
        uses.put(CitingDocuments.thing(one, posted), read.instruments());
        pages.changed(DocumentTags.DOCUMENTS);
    }

    /// What the ledger's hash is made of: all that everybody can read of it and that its author wrote.
    static Map<String, Object> content(DocumentWork one) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("symbol", one.symbol());
        content.put("kind", one.kind().word());
        content.put("dated", one.dated());
        content.put(
                "sources",
                one.sources().stream()
                        .map(source -> Map.of(
                                "kind", source.kind().word(), "country", source.country(), "name", source.name()))
                        .toList());
        content.put("action", one.header().action());
        content.put("addressee", one.header().addressee());
        content.put("strategicLinks", one.header().strategicLinks());
        content.put("financial", one.header().financial());
        content.put("references", one.header().references());
        Map<String, Object> expressions = new LinkedHashMap<>();
        for (Expression each : one.expressions())
            expressions.put(
                    each.language(),
                    Map.of(
                            "standing", each.standing().word(),
                            "title", each.title(),
                            "purpose", each.purpose(),
                            "actionText", each.actionText(),
                            "financialText", each.financialText(),
                            "body", each.body()));
        content.put("expressions", expressions);
        content.put(
                "files",
                one.attachments().stream()
                        .map(file -> Map.of("language", file.language(), "name", file.name(), "sha256", file.sha256()))
                        .toList());
        return content;
    }

    private static SearchEntry entry(DocumentWork one, Instant at) {
        Map<String, SearchEntry.Words> words = new LinkedHashMap<>();
        for (Expression each : one.expressions())
            words.put(
                    each.language(),
                    new SearchEntry.Words(
                            one.symbol() + " " + each.title(),
                            Stream.of(
                                            each.purpose(),
                                            each.plainBody(),
                                            String.join("\n", one.header().references()),
                                            one.sources().stream()
                                                    .map(DocumentSource::name)
                                                    .collect(Collectors.joining("\n")))
                                    .filter(part -> !part.isBlank())
                                    .collect(Collectors.joining("\n\n"))));
        return new SearchEntry(
                        SEARCH,
                        one.id().toString(),
                        "/documents/" + one.address(),
                        one.original().language(),
                        words,
                        Map.of(),
                        at)
                .withFacet("series", one.series());
    }

    /// Takes out of the public what was in it; the tombstone shows by itself.
    @Transactional(propagation = Propagation.MANDATORY)
    void withdrawn(DocumentWork one) {
        if (one.symbol().isEmpty()) return;
        if (one.state() == DocumentState.POSTED) {
            Hash nothing = Hash.sha256(CanonicalJson.bytes(Map.of("symbol", one.symbol())));
            ledger.append(EntryKind.WITHDRAWAL, DocumentSymbol.subject(one.address()), nothing);
            index.remove(SEARCH, one.id().toString());
            uses.remove(Citing.Kind.DOCUMENT, one.id().toString());
        }
        pages.changed(DocumentTags.DOCUMENTS);
    }
}
