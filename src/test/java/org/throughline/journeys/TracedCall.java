package org.throughline.journeys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.OnePage;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.inputs.imports.ImportJobs;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.access.Permission;
import org.throughline.reviews.Reviews;
import org.throughline.stocktaking.imports.ProjectImports;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;

/// A call with three published inputs, one of them in Arabic, and a published summary with one sentence that rests
/// on the first and the third; and the example people to sign in as.
///
/// @param draft the unsent draft of the contributor, as its address
/// @param own an input that the contributor sent to another call, as its address
record TracedCall(
        String slug,
        String review,
        Work work,
        String draft,
        String own,
        String imported,
        String projects,
        TracedDocuments documents) {

    /// Where analysts go on writing: a summary in work with a sentence that the gate refuses, and its parts by
    /// their ids.
    record Work(UUID summary, UUID section, UUID theme, UUID sentence) {}

    private static final Actor SECRETARIAT = Actor.system("test");

    // Where tests run at the same time they make it one after the other: two files of projects are not looked at at
    // once.
    static synchronized TracedCall in(ApplicationContext program) {
        program.getBean(DemoPeople.class).ensure();
        var inputs = program.getBean(Inputs.class);
        var publication = program.getBean(Publication.class);
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(program.getBean(Calls.class), slug);
        for (NewInput input : List.of(
                SmallCall.input("We report that connectivity grew in the villages."),
                SmallCall.input("Schools need teachers before machines."),
                arabic("وصلت الشبكات إلى القرى في السنوات الأخيرة.")))
            publication.publish(
                    inputs.submit(call, input, Reception.form(UUID.randomUUID(), input.language()), someone())
                            .id(),
                    SECRETARIAT);
        // One more that waits for a decision, nearly a copy of the second, for the desk.
        inputs.submit(
                call,
                SmallCall.input("Schools need teachers before machines, write to amina@example.org."),
                Reception.form(UUID.randomUUID(), "en"),
                someone());
        summarise(program, call);
        Work work = begin(program, call);
        String review = SmallCall.freshSlug();
        program.getBean(Reviews.class)
                .save(
                        review,
                        LocalizedText.of("en", "A review for tests"),
                        LocalizedText.of("en", "To test"),
                        List.of(),
                        SECRETARIAT);
        return new TracedCall(
                slug,
                review,
                work,
                draft(program, call, slug),
                sent(program),
                looked(program, slug),
                projects(program),
                TracedDocuments.in(program, contributor(program), call));
    }

    // A file that was looked at, with a row that is refused.
    private static String looked(ApplicationContext program, String slug) {
        var jobs = program.getBean(ImportJobs.class);
        Call call = program.getBean(Calls.class).find(slug).orElseThrow();
        String csv =
                "key,organisation,stakeholderType,country,q1,else\na,جمعية,CSO,KE,وصلت الشبكات إلى القرى.,\nb,B,CSO,Atlantis,Not so.,\n";
        var job = jobs.start(
                call,
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "inputs.csv",
                "",
                true,
                SECRETARIAT);
        for (int i = 0; i < 600 && jobs.find(call.id(), job.id()).orElseThrow().isRunning(); i++)
            LockSupport.parkNanos(50_000_000);
        return "/calls/" + slug + "/import/" + job.id();
    }

    // A file of projects that was looked at, with a row that is refused.
    private static String projects(ApplicationContext program) {
        var imports = program.getBean(ProjectImports.class);
        String csv =
                "key,title,activityType,summary,goals,status,coverage,countries,actionLines,sdgs,entityName,entityType,relation,consent.text,else\n"
                        + "a,مدارس شمسية,project,وصلت الكهرباء إلى المدارس في القرى.,الربط,ongoing,national,KE,C2,4,جمعية,CSO,owner,yes,\n"
                        + "b,Lost island,project,Words.,Goals.,ongoing,national,Atlantis,C2,4,Us,CSO,owner,yes,\n";
        var wish = new ProjectImports.Wish("wsis", "", false, "", true);
        var job = imports.start(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "projects.csv", wish, SECRETARIAT);
        for (int i = 0; i < 600 && imports.find(job.id()).orElseThrow().isRunning(); i++)
            LockSupport.parkNanos(50_000_000);
        return "/stocktaking/imports/" + job.id();
    }

    String path() {
        return "/calls/" + slug;
    }

    /// Every kind of page that anybody may read.
    List<String> publicPages() {
        return documents.andPublic(TracedPlans.andPublic(TracedGroups.andPublic(
                "/",
                "/about",
                "/calls",
                path(),
                path() + "/inputs",
                path() + "/inputs?q=connectivity&country=KE",
                path() + "/inputs/1",
                path() + "/inputs/3",
                path() + "/summary",
                path() + "/summary?edition=1",
                path() + "/statistics",
                "/reviews/" + review,
                "/search",
                "/search?q=connectivity",
                "/mandates",
                "/mandates/pp-140",
                "/mandates/unga-80-173/uses",
                "/mandates/pp-140/compare",
                "/mandates/unga-80-173/tasks",
                "/mandates/unga-80-173/tasks/8",
                "/vocabularies",
                "/vocabularies/action-lines",
                "/data",
                "/problems",
                "/data/log",
                "/suggestions/figures",
                "/calls/there-is-no-such-call")));
    }

    /// Pages that are mostly a form, or stand before one.
    List<String> formPages() {
        return documents.andForms(
                "/sign-in", "/register", "/data/verify", "/suggestions", "/citations", "/demo/people", "/demo/mail");
    }

    /// Pages of somebody who is signed in: the contributor.
    List<String> ownPages() {
        return documents.andOwn(
                "/account",
                "/account/deletion",
                "/work",
                own,
                own + "/receipt",
                own + "/withdrawal",
                "/mandates/unga-80-173/tasks/8/remarks/new");
    }

    /// The steps of the form, and what stands before it.
    List<String> answerPages() {
        return List.of(
                path() + "/answer",
                "/resume",
                draft,
                draft + "/who",
                draft + "/sections/I",
                draft + "/sections/II",
                draft + "/files",
                draft + "/endorsers",
                draft + "/consent",
                draft + "/check",
                draft + "/deletion");
    }

    /// Pages on which the secretariat runs a call.
    List<String> secretariatPages() {
        return documents.andSecretariat(TracedPlans.andSecretariat(TracedGroups.andSecretariat(
                path() + "/import",
                imported,
                "/mandates/unga-80-173/tasks/11/evidence",
                "/mandates/remarks",
                "/mandates/reviews",
                "/mandates/reviews/pp-140",
                "/stocktaking/imports",
                projects,
                path(),
                "/calls/new",
                path() + "/edit",
                path() + "/questionnaire",
                path() + "/questionnaire/section?code=I",
                path() + "/questionnaire/question?code=q1",
                path() + "/questionnaire/question?code=q3",
                path() + "/questionnaire/question?code=q4",
                path() + "/questionnaire/question?section=I&kind=number",
                path() + "/preview",
                path() + "/window",
                path() + "/desk",
                path() + "/desk/1",
                path() + "/desk/4",
                path() + "/desk/1/beside/2",
                path() + "/desk/batch",
                path() + "/desk/families",
                path() + "/desk/new",
                path() + "/summaries",
                "/work")));
    }

    List<String> operatorPages(ApplicationContext program) {
        return List.of("/people", "/people/" + contributor(program).person());
    }

    static Actor contributor(ApplicationContext program) {
        String address = program.getBean(DemoPeople.class).ensure().stream()
                .filter(account -> account.persona().equals("contributor"))
                .findFirst()
                .orElseThrow()
                .email();
        Person person =
                program.getBean(People.class).byEmail(new EmailAddress(address)).orElseThrow();
        return new Actor(person.id().value(), person.name(), Set.of(Permission.CONTRIBUTE));
    }

    // Half filled, with something to mend on several steps, so that its pages show what they can.
    private static String draft(ApplicationContext program, CallId call, String slug) {
        var drafts = program.getBean(InputDrafts.class);
        Actor actor = contributor(program);
        Draft draft = drafts.start(call, "en", actor);
        var questionnaire = program.getBean(Calls.class).questionnaire(call, 1);
        drafts.saveAnswers(
                draft.id(),
                questionnaire.section("I").orElseThrow(),
                0,
                Map.of("q1", Json.tree("\"Schools need teachers.\""), "q2", Json.tree("[\"C2\", \"C2\"]")),
                actor);
        drafts.saveAnswers(
                draft.id(),
                questionnaire.section("II").orElseThrow(),
                0,
                Map.of(
                        "q4", Json.tree("[{\"key\": \"C1\", \"milestone\": \"A milestone\"}]"),
                        "q5", Json.tree("\"many\"")),
                actor);
        drafts.saveEndorsers(
                draft.id(), 0, List.of(Map.of("organisation", "Example Union", "email", "no address")), actor);
        drafts.saveConsent(draft.id(), 0, Map.of("name", true), actor);
        drafts.addFile(draft.id(), "q6", new ByteArrayInputStream(OnePage.pdf()), "Annex.pdf", actor);
        return "/calls/" + slug + "/answer/" + draft.id();
    }

    private static String sent(ApplicationContext program) {
        CallId other = SmallCall.open(program.getBean(Calls.class), SmallCall.freshSlug());
        Actor actor = contributor(program);
        var input = program.getBean(Inputs.class)
                .submit(
                        other,
                        SmallCall.input("What the contributor said."),
                        Reception.form(actor.person(), "en"),
                        actor)
                .id();
        program.getBean(Publication.class).publish(input, SECRETARIAT);
        return "/inputs/" + input.value();
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
                summary + "/inputs/1?stage=unmarked&section=" + work.section(),
                summary + "/sentences/" + work.sentence(),
                summary + "/sentences/" + work.sentence() + "?everywhere=true&q=networks",
                summary + "/header",
                summary + "/preview",
                summary + "/publication");
    }

    private static Work begin(ApplicationContext program, CallId call) {
        var workbench = program.getBean(Workbench.class);
        var outline = program.getBean(Outline.class);
        SummaryId summary = workbench.begin(call, "What is being written", "en", SECRETARIAT);
        var section =
                program.getBean(Drafts.class).get(summary).sections().getFirst().id();
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
        var section =
                program.getBean(Drafts.class).get(summary).sections().getFirst().id();
        SentenceId sentence = workbench.write(section, null, "Networks reached the villages.", SECRETARIAT);
        tie(program, call, sentence, 1, "connectivity grew");
        SentenceId dropped = workbench.write(section, null, "Connectivity grew.", SECRETARIAT);
        tie(program, call, dropped, 1, "connectivity grew");
        publish(program, summary);
        workbench.delete(dropped, SECRETARIAT);
        tie(program, call, sentence, 3, "وصلت الشبكات");
        publish(program, summary);
    }

    private static void publish(ApplicationContext program, SummaryId summary) {
        String read = program.getBean(Drafts.class).get(summary).fingerprint();
        program.getBean(Editions.class).publish(summary, read, SECRETARIAT);
    }

    private static void tie(ApplicationContext program, CallId call, SentenceId sentence, int number, String words) {
        program.getBean(Workbench.class).tie(sentence, passage(program, call, number, words));
    }

    private static PassageId passage(ApplicationContext program, CallId call, int number, String words) {
        UUID answer = program.getBean(PublishedInputs.class)
                .find(call, number)
                .orElseThrow()
                .answers()
                .getFirst()
                .id();
        return program.getBean(Workbench.class).mark(List.of(answer), words, SECRETARIAT);
    }

    private static NewInput arabic(String text) {
        NewInput english = SmallCall.input(text);
        var respondent = Respondent.of(
                Respondent.Behalf.ORGANISATION,
                "جمعية المثال",
                "أمينة",
                "amina.ar@example.org",
                "ACAD",
                "EG",
                null,
                null);
        return NewInput.of("ar", respondent, english.answers(), english.consent(), null, null);
    }

    private static Actor someone() {
        return new Actor(UUID.randomUUID(), "Amina", Set.of());
    }
}
