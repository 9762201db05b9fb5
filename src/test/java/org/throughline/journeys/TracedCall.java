package org.throughline.journeys;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.platform.LocalizedText;
import org.throughline.reviews.Reviews;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;

/// A call with three published inputs, one of them in Arabic, and a published summary with one sentence that rests on
/// the first and the third; and the example people to sign in as.
record TracedCall(String slug, String review, Work work) {

    /// Where analysts go on writing: a summary in work with a sentence that the gate refuses, and its parts by their ids.
    record Work(UUID summary, UUID section, UUID theme, UUID sentence) {}

    private static final Actor SECRETARIAT = Actor.system("test");

    static TracedCall in(ApplicationContext program) {
        program.getBean(DemoPeople.class).ensure();
        var inputs = program.getBean(Inputs.class);
        var publication = program.getBean(Publication.class);
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(program.getBean(Calls.class), slug);
        for (NewInput input : List.of(
                SmallCall.input("We report that connectivity grew in the villages."),
                SmallCall.input("Schools need teachers before machines."),
                arabic("وصلت الشبكات إلى القرى في السنوات الأخيرة.")))
            publication.publish(inputs.submit(call, input, Reception.form(UUID.randomUUID(), input.language()), someone()).id(), SECRETARIAT);
        summarise(program, call);
        Work work = begin(program, call);
        String review = SmallCall.freshSlug();
        program.getBean(Reviews.class)
                .save(review, LocalizedText.of("en", "A review for tests"), LocalizedText.of("en", "To test"), List.of(), SECRETARIAT);
        return new TracedCall(slug, review, work);
    }

    String path() {
        return "/calls/" + slug;
    }

    /// Every kind of page that anybody may read.
    List<String> publicPages() {
        return List.of(
                "/",
                "/about",
                "/calls",
                path(),
                path() + "/inputs",
                path() + "/inputs?q=connectivity&country=KE",
                path() + "/inputs/1",
                path() + "/inputs/3",
                path() + "/summary",
                path() + "/statistics",
                "/reviews/" + review,
                "/search",
                "/search?q=connectivity",
                "/vocabularies",
                "/vocabularies/action-lines",
                "/data",
                "/data/log",
                "/calls/there-is-no-such-call");
    }

    /// Pages that are mostly a form, or stand before one.
    List<String> formPages() {
        return List.of("/sign-in", "/register", "/data/verify", "/demo/people", "/demo/mail");
    }

    /// Pages of somebody who is signed in.
    List<String> ownPages() {
        return List.of("/account", "/account/deletion");
    }

    /// Pages of an analyst at work.
    List<String> analystPages() {
        String summary = path() + "/summaries/" + work.summary();
        return List.of(
                path() + "/summaries",
                summary,
                summary + "/inputs",
                summary + "/inputs?stage=unused&q=teachers&question=q1",
                summary + "/inputs/1",
                summary + "/inputs/3?stage=all&question=q1&sentence=" + work.sentence(),
                summary + "/sections/" + work.section(),
                summary + "/themes/" + work.theme(),
                summary + "/sentences/" + work.sentence(),
                summary + "/header",
                summary + "/preview",
                summary + "/publication");
    }

    private static Work begin(ApplicationContext program, CallId call) {
        var workbench = program.getBean(Workbench.class);
        var outline = program.getBean(Outline.class);
        SummaryId summary = workbench.begin(call, "What is being written", "en", SECRETARIAT);
        var section = program.getBean(Drafts.class).get(summary).sections().getFirst().id();
        ThemeId access = outline.addTheme(section, "Access", SECRETARIAT);
        outline.addTheme(section, "Skills", SECRETARIAT);
        SentenceId sentence = workbench.write(section, access, "All inputs tell of new networks.", SECRETARIAT);
        workbench.write(section, null, "Nobody was left behind.", SECRETARIAT);
        PassageId first = passage(program, call, 1, "connectivity grew");
        workbench.gather(first, access);
        workbench.gather(passage(program, call, 3, "وصلت الشبكات"), access);
        workbench.tie(sentence, first);
        return new Work(summary.value(), section.value(), access.value(), sentence.value());
    }

    private static void summarise(ApplicationContext program, CallId call) {
        var workbench = program.getBean(Workbench.class);
        SummaryId summary = workbench.begin(call, "What was said", "en", SECRETARIAT);
        var section = program.getBean(Drafts.class).get(summary).sections().getFirst().id();
        SentenceId sentence = workbench.write(section, null, "Networks reached the villages.", SECRETARIAT);
        tie(program, call, sentence, 1, "connectivity grew");
        tie(program, call, sentence, 3, "وصلت الشبكات");
        program.getBean(Editions.class).publish(summary, SECRETARIAT);
    }

    private static void tie(ApplicationContext program, CallId call, SentenceId sentence, int number, String words) {
        program.getBean(Workbench.class).tie(sentence, passage(program, call, number, words));
    }

    private static PassageId passage(ApplicationContext program, CallId call, int number, String words) {
        UUID answer = program.getBean(PublishedInputs.class).find(call, number).orElseThrow().answers().getFirst().id();
        return program.getBean(Workbench.class).mark(answer, words, SECRETARIAT);
    }

    private static NewInput arabic(String text) {
        NewInput english = SmallCall.input(text);
        var respondent = Respondent.of(
                Respondent.Behalf.ORGANISATION, "جمعية المثال", "أمينة", "amina.ar@example.org", "ACAD", "EG", null, null);
        return NewInput.of("ar", respondent, english.answers(), english.consent(), null, null);
    }

    private static Actor someone() {
        return new Actor(UUID.randomUUID(), "Amina", Set.of());
    }
}
