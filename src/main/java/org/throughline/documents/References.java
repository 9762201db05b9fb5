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
import org.throughline.platform.PartialDate;

/// Says of each reference of a document what it names, where that is kept here, and how that stood at the date of the
/// document and stands today.
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
    /// @param now how it stands today
    /// @param then how it stood at the date of the document; absent where that date is not known
    public record Named(
            String quote, String path, State now, @Nullable State then) {

        /// Whether nothing has changed since the date of the document.
        public boolean isAsThen() {
            return now.equals(then);
        }

        static Named unknown(String quote) {
            return new Named(quote, "", State.UNKNOWN, null);
        }
    }

    /// What has become of a named thing by a day.
    ///
    /// @param replacedBy what took its place; empty where nothing had
    public record State(Status status, String replacedBy) {

        static final State UNKNOWN = new State(Status.UNKNOWN, "");
        static final State CURRENT = new State(Status.CURRENT, "");

        static State superseded(String what) {
            return new State(Status.SUPERSEDED, what);
        }

        static State of(Standing standing) {
            Citable.Revision by = standing.supersededBy();
            return switch (standing.status()) {
                case CURRENT -> CURRENT;
                case SUPERSEDED -> superseded(by == null ? "" : by.label());
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    public enum Status {
        CURRENT,
        SUPERSEDED,
        /// Not on record here, not certain what is meant, or not there yet on that day.
        UNKNOWN
    }

    /// The day at which what a posted document cites is looked at: its own, or else that on which it was posted.
    public static String dateOf(PostedDocument one) {
        return one.dated().isEmpty()
                ? LocalDate.ofInstant(one.postedAt(), Moments.GENEVA).toString()
                : one.dated();
    }

    /// The date of a posted document as far as it is known: its own, or that on which it was posted; empty where
    /// nothing
    /// is known but the day on which it was put on record.
    public static String knownDateOf(PostedDocument one) {
        return one.dated().isEmpty() && one.receivedAt() == null ? "" : dateOf(one);
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
                                .map(each -> named(each, kept, date))
                                .toList()))
                .toList();
    }

    /// @param later the revisions that took its place one after the other, in their order
    private record Kept(PostedDocument document, List<PostedDocument> later) {

        State now() {
            return later.isEmpty()
                    ? State.CURRENT
                    : State.superseded(later.getLast().symbol());
        }

        // As instruments count: from the last day that a date can mean, seen from the first.
        State on(String date) {
            LocalDate first = PartialDate.first(date).orElseThrow();
            LocalDate last = PartialDate.last(date).orElseThrow();
            if (PartialDate.first(knownDateOf(document)).filter(last::isBefore).isPresent()) return State.UNKNOWN;
            return later.stream()
                    .filter(one -> PartialDate.last(knownDateOf(one))
                            .filter(day -> !first.isBefore(day))
                            .isPresent())
                    .reduce((one, next) -> next)
                    .map(one -> State.superseded(one.symbol()))
                    .orElse(State.CURRENT);
        }
    }

    private Map<String, Kept> kept(List<Citations.Finding> found) {
        List<String> keys = new ArrayList<>();
        for (Citations.Finding each : found)
            if (each.citation().ofDocument())
                DocumentSymbol.read(each.citation().symbol())
                        .map(DocumentSymbol::key)
                        .ifPresent(keys::add);
        Map<String, Kept> kept = new HashMap<>();
        List<PostedDocument> named = documents.withKeys(keys);
        Map<UUID, List<PostedDocument>> revisions = documents.revisions(named);
        for (PostedDocument one : named) {
            boolean replaceable = one.change() == Change.NONE || one.change() == Change.REVISION;
            kept.put(
                    DocumentSymbol.read(one.symbol()).orElseThrow().key(),
                    new Kept(
                            one,
                            revisions.getOrDefault(one.root(), List.of()).stream()
                                    .filter(each -> replaceable && each.changeNumber() > one.changeNumber())
                                    .toList()));
        }
        return kept;
    }

    private static Named named(Citations.Finding finding, Map<String, Kept> kept, String date) {
        Citation one = finding.citation();
        if (one.ofDocument()) return document(one, kept, date);
        Citable citable = one.citable();
        if (citable == null) return Named.unknown(one.quote());
        Citable.Revision revision = one.revision();
        Standing then = finding.then();
        return new Named(
                one.quote(),
                "/mandates/" + citable.slug() + (revision == null ? "" : "#r" + revision.position()),
                State.of(finding.now()),
                then == null ? null : State.of(then));
    }

    private static Named document(Citation one, Map<String, Kept> kept, String date) {
        return DocumentSymbol.read(one.symbol())
                .map(symbol -> kept.get(symbol.key()))
                .map(found -> new Named(
                        one.quote(), found.document().path(), found.now(), date.isEmpty() ? null : found.on(date)))
                .orElseGet(() -> Named.unknown(one.quote()));
    }
}
