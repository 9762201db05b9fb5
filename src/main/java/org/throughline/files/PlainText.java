package org.throughline.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text without any format, such as a mail that was saved. What it is written in is not said inside: its mark, else
/// UTF-8, else one byte a letter.
final class PlainText {

    private static final Charset ONE_BYTE_A_LETTER = Charset.forName("windows-1252");

    private PlainText() {}

    /// Whether these bytes are nothing but text: something to read, and no control characters but line ends, tabs and
    /// page ends, which every program and every packed format has among its first bytes.
    static boolean is(byte[] content) {
        String text = decode(content);
        return !text.isBlank() && text.chars().noneMatch(PlainText::isNoText);
    }

    // Above 0x7F stand letters of the encodings that are taken for another one.
    private static boolean isNoText(int c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    }

    static String decode(byte[] content) {
        var bytes = new Bytes(content);
        try {
            if (bytes.startsWith("\u00FF\u00FE", 0) || bytes.startsWith("\u00FE\u00FF", 0))
                return strictly(content, StandardCharsets.UTF_16);
            String text = strictly(content, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            return new String(content, ONE_BYTE_A_LETTER);
        }
    }

    private static String strictly(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }
}
