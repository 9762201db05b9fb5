package org.throughline.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts words the way the form's script does: a run of letters and digits is one word, with the apostrophes and hyphens
/// inside it; a Chinese character is one word.
public final class WordCount {

    private static final Pattern WORD =
            Pattern.compile("[\\u3400-\\u9fff\\uf900-\\ufaff]|[\\p{L}\\p{N}\\p{M}&&[^\\u3400-\\u9fff\\uf900-\\ufaff]]+(?:[’'\\-][\\p{L}\\p{N}\\p{M}&&[^\\u3400-\\u9fff\\uf900-\\ufaff]]+)*");

    private WordCount() {}

    public static int of(String text) {
        Matcher words = WORD.matcher(text);
        int count = 0;
        while (words.find()) count++;
        return count;
    }
}
