package org.throughline.citations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads "para 113", "paragraphs 108-110", "paragraphe 28 e)" beside an instrument.
final class Paragraphs {

    private static final int MOST = 20;

    /// @param labels as they are cited, such as `28(e)` or `108-110`
    record Read(int first, int behind, List<String> labels) {}

    private Paragraphs() {}

    static boolean isWord(String word) {
        return switch (word) {
            case "para",
                    "paras",
                    "paragraph",
                    "paragraphs",
                    "paragraphe",
                    "paragraphes",
                    "par",
                    "§",
                    "¶",
                    "parrafo",
                    "parrafos",
                    "parr",
                    "parrs",
                    "пункт",
                    "пункта",
                    "пункте",
                    "пунктом",
                    "пункту",
                    "пункты",
                    "пунктов",
                    "пунктах",
                    "п",
                    "пп",
                    "الفقره",
                    "الفقرة",
                    "فقرة",
                    "الفقرات",
                    "الفقرتان",
                    "الفقرتين",
                    "بالفقرة" -> true;
            default -> false;
        };
    }

    static @Nullable Read read(Tokens tokens, int at) {
        if (tokens.is(at, "第") && tokens.isNumber(at + 1) && tokens.is(at + 2, "段"))
            return new Read(at, at + 3, List.of(tokens.word(at + 1)));
        if (!isWord(tokens.word(at))) return null;
        int next = at + 1;
        if (tokens.is(next, ".") || tokens.is(next, "§")) next++;
        var labels = new ArrayList<String>();
        int behind = next;
        while (labels.size() < MOST) {
            int end = label(tokens, next);
            if (end == 0) break;
            String label = tokens.quote(next, end).replace(" ", "");
            boolean range = tokens.is(end, "-") || tokens.is(end, "to") || tokens.is(end, "a") || tokens.is(end, "al");
            int last = range ? label(tokens, end + 1) : 0;
            if (last > 0) {
                label += "-" + tokens.quote(end + 1, last).replace(" ", "");
                end = last;
            }
            labels.add(label);
            behind = end;
            next = end;
            if (tokens.is(next, ",")) next++;
            if (tokens.is(next, "and") || tokens.is(next, "et") || tokens.is(next, "y") || tokens.is(next, "и")) next++;
            if (next == end) break;
        }
        return labels.isEmpty() ? null : new Read(at, behind, List.copyOf(labels));
    }

    /// The token behind `28`, `28(e)`, `28 e)` or `28e`; 0 where no such thing begins.
    private static int label(Tokens tokens, int at) {
        if (!tokens.isNumber(at) || tokens.word(at).length() > 4) return 0;
        int next = at + 1;
        if (tokens.is(next, "/") || tokens.is(next, ".") && tokens.isJoined(next + 1)) return 0;
        if (tokens.is(next, "(") && isLetter(tokens, next + 1) && tokens.is(next + 2, ")")) return next + 3;
        if (isLetter(tokens, next) && tokens.is(next + 1, ")")) return next + 2;
        if (isLetter(tokens, next) && tokens.isJoined(next)) return next + 1;
        return next;
    }

    private static boolean isLetter(Tokens tokens, int at) {
        return tokens.isWord(at) && tokens.word(at).length() == 1;
    }
}
