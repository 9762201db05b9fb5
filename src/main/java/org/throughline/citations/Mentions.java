package org.throughline.citations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where a text speaks of bodies. What is asked looks at a few of them only, however long a sentence is.
final class Mentions {

    private static final int FEW = 4;
    private static final Set<String> LINKS = Set.of(
            "of",
            "the",
            "by",
            "du",
            "de",
            "la",
            "des",
            "l",
            "d",
            "'",
            "from",
            "del",
            "adopted",
            "adoptee",
            "itu",
            "las",
            "los",
            "aprobada",
            "adoptada",
            "por");
    private static final Set<String> ADJECTIVES = Set.of("revised", "modified", "draft", "adopted", "第");
    private static final int MOST_LINKS = 4;

    private final Tokens tokens;
    private final List<Phrases.Match<String>> all = new ArrayList<>();
    private final int[] beginning;
    private int before;

    Mentions(Tokens tokens) {
        this.tokens = tokens;
        this.beginning = new int[tokens.size()];
        Arrays.fill(beginning, -1);
        for (int i = 0; i < tokens.size(); i++) {
            var match = Bodies.words().at(tokens, i);
            if (match == null) continue;
            beginning[i] = all.size();
            all.add(match);
            i = match.behind() - 1;
        }
    }

    /// A body that has its word right at a place in the text.
    ///
    /// @param first token
    record Beside(int first, String body) {
        static final Beside NONE = new Beside(-1, "");
    }

    /// Who is named right before: "Council Resolution", "PP-Resolution", "WTSA-20 Resolution", "the Council's
    /// resolution". To be asked in the order of the text.
    Beside before(int head) {
        while (before < all.size() && all.get(before).behind() <= head) before++;
        if (before == 0) return Beside.NONE;
        var last = all.get(before - 1);
        int gap = head - last.behind();
        int at = last.behind();
        boolean bound = gap == 0
                || gap == 1
                        && (tokens.is(at, "-")
                                || ADJECTIVES.contains(tokens.word(at))
                                || RevisionReader.isYear(tokens, at))
                || gap == 2 && tokens.is(at, "'") && tokens.is(at + 1, "s")
                || gap == 2 && tokens.is(at, "-") && tokens.isNumber(at + 1);
        return bound ? new Beside(last.first(), last.meaning()) : Beside.NONE;
    }

    /// Who is named right behind: "of the Plenipotentiary Conference", "du Conseil".
    ///
    /// @return the token behind the words, or `at`, and the body
    Beside behind(int at) {
        for (int i = at; i < tokens.size() && i <= at + MOST_LINKS; i++) {
            if (beginning[i] >= 0 && (i > at || tokens.isForeign(i))) {
                var match = all.get(beginning[i]);
                return new Beside(match.behind(), match.meaning());
            }
            if (!LINKS.contains(tokens.word(i))) break;
        }
        return new Beside(at, "");
    }

    /// The body that the sentence names last before this token; empty where it names none. To be asked after
    /// [#before(int)] of the same token.
    String lastBefore(int head) {
        if (before == 0) return "";
        var last = all.get(before - 1);
        return tokens.sentence(last.first()) == tokens.sentence(head) ? last.meaning() : "";
    }

    /// The bodies that the sentence names nearest. To be asked after [#before(int)] of the same token.
    Set<String> near(int head) {
        var near = new LinkedHashSet<String>();
        for (int i = Math.max(0, before - FEW); i < Math.min(all.size(), before + FEW); i++)
            if (tokens.sentence(all.get(i).first()) == tokens.sentence(head))
                near.add(all.get(i).meaning());
        return near;
    }
}
