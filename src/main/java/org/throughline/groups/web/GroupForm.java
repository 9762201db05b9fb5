package org.throughline.groups.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.GroupFacts;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;

/// The form of a group, read from what was typed; [GroupFacts#form] fills it.
final class GroupForm {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    // Pages that stand where groups stand.
    private static final Set<String> TAKEN = Set.of("new", "recommendations");
    private static final Pattern INSTRUMENT = Pattern.compile("(?:.*/mandates/)?([a-z0-9][a-z0-9-]{1,60})");
    private static final int MOST_LINES = 50;
    // A point of the terms without words in one of the languages.
    private static final String NO_WORDS = "–";

    private GroupForm() {}

    static Map<String, String> labels(Frame frame) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", frame.t("groups.desk.name"));
        labels.put("about", frame.t("groups.desk.group.about"));
        labels.put("terms", frame.t("groups.show.terms"));
        labels.put("terms-symbol", frame.t("groups.desk.group.symbol"));
        labels.put("membership", frame.t("groups.show.membership"));
        labels.put("mandates", frame.t("groups.desk.group.mandates"));
        labels.put("founded", frame.t("groups.show.founded"));
        labels.put("source", frame.t("groups.desk.source"));
        labels.put("source-url", frame.t("groups.desk.address"));
        labels.put("certainty", frame.t("groups.desk.certainty"));
        return labels;
    }

    /// The name of a new group in addresses.
    ///
    /// @param codes of the groups there are
    static String code(Frame frame, Typed typed, Collection<String> codes, FormErrors.Collector errors) {
        String code = typed.of("code").strip();
        if (!CODE.matcher(code).matches()) errors.add("code", frame.t("groups.desk.group.code.wrong"));
        else if (TAKEN.contains(code) || codes.contains(code)) errors.add("code", frame.t("groups.problem.code-taken"));
        return code;
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param instruments whether an instrument of this name in addresses is on record
    static @Nullable GroupFacts read(
            Frame frame, Typed typed, Predicate<String> instruments, FormErrors.Collector errors) {
        FactFields.storable(frame, typed, errors);
        if (typed.text("name").isEmpty()) errors.add("name-en", frame.t("groups.desk.group.name.missing"));
        FactFields.tooLong(frame, typed, "name", FactFields.LONGEST_LINE, errors);
        for (String name : List.of("about", "terms", "membership"))
            FactFields.tooLong(frame, typed, name, FactFields.LONGEST_TEXT, errors);
        List<LocalizedText> terms = terms(frame, typed, errors);
        String symbol = typed.of("terms-symbol").strip();
        if (symbol.length() > FactFields.LONGEST_LINE)
            errors.add("terms-symbol", frame.t("groups.desk.too-long", FactFields.LONGEST_LINE));
        List<String> mandates = mandates(frame, typed, instruments, errors);
        String founded = FactFields.date(frame, typed, "founded", errors);
        Source source = FactFields.source(frame, typed, errors);
        if (!errors.isEmpty() || source == null) return null;
        return new GroupFacts(
                typed.text("name"),
                typed.text("about"),
                terms,
                symbol,
                typed.text("membership"),
                mandates,
                founded,
                source);
    }

    // The same point stands in the same line of each language.
    private static List<LocalizedText> terms(Frame frame, Typed typed, FormErrors.Collector errors) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        typed.text("terms").texts().forEach((language, text) -> lines.put(language, lines(text)));
        int most = lines.values().stream().mapToInt(List::size).max().orElse(0);
        if (most > MOST_LINES)
            errors.add("terms-" + Languages.DEFAULT, frame.t("groups.desk.group.too-many", MOST_LINES));
        lines.forEach((language, some) -> {
            if (some.size() < most)
                errors.add("terms-" + language, frame.t("groups.desk.group.terms.uneven", some.size(), most));
        });
        if (!errors.isEmpty()) return List.of();
        List<LocalizedText> points = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Map<String, String> words = new HashMap<>();
            for (var one : lines.entrySet())
                if (!one.getValue().get(i).equals(NO_WORDS))
                    words.put(one.getKey(), one.getValue().get(i));
            if (!words.isEmpty()) points.add(new LocalizedText(words));
        }
        return points;
    }

    private static List<String> mandates(
            Frame frame, Typed typed, Predicate<String> instruments, FormErrors.Collector errors) {
        List<String> lines = lines(typed.of("mandates"));
        if (lines.size() > MOST_LINES) {
            errors.add("mandates", frame.t("groups.desk.group.too-many", MOST_LINES));
            return List.of();
        }
        var mandates = new LinkedHashSet<String>();
        for (String line : lines) {
            Matcher named = INSTRUMENT.matcher(line);
            if (named.matches() && instruments.test(named.group(1))) mandates.add(named.group(1));
            else errors.add("mandates", frame.t("groups.desk.group.mandates.wrong", line));
        }
        return List.copyOf(mandates);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
