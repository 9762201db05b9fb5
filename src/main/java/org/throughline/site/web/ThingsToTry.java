package org.throughline.site.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.site.web.HomePage.OpenCall;
import org.throughline.site.web.HomePage.Outcome;
import org.throughline.site.web.HomePage.Thing;

/// Three things somebody who comes for the first time can do right now, whatever there is: with a summary, with an
/// open call, or with nothing yet.
@Component
class ThingsToTry {

    private static final int THREE = 3;
    // A call further down is not what a newcomer begins with.
    private static final int LOOKED_AT = 5;

    private final PublishedInputs inputs;
    private final PageStore pages;

    ThingsToTry(PublishedInputs inputs, PageStore pages) {
        this.inputs = inputs;
        this.pages = pages;
    }

    List<Thing> of(Frame frame, List<Call> all, List<OpenCall> open, List<Outcome> outcomes) {
        List<Thing> things = new ArrayList<>();
        if (!outcomes.isEmpty())
            things.add(new Thing(
                    "/calls/" + outcomes.getFirst().call().slug() + "/summary",
                    frame.t("site.home.try-read"),
                    frame.t("site.home.try-read-note")));
        if (!open.isEmpty())
            things.add(new Thing(
                    "/calls/" + open.getFirst().call().slug(),
                    frame.t("site.home.try-answer"),
                    frame.demo() ? frame.t("site.home.try-answer-note") : frame.t("site.home.try-begin-note")));
        if (frame.demo())
            things.add(new Thing("/demo/people", frame.t("site.home.try-work"), frame.t("site.home.try-work-note")));
        if (things.size() < THREE) addInput(frame, all, things);
        things.add(new Thing("/data/verify", frame.t("site.home.try-verify"), frame.t("site.home.try-verify-note")));
        things.add(new Thing("/data/log", frame.t("site.home.try-log"), frame.t("site.home.try-log-note")));
        things.add(new Thing("/about", frame.t("site.home.try-about"), frame.t("site.home.try-about-note")));
        return List.copyOf(things.subList(0, THREE));
    }

    private void addInput(Frame frame, List<Call> all, List<Thing> things) {
        List<Call> first = all.subList(0, Math.min(all.size(), LOOKED_AT));
        first.forEach(call -> pages.dependsOn(InputTags.list(call.slug())));
        first.stream()
                .filter(call -> inputs.tally(call.id()).published() > 0)
                .findFirst()
                .ifPresent(call -> things.add(new Thing(
                        "/calls/" + call.slug() + "/inputs",
                        frame.t("site.home.try-follow"),
                        frame.t("site.home.try-follow-note"))));
    }
}
