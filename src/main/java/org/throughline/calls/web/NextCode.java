package org.throughline.calls.web;

import java.util.List;
import java.util.function.IntFunction;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Section;

/// The code that a new section or question most likely gets: it goes on as those before it were counted.
final class NextCode {

    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX");

    private NextCode() {}

    static String ofQuestion(Questionnaire all) {
        int n = (int) all.questions().count() + 1;
        while (all.question("q" + n).isPresent()) n++;
        return "q" + n;
    }

    /// Empty where sections are not counted, or further than twenty.
    static String ofSection(Questionnaire all) {
        List<String> codes = all.sections().stream().map(Section::code).toList();
        if (ROMAN.containsAll(codes)) return after(codes, n -> n <= ROMAN.size() ? ROMAN.get(n - 1) : "");
        if (codes.stream().allMatch(code -> code.matches("\\d{1,4}"))) return after(codes, Integer::toString);
        if (codes.stream().allMatch(code -> code.matches("[A-Z]")))
            return after(codes, n -> n <= 26 ? String.valueOf((char) ('A' + n - 1)) : "");
        return "";
    }

    private static String after(List<String> codes, IntFunction<String> name) {
        int n = codes.size() + 1;
        while (codes.contains(name.apply(n))) n++;
        return name.apply(n);
    }
}
