package org.throughline.inputs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.inputs.Dossier.Given;
import org.throughline.platform.MinHash;

/// What of an input's own words tells something about it: its answers, each once, without those of a few words and
/// those that only say where else to look. "See attachment" twenty times makes nobody a copy of somebody else.
///
/// @param written how many words there are in all
/// @param words of the answers that are long enough to be compared
/// @param longAnswers one number for each long answer, equal when the answers are the same word for word
/// @param hardly whether it says hardly anything itself: nothing chosen and only a few words, or little more than
/// where else to look
record Substance(int written, List<String> words, Set<Long> longAnswers, boolean hardly) {

    private static final int FEWEST_WORDS = 8;
    private static final int LONG = 25;

    // In the six languages: attached, uploaded, enclosed; "see our submission".
    private static final Pattern POINTER = Pattern.compile(
            "\\b(?:attached|attachments?|uploaded|enclosed|annexed)\\b"
                    + "|\\b(?:see|refer to)\\b.{0,30}\\b(?:submission|paper|document|pdf)\\b"
                    + "|ci-joint|pi[eè]ces? jointes?|en annexe|adjunt[oa]s?\\b|\\banexos?\\b|вложен|прилага|прилож"
                    + "|مرفق|附件|见附",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static Substance of(List<Given> answers) {
        List<String> content = new ArrayList<>();
        Set<Long> longAnswers = new LinkedHashSet<>();
        Set<List<String>> seen = new HashSet<>();
        int written = 0;
        int said = 0;
        boolean chosen = false;
        boolean elsewhere = false;
        for (Given given : answers) {
            chosen |= isChosen(given);
            String own = given.ownWords();
            List<String> words = MinHash.words(own);
            written += words.size();
            if (words.isEmpty() || !seen.add(words)) continue;
            if (words.size() < LONG && POINTER.matcher(own).find()) {
                elsewhere = true;
                continue;
            }
            said += words.size();
            if (words.size() >= FEWEST_WORDS) content.addAll(words);
            if (words.size() >= LONG) longAnswers.add(number(words));
        }
        return new Substance(written, content, longAnswers, said < FEWEST_WORDS && (elsewhere || !chosen));
    }

    // The beginning of a hash that nobody can make two texts for.
    private static long number(List<String> words) {
        return ByteBuffer.wrap(InputRows.sha256(String.join(" ", words))).getLong();
    }

    private static boolean isChosen(Given given) {
        return switch (given.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING, NUMBER -> true;
            case LONG_TEXT, SHORT_TEXT, GROUP, FILE, DECLARATION -> false;
        };
    }
}
