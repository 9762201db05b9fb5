package org.throughline.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through a text once, from the first word to the last, and finds what it cites. Each step looks at a bounded
/// number of words or moves on by what it read, so that the time grows with the text and no faster.
final class CitationFinder {

    private static final Set<String> LINKS = Set.of(
            "of", "in", "to", "from", "under", "the", "its", "du", "de", "des", "la", "l", "d", "'", "sa", "del", "el",
            "من");
    private static final int MOST_LINKS = 4;
    private static final Phrases<Boolean> PLANS_OF_PLACES = plansOfPlaces();

    private final Resolver resolver;
    private final Catalogue catalogue;
    private final Tokens tokens;
    private final Mentions mentions;
    private final List<Citation> found = new ArrayList<>();
    // Paragraphs that stand before what may be cited next, and the token where it would begin.
    private Paragraphs.@Nullable Read waiting;
    private int waitingFor;
    private int taken;

    private CitationFinder(Catalogue catalogue, String text) {
        this.catalogue = catalogue;
        this.tokens = new Tokens(text);
        this.mentions = new Mentions(tokens);
        this.resolver = new Resolver(catalogue, mentions);
    }

    /// All citations in the order of the text; none within another.
    static List<Citation> find(Catalogue catalogue, String text) {
        return new CitationFinder(catalogue, text).all();
    }

    private static Phrases<Boolean> plansOfPlaces() {
        var phrases = new Phrases<Boolean>();
        for (String place : Places.spellings())
            for (String plan : List.of(
                    "%s Action Plan",
                    "%s Plan of Action",
                    "%s Declaration",
                    "Plan d'action de %s",
                    "Déclaration de %s",
                    "Plan de Acción de %s",
                    "Declaración de %s")) phrases.add(plan.formatted(place).toLowerCase(Locale.ROOT), true);
        return phrases;
    }

    private List<Citation> all() {
        int at = 0;
        while (at < tokens.size()) {
            int behind = citation(at);
            at = behind > at ? behind : at + 1;
        }
        return found;
    }

    /// The token behind what was found here, or 0.
    private int citation(int at) {
        if (isHead(at)) {
            int behind = resolutions(at);
            if (behind > 0) return behind;
        }
        int behind = named(at);
        if (behind > 0) return behind;
        var symbol = SymbolReader.read(tokens, at);
        if (symbol != null) return symbol(at, symbol);
        if (tokens.is(at, "第")) {
            int chinese = ofChinese(at);
            if (chinese > 0) return chinese;
        }
        if (tokens.isNumber(at)) return ofUnesco(at);
        return paragraphs(at);
    }

    private boolean isHead(int at) {
        return switch (tokens.word(at)) {
            case "resolution", "resolutions", "resolucion", "resoluciones" -> true;
            case "резолюция", "резолюции", "резолюцию", "резолюцией", "резолюциях", "резолюций", "резолюциями" -> true;
            case "القرار", "قرار", "القرارات", "قرارات", "القرارين", "القراران", "والقرار", "بالقرار", "للقرار" -> true;
            case "res" -> tokens.isCapitalized(at) && !tokens.is(at - 1, "/");
            default -> false;
        };
    }

    private int paragraphs(int at) {
        var read = Paragraphs.read(tokens, at);
        if (read == null) return 0;
        int next = read.behind();
        for (int i = 0; i < MOST_LINKS && LINKS.contains(tokens.word(next)); i++) next++;
        waiting = read;
        waitingFor = next;
        return read.behind();
    }

    private record Item(int first, int behind, NumberReader.Number number, RevisionReader.@Nullable Named named) {}

    private int resolutions(int head) {
        var before = mentions.before(head);
        int first = before.first() >= taken ? before.first() : -1;
        int start = first < 0 ? head : first;
        int next = afterAbbreviation(head);
        var items = new ArrayList<Item>();
        boolean many = tokens.word(head).endsWith("s") && !tokens.is(head, "res") || isListed(head);
        boolean last = false;
        while (true) {
            var number = NumberReader.read(tokens, next);
            if (number == null) {
                if (!items.isEmpty()) break;
                var symbol = SymbolReader.read(tokens, next);
                if (symbol == null || !symbol.resolution()) return 0;
                return cite(start, symbol.behind(), resolver.ofSymbol(symbol));
            }
            var named = RevisionReader.read(tokens, number.behind());
            int behind = named == null ? number.behind() : named.behind();
            items.add(new Item(items.isEmpty() ? start : next, behind, number, named));
            next = RevisionReader.behindDate(tokens, behind);
            if (last) break;
            int following = next;
            if (tokens.is(following, ",")) following++;
            if (isAnd(following)) {
                following++;
                last = true;
            }
            if (following == next || !many && number.plain()) break;
            next = following;
        }
        int end = items.getLast().behind();
        var after = mentions.behind(next);
        String stated = before.body().isEmpty() ? after.body() : before.body();
        for (Item item : items)
            cite(
                    item.first(),
                    item.behind(),
                    resolver.ofNumber(item.number(), item.named(), stated, head),
                    item == items.getLast() ? after.first() : -1);
        return Math.max(end, taken);
    }

    // In Russian and Arabic the same word is often said of one and of many.
    private boolean isListed(int head) {
        return switch (tokens.word(head)) {
            case "резолюции", "резолюциях", "резолюций", "резолюциями", "القرارات", "قرارات", "القرارين", "القراران" ->
                true;
            default -> false;
        };
    }

    /// "联合国大会第70/125号决议", with the number before the word.
    private int ofChinese(int at) {
        var number = NumberReader.read(tokens, at + 1);
        if (number == null
                || !tokens.is(number.behind(), "号")
                || !tokens.is(number.behind() + 1, "决")
                || !tokens.is(number.behind() + 2, "议")) return 0;
        int behind = number.behind() + 3;
        var before = mentions.before(at);
        int first = before.first() >= taken && before.first() >= 0 ? before.first() : at;
        var named = RevisionReader.read(tokens, behind);
        return cite(
                first, named == null ? behind : named.behind(), resolver.ofNumber(number, named, before.body(), at));
    }

    private boolean isAnd(int at) {
        return switch (tokens.word(at)) {
            case "and", "et", "y", "or", "ou", "&", "e", "o", "и", "или" -> true;
            default -> false;
        };
    }

    /// Behind the point of "Res." and behind "No.".
    private int afterAbbreviation(int head) {
        int next = tokens.is(head, "res") && tokens.is(head + 1, ".") ? head + 2 : head + 1;
        boolean number = tokens.is(next, "no")
                || tokens.is(next, "nos")
                || tokens.is(next, "n")
                || tokens.is(next, "№")
                || tokens.is(next, "num")
                || tokens.is(next, "رقم");
        if (!number) return next;
        next++;
        return tokens.is(next, ".") || tokens.is(next, "°") || tokens.is(next, "º") ? next + 1 : next;
    }

    private int named(int at) {
        var known = catalogue.names().at(tokens, at);
        var unknown = PLANS_OF_PLACES.at(tokens, at);
        if (known == null && unknown == null) return 0;
        if (known == null || unknown != null && unknown.behind() > known.behind())
            return tokens.isCapitalized(unknown.behind() - 1) ? cite(at, unknown.behind(), Resolver.Target.UNKNOWN) : 0;
        return isPartOfAWord(at, known.behind())
                ? 0
                : cite(at, known.behind(), new Resolver.Target(known.meaning(), null, "", ""));
    }

    /// "Matrix-WSIS-GDC.pdf" names a file.
    private boolean isPartOfAWord(int first, int behind) {
        if (!tokens.areCapitals(first, behind) || behind - first > 1) return false;
        boolean before = tokens.isJoined(first) && (tokens.is(first - 1, "-") || tokens.is(first - 1, "_"));
        boolean after = tokens.isJoined(behind)
                && tokens.is(behind, ".")
                && tokens.isJoined(behind + 1)
                && tokens.isWord(behind + 1);
        return before || after;
    }

    private int symbol(int at, SymbolReader.Symbol symbol) {
        return cite(at, symbol.behind(), resolver.ofSymbol(symbol));
    }

    /// "41 C/27" without the word before it may be any document of that session.
    private int ofUnesco(int at) {
        if (!tokens.is(at + 1, "c") || !tokens.is(at + 2, "/")) return 0;
        var number = NumberReader.read(tokens, at);
        var known = number == null ? null : catalogue.withSymbol(number.number());
        return known == null
                ? 0
                : cite(at, number.behind(), new Resolver.Target(known.citable(), known.revision(), "", ""));
    }

    private int cite(int first, int behind, Resolver.Target target) {
        return cite(first, behind, target, behind);
    }

    /// @param after where paragraphs may follow; -1 where they cannot
    private int cite(int first, int behind, Resolver.@Nullable Target target, int after) {
        if (target == null) return 0;
        int start = first;
        int end = behind;
        List<String> paragraphs = List.of();
        if (waiting != null && waitingFor == first && waiting.first() >= taken) {
            start = waiting.first();
            paragraphs = waiting.labels();
        } else if (after >= 0) {
            var read = paragraphsAfter(after);
            if (read != null) {
                end = tokens.is(after, "(") && tokens.is(read.behind(), ")") ? read.behind() + 1 : read.behind();
                paragraphs = read.labels();
            }
        }
        waiting = null;
        taken = end;
        found.add(new Citation(
                tokens.start(start),
                tokens.end(end - 1),
                tokens.quote(start, end),
                target.citable(),
                target.revision(),
                target.named(),
                target.symbol(),
                paragraphs));
        return end;
    }

    private Paragraphs.@Nullable Read paragraphsAfter(int at) {
        int next = tokens.is(at, "》") ? at + 1 : at;
        if (tokens.is(next, ",") || tokens.is(next, "(")) next++;
        else if (tokens.is(next, "'") && tokens.is(next + 1, "s")) next += 2;
        if (tokens.is(next, "in") || tokens.is(next, "its") || tokens.is(next, "au")) next++;
        var read = Paragraphs.read(tokens, next);
        // "Resolution 140, paragraph 2 of the Tunis Agenda": they belong to what follows.
        if (read == null || tokens.is(read.behind(), "of") || tokens.is(read.behind(), "de")) return null;
        return read;
    }
}
