package org.throughline.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader typed, as terms. There is no syntax to get wrong: quotes make a phrase, a minus in front leaves a
/// word out, and everything else is words. Text beyond what anybody types by hand is cut off.
record Terms(List<Term> wanted, List<Term> unwanted) {

    /// @param text a word or a phrase
    /// @param quoted whether it was in quotes
    /// @param filler a word that says little, such as "the": good to find, not required
    /// @param unfinished the word that is perhaps still being typed
    record Term(String text, boolean quoted, boolean filler, boolean unfinished) {}

    private static final int LONGEST = 400;
    private static final int LONGEST_TERM = 80;
    private static final int MOST = 12;
    private static final Pattern PART =
            Pattern.compile("(?<![\\p{L}\\p{N}])(-?)[\"“”„«»「」‟]([^\"“”„«»「」‟]*)[\"“”„«»「」‟]|(\\S+)");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\s]+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M}]+$");
    private static final Set<String> FILLERS = Set.copyOf(
            List.of(("a an and are as at be by for from in is it of on or that the this to was what which with "
                            + "au aux ce ces dans de des du en est et la le les ou par pour que qui sur un une "
                            + "al como con del el en es la las lo los o para por que se su una y "
                            + "в во для и из к как на не о об от по при с со что "
                            + "إلى أن التي الذي في من عن على ما هذا هذه هو هي و 的 了 和 在 是")
                    .split(" ")));

    static Terms of(String typed) {
        String text = Normalizer.normalize(cut(typed), Normalizer.Form.NFKC);
        var wanted = new ArrayList<Term>();
        var unwanted = new ArrayList<Term>();
        Matcher part = PART.matcher(text);
        while (part.find() && wanted.size() + unwanted.size() < MOST) {
            boolean quoted = part.group(3) == null;
            String raw = quoted ? part.group(2) : part.group(3);
            boolean minus = quoted ? part.group(1).equals("-") : raw.matches("-[\\p{L}\\p{N}].*");
            String clean = trim(INVISIBLE.matcher(raw).replaceAll(" ").strip());
            if (clean.isEmpty()) continue;
            boolean last = part.end() == text.length();
            var term = new Term(
                    clean,
                    quoted,
                    !quoted && FILLERS.contains(clean.toLowerCase(Locale.ROOT)),
                    last && !quoted && !minus);
            (minus ? unwanted : wanted).add(term);
        }
        return new Terms(List.copyOf(wanted), List.copyOf(unwanted));
    }

    private static String cut(String typed) {
        int end = Math.min(typed.length(), LONGEST);
        if (end < typed.length() && Character.isHighSurrogate(typed.charAt(end - 1))) end--;
        return typed.substring(0, end);
    }

    private static String trim(String text) {
        String bare = EDGE.matcher(text).replaceAll("");
        return bare.length() <= LONGEST_TERM ? bare : cutWord(bare);
    }

    private static String cutWord(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TERM - 1)) ? LONGEST_TERM - 1 : LONGEST_TERM;
        return text.substring(0, end).strip();
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /// Whether a term must be found: every one but fillers, and fillers too when there is nothing else.
    boolean required(Term term) {
        return !term.filler() || wanted.stream().allMatch(Term::filler);
    }
}
