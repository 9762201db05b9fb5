package org.throughline.synthesis;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A text in the one form in which words are compared, and where each of its characters stands in the text as it was
/// written. What nobody sees is gone; wide, ringed and joined letters are plain ones; letters stand without marks;
/// the ways to write one Arabic letter are one, and so are the traditional and the simplified form of a Chinese
/// character.
final class Folded {

    private static final Normalizer2 PLAIN = Normalizer2.getNFKDInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    // Apostrophes, hyphens and strokes of every kind; the letters that Arabic writes in several ways.
    private static final Map<Integer, String> SAME = pairs(
            "'‘ʼ`´′‐‑−⁄∕／％﹪ىةٱکیےہەھ", //
            "’’’’’’---///%%يهاكييههه");

    // Letters of other alphabets by the letter that they look like.
    private static final Map<Integer, String> LATIN = pairs(
            "аеорсухіѕјԁԛԝһӏкмтьАВЕКМНОРСТУХІЅЈԚԜӀαορνικτχωυγηεΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
            "aeopcyxisjdqwhlkmtbABEKMHOPCTYXISJQWIaopviktxwuyneABEZHIKMNOPTYXiagabcdeghijklmnoprstuvwyz");
    private static final Map<Integer, String> CYRILLIC = pairs(
            "aceopxykABCEHKMOPTXYαορχκΑΒΕΗΚΜΟΡΤΧΥ", //
            "асеорхукАВСЕНКМОРТХУаорхкАВЕНКМОРТХУ");

    private static final Map<Integer, String> FORMS = new ConcurrentHashMap<>();

    private final String written;
    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Folded(String written, Map<Integer, String> alike) {
        this.written = written;
        // No character of Unicode has more than eighteen others in its plain form.
        starts = new int[written.length() * 18 + 1];
        ends = new int[starts.length];
        for (int at = 0; at < written.length(); ) {
            int character = written.codePointAt(at);
            int next = at + Character.charCount(character);
            String form = FORMS.computeIfAbsent(character, Folded::form);
            // "7½" is no seventh and no half.
            if (form.length() > 1 && Character.isDigit(form.charAt(0)) && endsInDigit())
                form = written.substring(at, next);
            for (char one : form.toCharArray()) add(alike.getOrDefault((int) one, String.valueOf(one)), at, next);
            if (form.isEmpty() && !text.isEmpty() && mark(character)) ends[text.length() - 1] = next;
            at = next;
        }
    }

    /// A text in a form that can be compared with the words of a language.
    static Folded of(String written, String language) {
        return new Folded(
                written,
                switch (language) {
                    case "en", "fr", "es" -> LATIN;
                    case "ru" -> CYRILLIC;
                    default -> Map.of();
                });
    }

    /// Words of a list, which are written in one alphabet.
    static String plain(String words) {
        return new Folded(words, Map.of()).text();
    }

    /// The text without what nobody sees.
    static String visible(String written) {
        StringBuilder seen = new StringBuilder();
        written.codePoints().filter(c -> !invisible(c)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    String text() {
        return text.toString();
    }

    /// A claim found in the folded text, with its words and its place in the text as it was written.
    Claim asWritten(Claim claim) {
        int start = start(claim.start());
        int end = end(claim.end());
        return claim.at(visible(written.substring(start, end)), start, end);
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at - 1];
    }

    private void add(String form, int start, int end) {
        for (int i = 0; i < form.length(); i++) {
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(form.charAt(i));
        }
    }

    private boolean endsInDigit() {
        return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    }

    static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> true;
            case Character.CONTROL -> !Character.isWhitespace(character);
            default -> UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static String form(int character) {
        String same = SAME.get(character);
        if (same != null) return same;
        if (blank(character)) return " ";
        if (invisible(character) || character == 'ـ') return "";
        String one = Character.toString(character);
        return switch (UCharacter.getIntPropertyValue(character, UProperty.DECOMPOSITION_TYPE)) {
            case DecompositionType.FRACTION -> PLAIN.normalize(one).replace('⁄', '/');
            // A note's number or a trade mark's sign is no part of the word before it.
            case DecompositionType.SUPER, DecompositionType.SUB ->
                UCharacter.isUAlphabetic(character) ? letters(one) : " ";
            default -> UCharacter.isLetterOrDigit(character) || mark(character) || sign(character) ? letters(one) : one;
        };
    }

    // Two letters of Korean and a sign of Braille that show as an empty place.
    private static boolean blank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0;
    }

    private static boolean mark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    // Letters in rings and squares, and the radicals of Chinese; № is no "no".
    private static boolean sign(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL && character != '№';
    }

    private static String letters(String one) {
        StringBuilder letters = new StringBuilder();
        PLAIN.normalize(one).codePoints().filter(c -> !mark(c)).forEach(c -> {
            String same = SAME.get(c);
            letters.append(same == null ? Character.toString(c) : same);
        });
        boolean chinese = letters.codePoints().anyMatch(c -> UScript.hasScript(c, UScript.HAN));
        return chinese ? SIMPLIFIED.transliterate(letters.toString()) : letters.toString();
    }

    private static Map<Integer, String> pairs(String from, String to) {
        Map<Integer, String> pairs = new HashMap<>();
        int[] alike = from.codePoints().toArray();
        int[] plain = to.codePoints().toArray();
        if (alike.length != plain.length) throw new IllegalArgumentException(from);
        for (int i = 0; i < alike.length; i++) pairs.put(alike[i], Character.toString(plain[i]));
        return Map.copyOf(pairs);
    }
}
