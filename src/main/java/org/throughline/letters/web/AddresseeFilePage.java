package org.throughline.letters.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a file of addressees is brought in.
///
/// @param csv what was given, to be given again
/// @param report absent before anything was looked at
/// @param taken whether it was taken in already
public record AddresseeFilePage(
        String csv, String columns, @Nullable List<Line> report, boolean readable, boolean useful, boolean taken) {

    public record Line(String number, String who, String what, boolean wrong) {}
}
