package org.throughline.inputs.imports;

import java.nio.file.Path;

/// What became of a file.
///
/// @param inputs how many inputs were taken in, or would have been on a dry run
/// @param already how many had been imported before
/// @param refusedInputs inputs that were not taken in; `refusedRows` the rows they were made of
/// @param repairedCells cells whose broken encoding was mended
record ImportResult(
        long rows, long inputs, long already, long refusedInputs, long refusedRows, long repairedCells, String encoding, Path refusedFile) {}
