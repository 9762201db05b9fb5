package org.throughline.groups.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Certainty;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// What the forms of all facts about groups have in common: a source, how sure it is, dates as exact as they are known.
final class FactFields {

    static final int LONGEST_LINE = 300;
    static final int LONGEST_TEXT = 20_000;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,900}");

    private FactFields() {}

    /// Where a fact is known from; null when something about that is wrong, which then stands in `errors`.
    static @Nullable Source source(Frame frame, Typed typed, FormErrors.Collector errors) {
        String title = typed.of("source").strip();
        String url = typed.of("source-url").strip();
        boolean linked = url.isEmpty() || ADDRESS.matcher(url).matches();
        if (title.isEmpty()) errors.add("source", frame.t("groups.desk.source.missing"));
        if (title.length() > LONGEST_LINE) errors.add("source", frame.t("groups.desk.too-long", LONGEST_LINE));
        if (!linked) errors.add("source-url", frame.t("groups.desk.address.wrong"));
        if (title.isEmpty() || title.length() > LONGEST_LINE || !linked) return null;
        return new Source(title, url, Certainty.of(typed.of("certainty")).orElse(Certainty.UNVERIFIED));
    }

    static List<Option> certainties(Frame frame, Typed typed) {
        return options(
                Certainty.values(),
                Certainty::word,
                GroupWords::certainty,
                frame,
                typed.of("certainty").isEmpty() ? Certainty.CONFIRMED.word() : typed.of("certainty"));
    }

    static <T> List<Option> options(
            T[] all, Function<T, String> word, BiFunction<Frame, T, String> label, Frame frame, String chosen) {
        return Arrays.stream(all)
                .map(one -> new Option(
                        word.apply(one),
                        label.apply(frame, one),
                        word.apply(one).equals(chosen)))
                .toList();
    }

    static void storable(Frame frame, Typed typed, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("groups.desk.unstorable")));
    }

    /// Refuses words in any language that are longer than `most`.
    static void tooLong(Frame frame, Typed typed, String name, int most, FormErrors.Collector errors) {
        typed.text(name).texts().forEach((language, words) -> {
            if (words.length() > most) errors.add(name + "-" + language, frame.t("groups.desk.too-long", most));
        });
    }

    /// A year, a month or a day, or nothing.
    static String date(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        String date = typed.of(name).strip();
        if (!date.isEmpty() && !PartialDate.isOne(date)) errors.add(name, frame.t("groups.desk.date.wrong"));
        return date;
    }
}
