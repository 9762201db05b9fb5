package org.throughline.files;

/// Why a file was not taken in. Each has its own words that say what to do, see [FileRefused].
public enum FileProblem {
    /// No bytes at all, usually a broken upload.
    EMPTY,
    /// More bytes than the limit.
    TOO_LARGE,
    /// Neither PDF nor DOCX nor ODT, whatever its name says.
    OTHER_TYPE,
    /// None of these and no plain text either, for an input as it came.
    OTHER_ORIGINAL,
    /// Neither PNG nor JPEG nor WebP, where a picture is asked for.
    OTHER_PICTURE,
    /// A picture so wide and high that it fills the memory of whoever opens it.
    TOO_MANY_PIXELS,
    /// Word's binary format from before 2007, in which macros cannot be told apart cheaply.
    OLD_WORD,
    /// One of the three kinds, but named like something else.
    NAME_DIFFERS,
    /// Begins like one of the three kinds, but cannot be read to its end.
    DAMAGED,
    /// Cannot be opened without a password.
    ENCRYPTED,
    /// Carries a program: VBA in DOCX, Basic or scripts in ODT.
    MACROS,
    /// A PDF that runs scripts, starts programs or plays media when it is opened.
    ACTIVE_CONTENT,
    /// A document that fetches its template or a part from another machine when it is opened.
    REMOTE_PARTS,
    /// Unpacks to far more than a document of its size does.
    UNPACKS_TOO_LARGE,
    /// Two formats in one file, so that two programs see two things.
    TWO_FORMATS,
    /// The server's disk is full; nothing was kept.
    NO_ROOM
}
