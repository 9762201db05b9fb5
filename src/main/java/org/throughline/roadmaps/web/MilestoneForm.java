package org.throughline.roadmaps.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone.Facts;
import org.throughline.roadmaps.Milestone.Link;
import org.throughline.roadmaps.Milestone.Source;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.When;

/// The form in which the secretariat writes a milestone: read from what was typed, and filled from a milestone.
/// Lists are one line for each, with the address behind a space where there is one.
final class MilestoneForm {

    private static final Pattern LINKED = Pattern.compile("(.*?)\\s+(https?://[^\\s<>\"]+|/[^\\s<>\"/][^\\s<>\"]*)");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LIST = 20_000;

    private MilestoneForm() {}

    static Typed filled(Facts facts) {
        return new Typed.Filler()
                .put("track", facts.track())
                .put("title", facts.title())
                .put("starts", facts.starts())
                .put("ends", facts.ends())
                .put("otherwise", facts.otherwise())
                .put("kind", facts.kind().word())
                .put("status", facts.status().word())
                .put("place", facts.place())
                .put("organizer", facts.organizer())
                .put(
                        "inputs",
                        lines(facts.inputs().stream()
                                .map(one -> line(one.text(), one.url()))
                                .toList()))
                .put(
                        "outputs",
                        lines(facts.outputs().stream()
                                .map(one -> line(one.text(), one.url()))
                                .toList()))
                .put("certainty", facts.certainty().word())
                .put(
                        "sources",
                        lines(facts.sources().stream()
                                .map(one -> line(one.title(), one.url()))
                                .toList()))
                .done();
    }

    private static String line(String text, String url) {
        return url.isEmpty() ? text : text + " " + url;
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    /// The names of the fields, in their order.
    static Map<String, String> labels(Frame frame) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("track", frame.t("roadmaps.filter.track"));
        labels.put("title", frame.t("roadmaps.desk.title"));
        labels.put("place", frame.t("roadmaps.show.place"));
        labels.put("organizer", frame.t("roadmaps.show.organizer"));
        labels.put("starts", frame.t("roadmaps.desk.starts"));
        labels.put("ends", frame.t("roadmaps.desk.ends"));
        labels.put("otherwise", frame.t("roadmaps.desk.otherwise"));
        labels.put("kind", frame.t("roadmaps.kind"));
        labels.put("status", frame.t("roadmaps.status"));
        labels.put("inputs", frame.t("roadmaps.show.inputs"));
        labels.put("outputs", frame.t("roadmaps.show.outputs"));
        labels.put("sources", frame.t("roadmaps.show.sources"));
        labels.put("certainty", frame.t("roadmaps.desk.certainty"));
        return labels;
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    static @Nullable Facts read(Frame frame, Typed typed, List<String> tracks, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("roadmaps.desk.unstorable")));
        String track = typed.of("track");
        if (!tracks.contains(track)) errors.add("track", frame.t("roadmaps.desk.track.missing"));
        LocalizedText title = typed.text("title");
        if (title.isEmpty()) errors.add("title-" + frame.language(), frame.t("roadmaps.desk.title.missing"));
        for (String name : List.of("title", "place", "organizer"))
            typed.text(name).texts().forEach((language, words) -> {
                if (words.length() > LONGEST_TITLE)
                    errors.add(name + "-" + language, frame.t("roadmaps.desk.too-long", LONGEST_TITLE));
            });
        String starts = typed.of("starts").strip();
        String ends = typed.of("ends").strip();
        String otherwise = typed.of("otherwise").strip();
        if (!PlannedDate.isOne(starts)) errors.add("starts", frame.t("roadmaps.desk.date.wrong"));
        else if (!ends.isEmpty() && !When.isPeriod(starts, ends))
            errors.add("ends", frame.t("roadmaps.desk.ends.wrong"));
        if (!otherwise.isEmpty() && !PlannedDate.isOne(otherwise))
            errors.add("otherwise", frame.t("roadmaps.desk.date.wrong"));
        Kind kind = Kind.of(typed.of("kind")).orElse(null);
        if (kind == null) errors.add("kind", frame.t("roadmaps.desk.kind.missing"));
        Status status = Status.of(typed.of("status")).orElse(null);
        if (status == null) errors.add("status", frame.t("roadmaps.desk.status.missing"));
        for (String name : List.of("inputs", "outputs", "sources"))
            if (typed.of(name).length() > LONGEST_LIST)
                errors.add(name, frame.t("roadmaps.desk.too-long", LONGEST_LIST));
        List<Source> sources = list(typed.of("sources"), Source::new);
        if (sources.isEmpty()) errors.add("sources", frame.t("roadmaps.desk.sources.missing"));
        if (!errors.isEmpty() || kind == null || status == null) return null;
        return new Facts(
                track,
                title,
                starts,
                ends,
                otherwise,
                kind,
                status,
                typed.text("place"),
                typed.text("organizer"),
                list(typed.of("inputs"), Link::new),
                list(typed.of("outputs"), Link::new),
                Certainty.of(typed.of("certainty")).orElse(Certainty.UNVERIFIED),
                sources);
    }

    private static <T> List<T> list(String typed, BiFunction<String, String, T> make) {
        List<T> list = new ArrayList<>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var linked = LINKED.matcher(line);
            list.add(linked.matches() ? make.apply(linked.group(1), linked.group(2)) : make.apply(line, ""));
        });
        return list;
    }
}
