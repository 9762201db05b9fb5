package org.throughline.calls.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.calls.NewCall;
import org.throughline.platform.GenevaTime;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;

/// The form in which the secretariat writes a call: read from what was typed, and filled from a call.
final class CallForm {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 50_000;

    private CallForm() {}

    static Typed filled(Call call) {
        return new Typed.Filler()
                .put("title", call.title())
                .put("purpose", call.purpose())
                .put("body", call.body())
                .put("slug", call.slug())
                .put("review", call.reviewId() == null ? "" : call.reviewId().toString())
                .put("instrument", call.mandate().instrument())
                .put("paragraph", call.mandate().paragraph())
                .put("link", call.mandate().url())
                .put("opens-date", GenevaTime.date(call.opensAt()))
                .put("opens-time", GenevaTime.time(call.opensAt()))
                .put("closes-date", GenevaTime.date(call.firstClosesAt()))
                .put("closes-time", GenevaTime.time(call.firstClosesAt()))
                .done();
    }

    /// What was typed as a call; null when something is wrong, which then stands in `errors`.
    ///
    /// @param before the call as it is; a public one keeps its address and dates whatever was typed
    static @Nullable NewCall read(Frame frame, Typed typed, @Nullable Call before, FormErrors.Collector errors) {
        boolean fixed = before != null && before.publishedAt() != null;
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        LocalizedText title = typed.text("title");
        if (title.isEmpty()) errors.add("title-" + frame.language(), frame.t("calls.desk.title.missing"));
        tooLong(frame, "title", title, LONGEST_TITLE, errors);
        tooLong(frame, "purpose", typed.text("purpose"), LONGEST_TEXT, errors);
        tooLong(frame, "body", typed.text("body"), LONGEST_TEXT, errors);
        String slug = fixed ? before.slug() : typed.of("slug").strip();
        if (!NewCall.isSlug(slug) || slug.equals("new")) errors.add("slug", frame.t("calls.problem.slug-wrong"));
        String link = typed.of("link").strip();
        if (!link.isEmpty() && !ADDRESS.matcher(link).matches()) errors.add("link", frame.t("calls.desk.link.wrong"));
        Instant opens = fixed
                ? before.opensAt()
                : moment(frame, typed, "opens", before == null ? null : before.opensAt(), errors);
        Instant closes = fixed
                ? before.firstClosesAt()
                : moment(frame, typed, "closes", before == null ? null : before.firstClosesAt(), errors);
        if (opens != null && closes != null && !closes.isAfter(opens))
            errors.add("closes-date", frame.t("calls.problem.window-wrong"));
        if (!errors.isEmpty() || opens == null || closes == null) return null;
        var mandate = new Call.Mandate(
                typed.of("instrument").strip(), typed.of("paragraph").strip(), link);
        return new NewCall(
                slug, review(typed), title, typed.text("purpose"), typed.text("body"), mandate, opens, closes);
    }

    /// A date and a time of day in two controls, named `name-date` and `name-time`.
    static @Nullable Instant moment(
            Frame frame, Typed typed, String name, @Nullable Instant before, FormErrors.Collector errors) {
        var read = GenevaTime.read(typed.of(name + "-date"), typed.of(name + "-time"), before);
        switch (read.problem()) {
            case NONE -> {}
            case WRONG -> errors.add(name + "-date", frame.t("calls.desk.time.wrong"));
            case SKIPPED -> errors.add(name + "-time", frame.t("calls.desk.time.skipped"));
        }
        return read.instant();
    }

    static void tooLong(Frame frame, String name, LocalizedText text, int most, FormErrors.Collector errors) {
        text.texts().forEach((language, words) -> {
            if (words.length() > most)
                errors.add(name + "-" + language, frame.t("calls.desk.too-long", words.length(), most));
        });
    }

    private static @Nullable UUID review(Typed typed) {
        String chosen = typed.of("review");
        return chosen.matches("[0-9a-f-]{36}") ? UUID.fromString(chosen) : null;
    }

    /// The languages of a form with a part for each.
    ///
    /// @param needed the texts that a language needs to be whole
    static List<LanguagePart> languages(Frame frame, Typed typed, FormErrors errors, String... needed) {
        return LanguagePart.all(frame, typed, errors, Languages.ALL, needed);
    }
}
