package org.throughline.files;

import java.util.List;
import java.util.Locale;

/// The three kinds of document that are taken in; plain text, which only the original of an input may be; and
/// pictures, where they are asked for. What a file is, its content says; the name may only agree.
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    TEXT("text/plain", "txt", "eml"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /// Refuses media types that are not one of these.
    public static FileType ofMediaType(String mediaType) {
        for (FileType type : values()) {
            if (type.mediaType.equals(mediaType)) return type;
        }
        throw new IllegalArgumentException("Not a kept file type: " + mediaType);
    }

    /// Whether there is no text in it to be read.
    boolean isPicture() {
        return this == PNG || this == JPEG || this == WEBP;
    }

    /// Whether a name's ending agrees with this type; a name without an ending agrees with all.
    boolean agreesWith(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || dot == name.length() - 1) return true;
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (endings.contains(ending)) return true;
        // Programs go by the ending what to do with a text, whatever its length: run it, for instance.
        boolean looksLikeAnEnding = ending.length() <= 5 && ending.chars().allMatch(FileType::isAsciiLetterOrDigit);
        return this != TEXT && !looksLikeAnEnding;
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
