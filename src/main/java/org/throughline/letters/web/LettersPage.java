package org.throughline.letters.web;

import java.util.List;
import org.throughline.platform.LocalizedText;

/// The public list of letters, and how many they go to.
public record LettersPage(List<Line> lines, List<ClassCount> classes) {

    public record Line(String path, String reference, LocalizedText subject, String kind, String date, String state) {}

    /// @param count with its unit
    public record ClassCount(LocalizedText name, String count) {}
}
