package org.throughline.citations;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which instrument a number means: by the body that the text names with it, by the meeting that its brackets
/// name, by the form of the number, and last because only one instrument on record has it. What stays open is unknown.
final class Resolver {

    /// What a citation names.
    record Target(@Nullable Citable citable, Citable.@Nullable Revision revision, String named, String symbol) {
        static final Target UNKNOWN = new Target(null, null, "", "");
    }

    private final Catalogue catalogue;
    private final Mentions mentions;

    Resolver(Catalogue catalogue, Mentions mentions) {
        this.catalogue = catalogue;
        this.mentions = mentions;
    }

    Target ofSymbol(SymbolReader.Symbol symbol) {
        var known = catalogue.withSymbol(symbol.symbol());
        if (known != null) return new Target(known.citable(), known.revision(), "", "");
        return symbol.resolution() ? Target.UNKNOWN : new Target(null, null, "", symbol.symbol());
    }

    /// Nothing for what is no resolution at all, such as a range of numbers.
    ///
    /// @param stated the body named with it; empty where none is
    @Nullable
    Target ofNumber(NumberReader.Number number, RevisionReader.@Nullable Named named, String stated, int head) {
        String written = named == null ? "" : named.named();
        if (!number.revised().isEmpty()) return ofRevisedNumber(number, stated);
        Citable citable = citable(number, named, stated, head);
        if (citable == null || named == null) return new Target(citable, null, written, "");
        // What was adopted once has no revisions that could be named: the brackets say when.
        List<Citable.Revision> all = citable.revisions();
        if (all.size() == 1 && all.getFirst().label().isEmpty()) return new Target(citable, null, "", "");
        return new Target(citable, RevisionReader.of(citable, named), written, "");
    }

    private @Nullable Target ofRevisedNumber(NumberReader.Number number, String stated) {
        boolean radio = stated.equals(Bodies.RADIO) || number.body().equals(Bodies.RADIO);
        if (!radio) return null;
        String prefix = number.number().startsWith("ITU-R ") ? "" : "ITU-R ";
        var known = catalogue.withSymbol(prefix + number.revised());
        if (known != null)
            return new Target(
                    known.citable(), known.revision(), known.revision().label(), "");
        return new Target(
                catalogue.find(Bodies.RADIO, prefix + number.number()),
                null,
                number.revised().replace("ITU-R ", ""),
                "");
    }

    private @Nullable Citable citable(
            NumberReader.Number number, RevisionReader.@Nullable Named named, String stated, int head) {
        if (!stated.isEmpty()) return ofBody(number, stated);
        boolean othersAreNear = mentions.lastBefore(head).equals(Bodies.OTHER);
        if (othersAreNear) return null;
        if (!number.body().isEmpty()) return catalogue.find(number.body(), number.number());
        if (named != null && !named.body().isEmpty()) return catalogue.find(named.body(), number.number());
        List<Citable> all = catalogue.withNumber(number.number());
        if (all.size() < 2) return all.isEmpty() ? null : all.getFirst();
        Citable byRevision = named == null ? null : only(all, one -> RevisionReader.of(one, named) != null);
        if (byRevision != null) return byRevision;
        Set<String> near = mentions.near(head);
        return only(all, one -> near.contains(one.body()));
    }

    private @Nullable Citable ofBody(NumberReader.Number number, String stated) {
        // In texts of the United Nations "the Council" is the Economic and Social Council, or that for Human Rights.
        if (stated.equals(Bodies.COUNCIL) && !number.plain())
            return number.body().equals(Bodies.ECOSOC) ? catalogue.find(Bodies.ECOSOC, number.number()) : null;
        String asked = stated.equals(Bodies.RADIO)
                        && number.plain()
                        && !number.number().startsWith("ITU-R ")
                ? "ITU-R " + number.number()
                : number.number();
        return catalogue.find(stated, asked);
    }

    private static @Nullable Citable only(List<Citable> all, java.util.function.Predicate<Citable> what) {
        List<Citable> left = all.stream().filter(what).limit(2).toList();
        return left.size() == 1 ? left.getFirst() : null;
    }
}
