package org.throughline.documents.text;

/// Something in a file that could not be taken over into the text. The author is told of each.
///
/// @param near words beside it, so that the author finds the place; may be empty
public record Loss(Kind kind, String near) {

    private static final int LONGEST = 60;

    public enum Kind {
        PICTURE,
        OBJECT,
        EQUATION,
        /// Its words were taken into the text where it is anchored.
        TEXT_BOX,
        COMMENT,
        /// Insertions were taken over, deletions were not.
        TRACKED_CHANGE,
        /// Its words stand in the cell.
        NESTED_TABLE,
        MERGED_CELLS,
        /// A heading deeper than the third level became one of the third.
        DEEP_HEADING,
        /// Struck out, raised, lowered: the words are there, their look is not.
        LOOK,
        SYMBOL,
        /// A field of the header that says what cannot be taken.
        FIELD,
        /// Words outside the fields of a form.
        OUTSIDE_FIELDS
    }

    public Loss {
        near = near.strip().replaceAll("\\s+", " ");
        if (near.codePointCount(0, near.length()) > LONGEST) {
            near = near.substring(0, near.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }
}
