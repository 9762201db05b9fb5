package org.throughline.citations;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads which revision of a resolution is meant behind its number: `(Rev. Bucharest, 2022)`, `(Modified 2024)`,
/// `(Guadalajara, 2010)`, `(Rev. PP-22)`, `(2011)`. Brackets that say something else are left alone.
final class RevisionReader {

    private static final int MOST_TOKENS = 16;

    private static final Set<String> REVISED = Set.of(
            "rev",
            "revised",
            "revision",
            "mod",
            "modified",
            "amended",
            "amd",
            "revisee",
            "revise",
            "modifiee",
            "modifie",
            "amendee",
            "revisada",
            "modificada",
            "adopted",
            "adoptee",
            "last",
            "as",
            "by",
            "in",
            "at",
            "at the",
            "the",
            "and",
            "et",
            "y",
            "puis",
            "derniere",
            "fois",
            "pour",
            "par",
            "la",
            "le",
            "en",
            "a",
            "de",
            "ultima",
            "vez",
            "por",
            "aprobada",
            "enmendada",
            "пересм",
            "изм",
            "г",
            "год",
            "года",
            "в",
            "المراجع",
            "المراجعة",
            "المعدل",
            "المعدلة",
            "في",
            "年",
            "月",
            "日",
            "修",
            "订",
            "版",
            "经",
            "正");
    private static final Set<String> SAYS_REVISED = Set.of(
            "rev",
            "revised",
            "mod",
            "modified",
            "amended",
            "revisee",
            "modifiee",
            "amendee",
            "revisada",
            "modificada",
            "enmendada",
            "пересм",
            "изм",
            "المراجع",
            "المراجعة",
            "المعدل",
            "المعدلة",
            "订");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");

    /// @param behind the token after it
    /// @param named as the text writes it, without the brackets
    /// @param place in one spelling; empty where none is named
    /// @param year the last that is named; empty where none is
    /// @param body who met, where the text or the place and the year say so; else empty
    record Named(int behind, String named, String place, String year, String body) {}

    private RevisionReader() {}

    /// @param at the token behind the number
    static @Nullable Named read(Tokens tokens, int at) {
        if (tokens.is(at, "(")) {
            int close = close(tokens, at + 1);
            Named inside = close < 0 ? null : inside(tokens, at + 1, close, false);
            return inside == null ? null : new Named(close + 1, inside.named, inside.place, inside.year, inside.body);
        }
        // Some write it without brackets: "Resolution 140, Rev. Bucharest, 2022".
        int from = tokens.is(at, ",") ? at + 1 : at;
        if (!tokens.is(from, "rev") || !tokens.isCapitalized(from)) return null;
        for (int i = from + 1; i < from + 8; i++) if (isYear(tokens, i)) return inside(tokens, from, i + 1, true);
        return null;
    }

    private static int close(Tokens tokens, int from) {
        for (int i = from; i < from + MOST_TOKENS && i < tokens.size(); i++) {
            if (tokens.is(i, ")")) return i;
            if (tokens.is(i, "(")) return -1;
        }
        return -1;
    }

    private static @Nullable Named inside(Tokens tokens, int from, int behind, boolean open) {
        if (from == behind) return null;
        var place = new StringBuilder();
        String year = "";
        String body = "";
        boolean revised = false;
        boolean month = false;
        boolean otherNumber = false;
        for (int i = from; i < behind; i++) {
            String word = tokens.word(i);
            var meeting = meeting(tokens, i, behind);
            if (meeting != null) {
                body = meeting.body;
                year = meeting.year;
                i = meeting.behind - 1;
            } else if (isYear(tokens, i)) year = word;
            else if (tokens.isNumber(i)) otherNumber = true;
            else if (MONTHS.contains(word)) month = true;
            else if (REVISED.contains(word)) revised |= SAYS_REVISED.contains(word);
            else if (tokens.isWord(i)) {
                if (!tokens.isNameLike(i) && !place.toString().equals("sharm")) return null;
                place.append(place.isEmpty() ? "" : " ").append(word);
            } else if (!",.-'".contains(word)) return null;
        }
        if (otherNumber && !month) return null;
        if (year.isEmpty() && !revised) return null;
        if (year.isEmpty() && place.isEmpty()) return null;
        String one = Places.one(place.toString().replace(" el ", " el-"));
        if (body.isEmpty()) body = Places.body(one, year);
        String named = tokens.quote(from, behind).replaceAll("\\s{1,100}", " ");
        return new Named(behind, named, one, year, body);
    }

    private record Meeting(int behind, String body, String year) {}

    /// "PP-22", "WTSA-20", "C24": who met and when.
    private static @Nullable Meeting meeting(Tokens tokens, int at, int behind) {
        String body = switch (tokens.word(at)) {
            case "pp" -> Bodies.PLENIPOTENTIARY;
            case "wtdc", "cmdt" -> Bodies.DEVELOPMENT;
            case "wtsa", "amnt" -> Bodies.STANDARDIZATION;
            case "ra", "ar" -> Bodies.RADIO;
            case "c", "council", "conseil" -> Bodies.COUNCIL;
            default -> "";
        };
        if (body.isEmpty()) return null;
        int number = tokens.is(at + 1, "-") ? at + 2 : at + 1;
        if (number >= behind || !tokens.isNumber(number)) return null;
        if (isYear(tokens, number)) return new Meeting(number + 1, body, tokens.word(number));
        if (tokens.word(number).length() != 2) return null;
        int short_ = Integer.parseInt(tokens.word(number));
        // The assembly that was to be held in 2020 met in 2022, and kept its name.
        boolean late = body.equals(Bodies.STANDARDIZATION) && short_ == 20;
        return new Meeting(number + 1, body, String.valueOf(late ? 2022 : (short_ < 50 ? 2000 : 1900) + short_));
    }

    /// The token behind "of 21 December 2001", "du 21 décembre 2001" or "(MOD)", which name no revision; the same token
    /// where nothing like it stands.
    static int behindDate(Tokens tokens, int at) {
        if (tokens.is(at, "(") && tokens.is(at + 1, "mod") && tokens.is(at + 2, ")")) return at + 3;
        switch (tokens.word(at)) {
            case "of", "du", "dated", "de", "del", "от" -> {}
            default -> {
                return at;
            }
        }
        int month = tokens.isNumber(at + 1) && (tokens.is(at + 2, "er") || tokens.is(at + 2, "de")) ? at + 3 : at + 2;
        int year = tokens.is(month + 1, "de") ? month + 2 : month + 1;
        boolean date = tokens.isNumber(at + 1) && MONTHS.contains(tokens.word(month)) && isYear(tokens, year);
        if (!date) return at;
        return tokens.is(year + 1, "года") ? year + 2 : year + 1;
    }

    static boolean isYear(Tokens tokens, int at) {
        String word = tokens.word(at);
        return word.length() == 4 && (word.startsWith("19") || word.startsWith("20")) && tokens.isNumber(at);
    }

    /// The one revision that is meant, if there is just one.
    static Citable.@Nullable Revision of(Citable citable, Named named) {
        Citable.Revision found = null;
        for (Citable.Revision one : citable.revisions()) {
            boolean place = named.place.isEmpty()
                    || one.place().isEmpty()
                    || Places.one(one.place()).equals(named.place);
            if (named.year.isEmpty()
                    ? !place || named.place.isEmpty() || one.place().isEmpty()
                    : !place || !one.year().equals(named.year)) continue;
            if (found != null) return null;
            found = one;
        }
        return found;
    }
}
