package org.throughline.notices;

import org.throughline.notices.SealedLinks.Purpose;

/// What somebody may stop from coming by mail, besides what they follow.
public enum Topic {
    /// Letters to all members.
    LETTERS("letters", Purpose.LETTERS),
    /// Calls to say whether one's entries of the register are still true.
    UPDATE_CALLS("update-calls", Purpose.UPDATE_CALLS);

    final String column;
    final Purpose purpose;

    Topic(String column, Purpose purpose) {
        this.column = column;
        this.purpose = purpose;
    }

    /// The path of the link that stops it, without the language prefix.
    String path(String word) {
        return switch (this) {
            case LETTERS -> "/by-mail/letters/" + word;
            case UPDATE_CALLS -> "/by-mail/update-calls/" + word;
        };
    }
}
