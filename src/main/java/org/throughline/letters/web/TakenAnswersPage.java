package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularLetter;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// Answers to the questionnaire of a letter that came another way than by its link.
public record TakenAnswersPage(
        CircularLetter letter, List<Line> lines, List<Option> addressees, Typed typed, FormErrors errors) {

    /// @param path where it is taken back
    /// @param input the page of the desk with the input
    public record Line(String path, String input, int number, String who, String received, boolean late) {}
}
