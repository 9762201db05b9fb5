package org.throughline.stocktaking.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectForm.Choice;

/// The choices of a field as they are typed: one a line, in a box for each language, in the same order as in English. A
/// code may stand before the words, `delta = Delta`; where none does, it is made of the English words, once.
final class FieldLines {

    private static final Pattern CODED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{0,39})\\s*=\\s*(.+)");
    private static final int LONGEST_CODE = 40;

    private FieldLines() {}

    private record Line(String code, String words) {

        static Line of(String text) {
            Matcher coded = CODED.matcher(text);
            return coded.matches() ? new Line(coded.group(1), coded.group(2)) : new Line("", text);
        }
    }

    static void fill(Typed.Filler typed, List<Choice> choices) {
        for (String language : Languages.ALL) {
            var lines = new ArrayList<String>();
            choices.forEach(choice -> choice.label()
                    .in(language)
                    .ifPresent(words -> lines.add(choice.code() + " = " + words.replace('\n', ' '))));
            typed.put("choices-" + language, String.join("\n", lines));
        }
    }

    static List<Choice> read(Frame frame, Typed typed, FormErrors.Collector errors) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        for (Line line : lines(typed, Languages.DEFAULT)) {
            String code = line.code().isEmpty() ? made(line.words(), found) : line.code();
            if (found.containsKey(code))
                errors.add(id(Languages.DEFAULT), frame.t("stocktaking.editor.choices.twice", code));
            found.computeIfAbsent(code, each -> new LinkedHashMap<>()).put(Languages.DEFAULT, line.words());
        }
        for (String language : Languages.ALL)
            if (!language.equals(Languages.DEFAULT)) beside(frame, typed, language, found, errors);
        return found.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), new LocalizedText(choice.getValue())))
                .toList();
    }

    private static void beside(
            Frame frame,
            Typed typed,
            String language,
            Map<String, Map<String, String>> found,
            FormErrors.Collector errors) {
        List<String> codes = List.copyOf(found.keySet());
        List<Line> lines = lines(typed, language);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String code = !line.code().isEmpty() ? line.code() : i < codes.size() ? codes.get(i) : "";
            Map<String, String> words = found.get(code);
            if (words == null) errors.add(id(language), frame.t("stocktaking.editor.choices.alone", line.words()));
            else if (words.putIfAbsent(language, line.words()) != null)
                errors.add(id(language), frame.t("stocktaking.editor.choices.twice", code));
        }
    }

    private static String id(String language) {
        return "choices-" + language;
    }

    private static List<Line> lines(Typed typed, String language) {
        return typed.of(id(language))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Line::of)
                .toList();
    }

    private static String made(String words, Map<String, ?> taken) {
        String code = String.join("-", words(words));
        if (code.isEmpty()) code = "choice";
        return free(cut(code).replaceAll("-+$", ""), taken);
    }

    private static String free(String code, Map<String, ?> taken) {
        String free = code;
        for (int n = 2; taken.containsKey(free); n++) free = code.substring(0, Math.min(code.length(), 36)) + "-" + n;
        return free;
    }

    /// The code that English words make, as field codes are written: `nameOfTheRiver`.
    static String code(String words) {
        var code = new StringBuilder();
        for (String word : words(words)) {
            if (code.isEmpty()) {
                // A code begins with a letter.
                if (Character.isDigit(word.charAt(0))) code.append("field");
                code.append(word);
            } else code.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return code.isEmpty() ? "field" : cut(code.toString());
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Pattern.compile("[a-z0-9]+")
                .matcher(plain)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String cut(String code) {
        return code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE);
    }
}
