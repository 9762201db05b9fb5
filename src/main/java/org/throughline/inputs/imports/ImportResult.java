package org.throughline.inputs.imports;

/// What became of a file.
///
/// @param inputs how many inputs were taken in, or would have been on a dry run
/// @param already how many had been imported before
/// @param refusedInputs inputs that were not taken in; `refusedRows` the rows they were made of
/// @param repairedCells cells whose broken encoding was mended
/// @param unclear how many inputs were given the language `languageIfUnclear` because their words did not tell
/// theirs
/// @param encodingGuessed whether the letters do not clearly speak for `encoding`
record ImportResult(
        long rows,
        long inputs,
        long already,
        long refusedInputs,
        long refusedRows,
        long repairedCells,
        long unclear,
        String languageIfUnclear,
        String encoding,
        boolean encodingGuessed,
        Preview preview) {}
