package org.throughline.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// British and American spellings of the same word become one term; where in the text it stands is left alone. Which
/// words these are is in `spellings.txt`; it explains itself.
final class Spellings extends TokenFilter {

    private static final TreeMap<String, String> READ = read();
    private static final CharArrayMap<String> FIRST = CharArrayMap.copy(READ);

    /// With which letters other spellings begin, by the letter of the first one: "enquire" and "inquire".
    static final Map<Character, String> OTHER_LETTERS = otherLetters();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Spellings(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        String first = FIRST.get(term.buffer(), 0, term.length());
        if (first != null) term.setEmpty().append(first);
        return true;
    }

    private static Map<Character, String> otherLetters() {
        Map<Character, String> letters = new HashMap<>();
        READ.forEach((other, first) -> {
            String known = letters.getOrDefault(first.charAt(0), String.valueOf(first.charAt(0)));
            if (known.indexOf(other.charAt(0)) < 0) letters.put(first.charAt(0), known + other.charAt(0));
        });
        return letters;
    }

    /// From every other spelling to the first one. Refuses a list in which a word would become two.
    static TreeMap<String, String> read() {
        var first = new TreeMap<String, String>();
        List<String> endings = List.of();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("[")) {
                endings = List.of(line.substring(1, line.indexOf(']')).split(" "));
                continue;
            }
            String[] spellings = line.split(" ");
            for (String ending : endings) {
                String end = ending.equals("-") ? "" : ending;
                for (int other = 1; other < spellings.length; other++) {
                    String before = first.put(spellings[other] + end, spellings[0] + end);
                    if (before != null && !before.equals(spellings[0] + end))
                        throw new IllegalStateException("Two words in one: " + line);
                }
            }
        }
        return first;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Spellings.class.getResourceAsStream("spellings.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
