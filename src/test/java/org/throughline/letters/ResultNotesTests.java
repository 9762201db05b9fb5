package org.throughline.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.throughline.letters.SmallLetter.SECRETARIAT;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputId;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.OnePage;
import org.throughline.inputs.Use;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class ResultNotesTests {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private ResultNotes notes;

    @Autowired
    private CircularReplies replies;

    @Autowired
    private PublishedLetters published;

    @Autowired
    private LetterProgress progress;

    private byte[] bytes(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    @Test
    void aNoteIsFrozenAndCorrectedByTheNextOne() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 3, 3, null);
        String reference = SmallLetter.dispatch(program, small.letter());
        String path = "/letters/" + reference;
        String who = SmallLetter.address(small.mark(), 0);
        String word = SmallLetter.word(program, who);
        replies.reply(word, ReplyChoice.APPROVE, "", "en");
        LocalizedText none = LocalizedText.EMPTY;
        assertThatThrownBy(() -> notes.make(small.letter(), none, none, SECRETARIAT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("letter-no-result-yet");

        SmallLetter.close(program, small.letter());
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String desk = "/letters/desk/" + small.letter();
        assertThat(secretariat.send(desk + "/notes", "decision-en", "It is so.").status())
                .isEqualTo(303);
        assertThat(secretariat
                        .send(desk + "/notes", "decision-en", "It is not so.")
                        .status())
                .isEqualTo(422);
        replies.reply(word, ReplyChoice.REJECT, "", "en");
        assertThat(notes.make(
                        small.letter(),
                        LocalizedText.of("en", "It is so, and one came late."),
                        LocalizedText.of("en", "A late reply was left out."),
                        SECRETARIAT))
                .isEqualTo(2);

        List<ResultNote> all = notes.of(published.find(reference).orElseThrow().id());
        assertThat(all).extracting(one -> one.figures().late()).containsExactly(0L, 1L);
        assertThat(page(path + "/notes/1"))
                .contains("It is so.")
                .contains("Adopted.")
                .contains("was corrected since");
        assertThat(page("/ar" + path + "/notes/2")).contains("A late reply was left out.");
        for (String language : List.of("", "/ar", "/zh", "/fr", "/ru", "/es")) {
            assertThat(new String(bytes(language + path + "/notes/2/note.pdf"), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            assertThat(bytes(language + path + "/notes/2/note.docx")).startsWith('P', 'K');
            assertThat(new String(bytes(language + path + "/letter.pdf"), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        assertThat(page(path + "/replies.csv"))
                .contains("Entity 0 of " + small.mark())
                .contains("true");

        for (int i = 0; i < 2; i++) {
            notes.dispatch(small.letter(), 2, SECRETARIAT);
            SmallLetter.run(program);
        }
        assertThat(SmallLetter.mails(program, who))
                .extracting(mail -> mail.subject().startsWith("Result"))
                .containsExactly(true, false);
        assertThat(secretariat.see(desk).status()).isEqualTo(200);
        assertThat(page("/by-mail/circular/" + word)).contains("Result note 2");
        bytes("/by-mail/circular/" + word + "/notes/2");
    }

    @Test
    void annexesGoWithTheLetterAndStayAsTheyWere() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.INFORMATION, 1, 1, null);
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String desk = "/letters/desk/" + small.letter();
        var file = new MockMultipartFile("file", "annex.pdf", "application/pdf", OnePage.pdf());
        assertThat(secretariat
                        .send(desk + "/annexes", file, "title", "The first annex")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat
                        .send(desk + "/annexes", new MockMultipartFile("file", "a.exe", "text/plain", new byte[] {1}))
                        .status())
                .isBetween(400, 422);
        String reference = SmallLetter.dispatch(program, small.letter());
        assertThat(page("/letters/" + reference)).contains("The first annex");
        assertThat(bytes("/letters/" + reference + "/annexes/1")).startsWith('%', 'P', 'D', 'F');
        String word = SmallLetter.word(program, SmallLetter.address(small.mark(), 0));
        bytes("/by-mail/circular/" + word + "/annexes/1");
        assertThat(secretariat
                        .send(desk + "/annexes", file, "title", "Too late")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsSentToTheCallIsTheAnswerOfTheAddressee() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(program.getBean(Calls.class), slug);
        SmallLetter small = SmallLetter.made(program, CircularKind.QUESTIONNAIRE, 2, 2, call);
        String reference = SmallLetter.dispatch(program, small.letter());
        String who = SmallLetter.address(small.mark(), 0);
        String word = SmallLetter.word(program, who);
        assertThat(page("/letters/" + reference)).contains("/calls/" + slug);
        assertThat(page("/by-mail/circular/" + word)).contains("/letters/answers/" + word);

        Visitor contributor = Visitor.as(web, people, "contributor");
        assertThat(contributor.see("/letters/answers/" + word).html()).contains("Entity 0 of " + small.mark());
        String draft = contributor.send("/letters/answers/" + word).location();
        assertThat(draft).contains("/calls/" + slug + "/answer/");
        assertThat(contributor.send("/letters/answers/" + word).location()).isEqualTo(draft);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isZero();

        var person = people.of("contributor");
        var actor = new Actor(person.id().value(), person.name(), java.util.Set.of(Permission.CONTRIBUTE));
        var drafts = program.getBean(InputDrafts.class);
        Draft begun = drafts.unsent(call, actor).orElseThrow();
        var input = send(drafts, call, begun, actor);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isOne();
        assertThat(progress.lines(small.letter(), SECRETARIAT))
                .extracting(line -> line.answeredAt() != null)
                .containsExactly(true, false);
        program.getBean(Inputs.class).withdraw(input, actor);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isZero();
    }

    private InputId send(InputDrafts drafts, CallId call, Draft draft, Actor actor) {
        Map<String, String> who = new LinkedHashMap<>(draft.content().who());
        who.putAll(Map.of(
                "behalf",
                "organisation",
                "organisation",
                "Example Ministry",
                "stakeholderType",
                "GOV",
                "scope",
                "national",
                "country",
                "KE"));
        drafts.saveWho(draft.id(), draft.content().savedAt(DraftContent.WHO), who, actor);
        drafts.saveAnswers(
                draft.id(),
                program.getBean(Calls.class).questionnaire(call, 1).section("I").orElseThrow(),
                draft.content().savedAt(DraftContent.section("I")),
                Map.of("q1", Json.tree("\"We report.\"")),
                actor);
        Map<String, Boolean> consent = new LinkedHashMap<>();
        for (Use use : Use.values()) consent.put(use.word(), true);
        drafts.saveConsent(draft.id(), draft.content().savedAt(DraftContent.CONSENT), consent, actor);
        return drafts.send(draft.id(), "en", actor);
    }
}
