package org.throughline.citations;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads symbols of documents: `A/RES/70/125`, `E/2023/31`, `A/70/684`, `CWG-WSIS&SDG-40/12` (also with spaces),
/// `WG-WSIS-31/11-E Rev. 1`, `C24/12`, `PP-14/20(Add.1)-E`.
final class SymbolReader {

    private static final int MOST_PARTS = 8;
    private static final Set<String> CONFERENCES =
            Set.of("pp", "wtdc", "wtsa", "ra", "tdag", "tsag", "rag", "wtpf", "cpm");

    /// @param behind the token after it
    /// @param symbol in one spelling
    /// @param resolution whether it is of a resolution
    record Symbol(int behind, String symbol, boolean resolution) {}

    private SymbolReader() {}

    static @Nullable Symbol read(Tokens tokens, int at) {
        if (at > 0
                && tokens.isJoined(at)
                && (tokens.isWord(at - 1) && !tokens.isHan(at - 1)
                        || tokens.isNumber(at - 1)
                        || tokens.is(at - 1, "-"))) return null;
        return switch (tokens.word(at)) {
            case "a", "e", "s" -> ofUnitedNations(tokens, at);
            case "cwg", "wg" -> ofWorkingGroup(tokens, at);
            case "c" -> ofCouncil(tokens, at);
            default -> CONFERENCES.contains(tokens.word(at)) ? ofConference(tokens, at) : null;
        };
    }

    private static @Nullable Symbol ofUnitedNations(Tokens tokens, int at) {
        if (!tokens.isCapitalized(at)) return null;
        var symbol = new StringBuilder(upper(tokens, at));
        int next = at + 1;
        int parts = 0;
        int numbers = 0;
        boolean resolution = false;
        while (parts < MOST_PARTS && tokens.is(next, "/") && tokens.isJoined(next) && tokens.isJoined(next + 1)) {
            int part = next + 1;
            if (!tokens.isWord(part) && !tokens.isNumber(part) || tokens.isHan(part)) break;
            if (tokens.isWord(part)
                    && (!tokens.isCapitalized(part) || tokens.word(part).length() > 5)) return null;
            resolution |= tokens.is(part, "res");
            if (tokens.isNumber(part)) numbers++;
            symbol.append('/').append(upper(tokens, part));
            next = part + 1;
            // "CN.16", "L.41", "CRP.2"
            if (tokens.isWord(part)
                    && tokens.is(next, ".")
                    && tokens.isJoined(next)
                    && tokens.isJoined(next + 1)
                    && tokens.isNumber(next + 1)) {
                symbol.append('.').append(tokens.word(next + 1));
                numbers++;
                next += 2;
            }
            parts++;
        }
        if (parts < 2 || numbers == 0) return null;
        if (resolution && NumberReader.isPart(tokens, next)) symbol.append(' ').append(upper(tokens, next++));
        return new Symbol(next, symbol.toString(), resolution);
    }

    private static @Nullable Symbol ofWorkingGroup(Tokens tokens, int at) {
        if (!tokens.areCapitals(at, at + 1) || !tokens.is(at + 1, "-") || !tokens.isWord(at + 2)) return null;
        var symbol = new StringBuilder(upper(tokens, at)).append('-');
        symbol.append(tokens.areCapitals(at + 2, at + 3) ? upper(tokens, at + 2) : tokens.quote(at + 2, at + 3));
        int next = at + 3;
        if (tokens.is(next, "&") && tokens.isWord(next + 1)) {
            symbol.append('&').append(tokens.is(next + 1, "sdgs") ? "SDG" : upper(tokens, next + 1));
            next += 2;
        }
        return numbered(tokens, tokens.is(next, "-") ? next + 1 : next, symbol.append('-'));
    }

    private static @Nullable Symbol ofCouncil(Tokens tokens, int at) {
        if (!tokens.isCapitalized(at)
                || !tokens.isJoined(at + 1)
                || tokens.word(at + 1).length() != 2) return null;
        if (!tokens.isJoined(at + 2) || !tokens.isJoined(at + 3)) return null;
        return numbered(tokens, at + 1, new StringBuilder("C"));
    }

    private static @Nullable Symbol ofConference(Tokens tokens, int at) {
        if (!tokens.areCapitals(at, at + 1)
                || !tokens.is(at + 1, "-")
                || tokens.word(at + 2).length() != 2) return null;
        return numbered(tokens, at + 2, new StringBuilder(upper(tokens, at)).append('-'));
    }

    /// `40/12`, with a letter for the language and what it changes behind it.
    private static @Nullable Symbol numbered(Tokens tokens, int at, StringBuilder symbol) {
        if (!tokens.isNumber(at) || !tokens.is(at + 1, "/") || !tokens.isNumber(at + 2)) return null;
        if (tokens.word(at).length() > 3 || tokens.word(at + 2).length() > 4) return null;
        symbol.append(tokens.word(at)).append('/').append(tokens.word(at + 2));
        int next = at + 3;
        int changed = change(tokens, next, symbol);
        if (changed > 0) next = changed;
        if (tokens.is(next, "-") && tokens.isJoined(next) && isLanguage(tokens, next + 1)) {
            symbol.append('-').append(upper(tokens, next + 1));
            next += 2;
        }
        if (changed == 0) {
            changed = change(tokens, next, symbol);
            if (changed > 0) next = changed;
        }
        return new Symbol(next, symbol.toString(), false);
    }

    private static boolean isLanguage(Tokens tokens, int at) {
        return tokens.word(at).length() == 1 && "efsrca".contains(tokens.word(at)) && tokens.isCapitalized(at);
    }

    /// `Rev. 1`, `(Add.1)`; the token behind it, or 0.
    private static int change(Tokens tokens, int at, StringBuilder symbol) {
        boolean open = tokens.is(at, "(");
        int word = open ? at + 1 : at;
        String kind = switch (tokens.word(word)) {
            case "rev" -> "Rev.";
            case "add" -> "Add.";
            case "corr" -> "Corr.";
            default -> "";
        };
        int number = tokens.is(word + 1, ".") ? word + 2 : word + 1;
        if (kind.isEmpty() || !tokens.isNumber(number) || tokens.word(number).length() > 2) return 0;
        if (open && !tokens.is(number + 1, ")")) return 0;
        symbol.append(open ? "(" : " ").append(kind).append(tokens.word(number)).append(open ? ")" : "");
        return open ? number + 2 : number + 1;
    }

    private static String upper(Tokens tokens, int at) {
        return tokens.word(at).toUpperCase(Locale.ROOT);
    }
}
