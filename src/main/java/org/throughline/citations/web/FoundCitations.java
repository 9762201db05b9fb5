package org.throughline.citations.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.citations.Citable;
import org.throughline.citations.CitableNames;
import org.throughline.citations.Citation;
import org.throughline.citations.Citations.Finding;
import org.throughline.citations.CitedDocuments;
import org.throughline.citations.Standing;
import org.throughline.citations.web.CitationsPage.Flag;
import org.throughline.citations.web.CitationsPage.Line;
import org.throughline.citations.web.CitationsPage.Piece;
import org.throughline.citations.web.CitationsPage.Result;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;

/// What was found in a text, in the reader's words.
final class FoundCitations {

    private final Frame frame;
    private final String date;
    private final CitedDocuments documents;
    private final CitableNames register;
    private Map<String, String> paths = Map.of();
    private Map<String, String> names = Map.of();

    /// @param date the text's own; empty where it is not known
    FoundCitations(Frame frame, String date, CitedDocuments documents, CitableNames register) {
        this.frame = frame;
        this.date = date;
        this.documents = documents;
        this.register = register;
    }

    Result of(String text, List<Finding> found) {
        paths = documents.paths(found.stream()
                .map(one -> one.citation().symbol())
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .toList());
        names = register.of(
                frame,
                found.stream()
                        .map(one -> one.citation().citable())
                        .filter(Objects::nonNull)
                        .map(Citable::slug)
                        .distinct()
                        .toList());
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (int i = 0; i < found.size(); i++) {
            Citation one = found.get(i).citation();
            places.computeIfAbsent(what(one), what -> new ArrayList<>()).add(i);
            if (one.start() > at) pieces.add(new Piece(text.substring(at, one.start()), "", "", ""));
            pieces.add(piece(i, found.get(i)));
            at = one.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), "", "", ""));
        return new Result(
                found.size(),
                (int) found.stream()
                        .filter(one -> one.now().status() == Standing.Status.SUPERSEDED)
                        .count(),
                (int) found.stream().filter(FoundCitations::isUnknown).count(),
                places.values().stream().map(some -> line(found, some)).toList(),
                pieces);
    }

    private Piece piece(int number, Finding one) {
        Flag flag = flag(one.citation(), one.now());
        return new Piece(
                one.citation().quote(), "c" + (number + 1), address(one.citation()), flag.warns() ? flag.words() : "");
    }

    private Line line(List<Finding> found, List<Integer> places) {
        Finding first = found.get(places.getFirst());
        Standing then = first.then();
        return new Line(
                first.citation().quote(),
                name(first.citation()),
                address(first.citation()),
                flag(first.citation(), first.now()),
                then == null || first.citation().citable() == null ? "" : at(first.citation(), then),
                places.size(),
                "c" + (places.getFirst() + 1));
    }

    private static boolean isUnknown(Finding one) {
        return one.now().status() == Standing.Status.UNKNOWN && !one.citation().ofDocument();
    }

    /// What a citation names, however it is written.
    private static String what(Citation one) {
        Citable citable = one.citable();
        Citable.Revision revision = one.revision();
        String of = citable != null ? citable.slug() : one.ofDocument() ? one.symbol() : one.quote();
        return of + '\n' + (revision == null ? one.named() : "r" + revision.position());
    }

    private String name(Citation one) {
        Citable citable = one.citable();
        return citable == null ? "" : names.getOrDefault(citable.slug(), "");
    }

    private String address(Citation one) {
        Citable citable = one.citable();
        if (citable == null) return paths.getOrDefault(one.symbol(), "");
        Citable.Revision revision = one.revision();
        return "/mandates/" + citable.slug() + (revision == null ? "" : "#r" + revision.position());
    }

    private Flag flag(Citation one, Standing standing) {
        Citable.Revision by = standing.supersededBy();
        if (by != null) return new Flag(frame.t("citations.flag.superseded", by.label()), true);
        if (one.ofDocument()) return new Flag(frame.t("citations.flag.document"), false);
        if (one.ofUnknownRevision()) return new Flag(frame.t("citations.flag.unknown-revision"), true);
        if (one.citable() == null) return new Flag(frame.t("citations.flag.unknown"), true);
        return standing.status() == Standing.Status.CURRENT
                ? new Flag(frame.t("citations.flag.current"), false)
                : new Flag(frame.t("citations.flag.not-yet"), true);
    }

    private String at(Citation one, Standing then) {
        return frame.t(
                "citations.then",
                Moments.in(frame.language()).partial(date),
                flag(one, then).words());
    }
}
