package org.throughline.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.citations.Citable;
import org.throughline.citations.Citation;
import org.throughline.citations.Citations;
import org.throughline.citations.Standing;
import org.throughline.platform.Moments;

/// Says of each reference of a document what it names, where that is kept here, and what has become of it since.
@Service
public class References {

    private final Citations citations;
    private final PostedDocuments documents;

    References(Citations citations, PostedDocuments documents) {
        this.citations = citations;
        this.documents = documents;
    }

    /// A reference as it was written.
    public record Line(String text, List<Named> named) {}

    /// What a reference names.
    ///
    /// @param quote the words that name it
    /// @param path its address here; empty where it is not kept here
    /// @param now what has become of it
    /// @param replacedBy what took its place; empty where nothing did
    /// @param thenReplacedBy the same at the date of the document; empty where nothing had
    public record Named(String quote, String path, Status now, String replacedBy, String thenReplacedBy) {}

    public enum Status {
        CURRENT,
        SUPERSEDED,
        /// Not on record here, or not certain what is meant.
        UNKNOWN
    }

    /// The day at which what a posted document cites is looked at: its own, or else that on which it was posted.
    public static String dateOf(PostedDocument one) {
        return one.dated().isEmpty()
                ? LocalDate.ofInstant(one.postedAt(), Moments.GENEVA).toString()
                : one.dated();
    }

    /// Every reference, in its order.
    ///
    /// @param date of the document: a year, a month or a day; empty where it is not known
    public List<Line> of(List<String> references, String date) {
        if (references.isEmpty()) return List.of();
        Map<String, List<Citations.Finding>> found = new HashMap<>();
        for (String line : references)
            if (!line.isBlank() && line.length() <= Citations.LONGEST_TEXT) found.put(line, citations.find(line, date));
        Map<String, Kept> kept =
                kept(found.values().stream().flatMap(List::stream).toList());
        return references.stream()
                .map(line -> new Line(
                        line,
                        found.getOrDefault(line, List.of()).stream()
                                .map(each -> named(each, kept))
                                .toList()))
                .toList();
    }

    /// @param newest the last revision of it that was posted; absent where there is none
    private record Kept(PostedDocument document, @Nullable PostedDocument newest) {}

    private Map<String, Kept> kept(List<Citations.Finding> found) {
        List<String> keys = new ArrayList<>();
        for (Citations.Finding each : found)
            if (each.citation().ofDocument())
                DocumentSymbol.read(each.citation().symbol())
                        .map(DocumentSymbol::key)
                        .ifPresent(keys::add);
        Map<String, Kept> kept = new HashMap<>();
        List<PostedDocument> named = documents.withKeys(keys);
        Map<UUID, PostedDocument> newest = documents.newestRevisions(named);
        for (PostedDocument one : named) {
            PostedDocument last = newest.get(one.root());
            boolean replaced =
                    last != null && last.changeNumber() > (one.change() == Change.NONE ? 0 : one.changeNumber());
            boolean replaceable = one.change() == Change.NONE || one.change() == Change.REVISION;
            kept.put(
                    DocumentSymbol.read(one.symbol()).orElseThrow().key(),
                    new Kept(one, replaced && replaceable ? last : null));
        }
        return kept;
    }

    private Named named(Citations.Finding finding, Map<String, Kept> kept) {
        Citation one = finding.citation();
        if (one.ofDocument()) return document(finding, kept);
        Citable citable = one.citable();
        if (citable == null) return new Named(one.quote(), "", Status.UNKNOWN, "", "");
        Citable.Revision revision = one.revision();
        String path = "/mandates/" + citable.slug() + (revision == null ? "" : "#r" + revision.position());
        return new Named(
                one.quote(),
                path,
                switch (finding.now().status()) {
                    case CURRENT -> Status.CURRENT;
                    case SUPERSEDED -> Status.SUPERSEDED;
                    case UNKNOWN -> Status.UNKNOWN;
                },
                by(finding.now()),
                finding.then() == null ? "" : by(finding.then()));
    }

    private Named document(Citations.Finding finding, Map<String, Kept> kept) {
        String quote = finding.citation().quote();
        Kept found = DocumentSymbol.read(finding.citation().symbol())
                .map(symbol -> kept.get(symbol.key()))
                .orElse(null);
        if (found == null) return new Named(quote, "", Status.UNKNOWN, "", "");
        PostedDocument newest = found.newest();
        return new Named(
                quote,
                found.document().path(),
                newest == null ? Status.CURRENT : Status.SUPERSEDED,
                newest == null ? "" : newest.symbol(),
                "");
    }

    private static String by(Standing standing) {
        Citable.Revision revision = standing.supersededBy();
        return revision == null ? "" : revision.label();
    }
}
