package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.chain.ChainDesk;
import org.throughline.chain.Feed;
import org.throughline.chain.FeedKind;
import org.throughline.chain.Output;
import org.throughline.chain.OutputStatus;
import org.throughline.chain.OutputType;
import org.throughline.chain.Strand;
import org.throughline.directory.DemoPeople;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.SampleDocuments;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularReplies;
import org.throughline.letters.ReplyChoice;
import org.throughline.letters.SmallLetter;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Remark;
import org.throughline.mandates.SmallInstrument;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskEvidence;
import org.throughline.mandates.TaskRemarks;
import org.throughline.mandates.TaskStatus;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.MilestoneDesk;
import org.throughline.roadmaps.RoadmapEditions;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.TrackDesk;
import org.throughline.world.SmallMeeting;
import org.throughline.world.Statements;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What a working group keeps: a page asks the database as often for three rows as for one.
@ThroughlineTest
class GroupListStatementsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    // What a person may do is read anew every few seconds, whatever page it is.
    private static final String WHO_LOOKS = "directory.granted_role";

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    ApplicationContext program;

    // The pages of a world with so many rows of each, by a name that is the same for every world.
    private final Map<String, String> pages = new LinkedHashMap<>();

    private String mark = "";

    @Test
    void threeRowsCostAsManyStatementsAsOne() throws Exception {
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        // The first look fills what is read once, such as vocabularies.
        look(secretariat, 1);
        Map<String, Integer> one = look(secretariat, 1);
        Map<String, Integer> three = look(secretariat, 3);
        assertThat(three).isEqualTo(one);
        assertThat(one.values()).allMatch(statements -> statements > 0);
    }

    private Map<String, Integer> look(Visitor secretariat, int rows) throws Exception {
        mark = "t" + UUID.randomUUID().toString().substring(0, 8);
        pages.clear();
        String meeting = SampleDocuments.freshMeeting();
        meeting(meeting, rows);
        documents(meeting, rows);
        letters(rows);
        mandates(rows);
        chain(rows);
        roadmaps(rows);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var page : pages.entrySet()) {
            // What the first visit works out and keeps is not what each visit costs.
            secretariat.see(page.getValue());
            List<String> statements = Statements.during(
                    () -> assertThat(secretariat.see(page.getValue()).status())
                            .as(page.getValue())
                            .isEqualTo(200));
            counts.put(page.getKey(), (int)
                    statements.stream().filter(one -> !one.contains(WHO_LOOKS)).count());
        }
        return counts;
    }

    private void meeting(String number, int rows) {
        String address = SmallMeeting.of(program, number, rows).address();
        for (String page : List.of("", "/participants", "/registrations", "/registrations.csv", "/agenda", "/edit"))
            pages.put("meeting" + page, address + page);
        pages.put("decision", address + "/decisions/1");
        for (String page :
                List.of("/groups", "/groups/cwg-wsis-sdg", "/groups/recommendations", "/groups/recommendations.csv"))
            pages.put(page, page);
    }

    private void documents(String meeting, int rows) {
        var samples = new SampleDocuments(program);
        List<String> references = new ArrayList<>(List.of("A/RES/70/125"));
        for (int i = 1; i < rows; i++) references.add("Resolution 14" + i);
        DocumentWork one = samples.posted(meeting, "One of " + rows, references);
        DocumentWork last = one;
        for (int i = 0; i < rows; i++) last = samples.changed(one, Change.REVISION);
        for (int i = 0; i < rows; i++) {
            samples.changed(one, Change.ADDENDUM);
            samples.posted(meeting, "Citing " + i, List.of(one.symbol()));
            samples.sent(meeting, "Waiting " + i);
        }
        String narrowed = "?series=cwg-wsis-sdg&meeting=" + meeting;
        pages.put("documents", "/documents" + narrowed);
        pages.put("documents.atom", "/documents.atom" + narrowed);
        pages.put("api documents", "/api/v1/documents" + narrowed);
        pages.put("document", "/documents/" + one.address());
        pages.put("api document", "/api/v1/documents/" + one.address());
        pages.put("changes", "/documents/changes/" + last.address());
        pages.put("documents desk", "/documents/desk");
        pages.put("document on the desk", "/documents/desk/" + one.id());
        pages.put("documents mine", "/documents/mine");
    }

    private void letters(int rows) {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, rows, rows, null);
        String reference = SmallLetter.dispatch(program, small.letter());
        var replies = program.getBean(CircularReplies.class);
        for (int i = 0; i < rows; i++)
            replies.reply(
                    SmallLetter.word(program, SmallLetter.address(small.mark(), i)), ReplyChoice.APPROVE, "Yes", "en");
        SmallLetter.close(program, small.letter());
        for (String page : List.of("/letters", "/letters/desk", "/api/v1/letters")) pages.put(page, page);
        pages.put("letter", "/letters/" + reference);
        pages.put("replies", "/letters/" + reference + "/replies.csv");
        pages.put("letter on the desk", "/letters/desk/" + small.letter());
        pages.put("addressees", "/letters/desk/addressees?class=" + small.addresseeClass());
    }

    private void mandates(int rows) {
        var instruments = SmallInstrument.in(program);
        String number = instruments.resolution("Geneva 2026");
        instruments.tasks(number, rows);
        String slug = "pp-" + number;
        var tasks = program.getBean(Tasks.class);
        for (int i = 1; i <= rows; i++) prove(tasks.find(slug, 1).orElseThrow(), i);
        String tracker = "/mandates/" + slug + "/tasks";
        for (String page : List.of("", "?by=actor", "?by=line", ".csv", ".json", ".atom", ".ics", "/1", "/1/evidence"))
            pages.put("tasks" + page, tracker + page);
        for (String page : List.of("/mandates?body=pp", "/mandates/remarks", "/api/v1/tasks")) pages.put(page, page);
    }

    private void prove(Task task, int row) {
        program.getBean(TaskEvidence.class)
                .add(
                        task,
                        new TaskEvidence.New(
                                Evidence.Kind.PLAN,
                                Evidence.Thing.DOCUMENT,
                                "Plan " + row,
                                "en",
                                "/plans/" + mark + row,
                                "2026",
                                "",
                                "A letter",
                                ""),
                        SECRETARIAT);
        var remarks = program.getBean(TaskRemarks.class);
        var actor = new Actor(UUID.randomUUID(), "A Reader", Set.of());
        var said = new TaskRemarks.Sent(Remark.Kind.COMMENT, "Remark " + mark + row, "en", true);
        remarks.receive(task, TaskStatus.IN_PROGRESS, said, actor);
        remarks.desk().stream()
                .filter(one -> one.remark().text().equals(said.text()))
                .forEach(one -> remarks.show(one.remark().id(), one.remark().version(), SECRETARIAT));
        remarks.receive(task, TaskStatus.IN_PROGRESS, said, actor);
    }

    private void chain(int rows) {
        var desk = program.getBean(ChainDesk.class);
        desk.add(mark, output("", "2026"), SECRETARIAT);
        for (int i = 1; i <= rows; i++) {
            desk.add(mark + i, output(" " + i, "2027"), SECRETARIAT);
            desk.link(
                    new Feed.Facts(
                            mark,
                            mark + i,
                            FeedKind.BASIS_OF,
                            "",
                            "",
                            LocalizedText.of("en", "It says so."),
                            Certainty.CONFIRMED,
                            List.of(new Output.Source("A letter", "")),
                            ""),
                    SECRETARIAT);
        }
        for (String page : List.of("/chain", "/chain/orphans", "/chain.csv", "/chain.json")) pages.put(page, page);
        pages.put("output", "/chain/" + mark);
    }

    private static Output.Facts output(String name, String date) {
        return new Output.Facts(
                OutputType.REPORT,
                Strand.CSTD,
                "",
                LocalizedText.of("en", "Of a test" + name),
                LocalizedText.of("en", "A body"),
                date,
                OutputStatus.ISSUED,
                "",
                "",
                List.of(),
                Certainty.CONFIRMED,
                List.of(new Output.Source("A letter", "")),
                "");
    }

    private void roadmaps(int rows) {
        program.getBean(TrackDesk.class)
                .add(mark, LocalizedText.of("en", "Road map of a test"), LocalizedText.EMPTY, "", SECRETARIAT);
        for (int i = 1; i <= rows; i++)
            program.getBean(MilestoneDesk.class)
                    .add(
                            new Milestone.Facts(
                                    mark,
                                    LocalizedText.of("en", "Milestone " + i),
                                    "2031-0" + i,
                                    "",
                                    "",
                                    Kind.MEETING,
                                    Status.PLANNED,
                                    LocalizedText.of("en", "Geneva"),
                                    LocalizedText.EMPTY,
                                    List.of(),
                                    List.of(),
                                    Certainty.CONFIRMED,
                                    List.of(new Milestone.Source("A letter", ""))),
                            SECRETARIAT);
        for (int i = 1; i <= rows; i++)
            program.getBean(RoadmapEditions.class).take(mark, "Edition " + i, "", SECRETARIAT);
        for (String page : List.of("", ".csv", ".json", ".ics", "/versions", "/versions/1"))
            pages.put("road map" + page, "/roadmaps/" + mark + page);
        for (String page : List.of("/roadmaps", "/roadmaps/changes")) pages.put(page, page);
    }
}
