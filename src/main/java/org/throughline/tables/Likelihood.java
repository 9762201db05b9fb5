package org.throughline.tables;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How likely it is that somebody wrote a text: how often its characters beyond ASCII stand in texts, and whether
/// they make words. Bytes read in a wrong encoding have capitals within words, signs between letters and two scripts
/// in one word. Frequencies are of the order of magnitude only; what counts is that wrong readings are far below.
final class Likelihood {

    /// Added for a character that no text has: a byte that means nothing, or a control.
    static final double NOTHING = -12;

    private static final double BROKEN_WORD = -9;
    private static final double UNUSUAL = -4;
    private static final double UNHEARD_OF = 0.00002;
    private static final double OF_OTHER_SCRIPTS = 0.01;
    private static final double CAPITALS = 0.08;
    private static final double WITHIN_CAPITALS = 9;
    private static final double CONTRACTION = Math.log(0.3);

    private static final double POSSESSIVE = Math.log(0.15);

    // Letters that are a word of their own in some language.
    private static final String WORDS_OF_ONE_LETTER = "àéèóòáíúöåæøÀÉÈÓÒÁÍÚÖÅÆØавикосуяАВИКОСУЯіІйЙηοΗΟو";
    private static final String JOINING = "\u00AD\u2011·–";
    private static final String AT_THE_BEGINNING = "‚„¿¡";
    private static final Map<Character, Double> FREQUENCIES = frequencies();

    private Likelihood() {}

    /// The natural logarithm, summed over the characters beyond ASCII. Readings of the same bytes in encodings of one
    /// byte a character can be compared.
    static double of(CharSequence text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) continue;
            char before = i == 0 ? '\n' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
            if (isNothing(c)) sum += NOTHING;
            else if (isWritten(c)) sum += letter(c, before, after);
            else sum += sign(c, text, i, before, after);
        }
        return sum;
    }

    static boolean isNothing(char c) {
        return c == '\uFFFD' || (c >= 0x80 && c < 0xA0) || !Character.isDefined(c);
    }

    private static double letter(char c, char before, char after) {
        boolean first = !isWritten(before);
        boolean last = !isWritten(after);
        boolean capitals = Character.isUpperCase(c) && (Character.isUpperCase(before) || Character.isUpperCase(after));
        double score = Math.log(frequency(c) * (capitals ? WITHIN_CAPITALS : 1));
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) score += BROKEN_WORD;
        if (Character.isLowerCase(c) && Character.isUpperCase(after)) score += BROKEN_WORD;
        if (!first && script(before) != script(c)) score += BROKEN_WORD;
        if (!last && script(after) != script(c)) score += BROKEN_WORD;
        boolean latin = script(c) == UnicodeScript.LATIN;
        if (first && last && WORDS_OF_ONE_LETTER.indexOf(c) < 0) return score + (latin ? UNUSUAL : BROKEN_WORD);
        if ((first && last) || !latin) return score;
        boolean besideAscii = (!first && before < 0x80) || (!last && after < 0x80);
        return besideAscii ? score : score + UNUSUAL;
    }

    private static double sign(char c, CharSequence text, int at, char before, char after) {
        double score = Math.log(frequency(c));
        boolean within = isWritten(before) && isWritten(after);
        if (c == '’' && within) return isContraction(text, at) ? CONTRACTION : score + UNUSUAL;
        if (c == '’' && before == 's') return POSSESSIVE;
        if (c == '\u00A0') return score + (within || before == ' ' || after == ' ' ? UNUSUAL : 0);
        if (within) return score + (JOINING.indexOf(c) >= 0 ? UNUSUAL : BROKEN_WORD);
        return isWritten(before) && AT_THE_BEGINNING.indexOf(c) >= 0 ? score + BROKEN_WORD : score;
    }

    // What a language leaves out stands at the end ("it’s", "we’ve") or at the beginning ("l’eau", "qu’il").
    private static boolean isContraction(CharSequence text, int at) {
        int begin = at;
        while (begin > 0 && isWritten(text.charAt(begin - 1))) begin--;
        int end = at + 1;
        while (end < text.length() && isWritten(text.charAt(end))) end++;
        String head = text.subSequence(begin, at).toString().toLowerCase(Locale.ROOT);
        String tail = text.subSequence(at + 1, end).toString();
        return tail.matches("s|t|d|m|re|ve|ll|S|T") || head.matches("[cdjlmnst]|qu|all|dell|nell|un");
    }

    private static boolean isWritten(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) return true;
        return Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER && c != 'ª' && c != 'º';
    }

    private static UnicodeScript script(char c) {
        return c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
    }

    private static double frequency(char c) {
        Double known = FREQUENCIES.get(c);
        if (known != null) return known;
        Double small = FREQUENCIES.get(Character.toLowerCase(c));
        if (small != null) return Math.max(UNHEARD_OF, small * CAPITALS);
        UnicodeScript script = script(c);
        boolean other =
                script == UnicodeScript.ARABIC || script == UnicodeScript.GREEK || script == UnicodeScript.HEBREW;
        return other && Character.isLetter(c) ? OF_OTHER_SCRIPTS : UNHEARD_OF;
    }

    private static Map<Character, Double> frequencies() {
        Map<Character, Double> all = new HashMap<>();
        put(all, 0.25, "é");
        put(all, 0.07, "àóüáí");
        put(all, 0.05, "èçãöä’");
        put(all, 0.03, "êúñõåø\u00A0«»“”");
        put(all, 0.015, "âôßæłąęšžčıțěř–•");
        put(all, 0.007, "îûùëïœůşğőűńśćżźășţ—…‘°·");
        put(all, 0.002, "òìýðþđňťďĺľŕěģķļņāēīūėįų§®©™º£€¿¡×„‚\u00AD");
        put(all, 0.09, "יוהاليם");
        put(all, 0.06, "αοιετνσηלאמרתمونرته");
        put(all, 0.03, "ρκπλμςόבשנדבعدسفكأ");
        put(all, 0.02, "άίέήγםעחכפקححةق");
        put(all, 0.09, "оеа");
        put(all, 0.06, "интсрв");
        put(all, 0.03, "лкмдпу");
        put(all, 0.018, "яыьгзбчй");
        put(all, 0.008, "хжшюцщэії№");
        put(all, 0.002, "фъёєґўјљњћђџѓќѕ،؛؟");
        put(all, 0.0005, "јљњћђџѓќѕ");
        return Map.copyOf(all);
    }

    private static void put(Map<Character, Double> all, double frequency, String characters) {
        for (char c : characters.toCharArray()) all.put(c, frequency);
    }
}
