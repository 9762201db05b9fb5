package org.throughline.stocktaking.imports;

/// What became of a file.
///
/// @param taken how many projects were taken in, or would have been on a dry run
/// @param changed how many that were there say something else now
/// @param already how many were there and say the same
/// @param refused rows that were not taken in
/// @param repaired cells whose broken encoding was mended
/// @param unclear how many were given the mapping's language because their words did not tell theirs
/// @param encodingGuessed whether the letters do not clearly speak for `encoding`
record ProjectImportResult(
        long rows,
        long taken,
        long changed,
        long already,
        long refused,
        long repaired,
        long unclear,
        String encoding,
        boolean encodingGuessed,
        ProjectPreview preview) {}
