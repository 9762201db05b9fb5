package org.throughline.files;

import java.util.Locale;

/// The three kinds of document that are taken in. What a file is, its content says; the name may only agree.
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Refuses media types that are not one of the three.
    public static FileType ofMediaType(String mediaType) {
        for (FileType type : values()) {
            if (type.mediaType.equals(mediaType)) return type;
        }
        throw new IllegalArgumentException("Not a kept file type: " + mediaType);
    }

    /// Whether a name's ending agrees with this type; a name without an ending agrees with all.
    boolean agreesWith(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || dot == name.length() - 1) return true;
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean looksLikeAnEnding = ending.length() <= 5 && ending.chars().allMatch(FileType::isAsciiLetterOrDigit);
        return !looksLikeAnEnding || ending.equals(extension);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
