package org.throughline.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes any text as the value of a header (RFC 2047), in pieces that each stand alone. Text that only looks
/// encoded is encoded again, so that it arrives as it was written.
final class EncodedWords {

    // "=?UTF-8?B?" and "?=" around at most 60 characters stay below the 75 that a word may have.
    private static final int BYTES_OF_A_WORD = 45;

    private EncodedWords() {}

    static String encode(String text) {
        boolean plain = text.chars().allMatch(c -> c >= 0x20 && c < 0x7F) && text.equals(text.strip());
        return plain && text.length() <= 60 && !text.contains("=?") ? text : words(text);
    }

    static String words(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > BYTES_OF_A_WORD) {
                append(words, word);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
            i += character.length();
        }
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        if (!words.isEmpty()) words.append("\r\n ");
        String encoded = Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8));
        words.append("=?UTF-8?B?").append(encoded).append("?=");
        word.setLength(0);
    }
}
