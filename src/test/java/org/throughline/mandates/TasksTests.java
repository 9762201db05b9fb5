package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.platform.Languages;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class TasksTests {

    private static final String SLUG = "unga-80-173";

    @Autowired
    private Tasks tasks;

    @Autowired
    private ShippedTasks shipped;

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private MockMvc web;

    @Test
    void theShippedTasksAreThereOnceInTheOrderOfTheirParagraphs() {
        shipped.afterSingletonsInstantiated();

        assertThat(tasks.of(SLUG))
                .filteredOn(task -> task.number() <= 11)
                .extracting(Task::paragraph)
                .containsExactly("23", "24", "26", "28", "33", "39", "45", "67", "113", "", "");
    }

    @Test
    void whatTheSourceDoesNotSayStaysUnknown() {
        Task cutOff = tasks.find(SLUG, 7).orElseThrow();

        assertThat(cutOff.asked()).isEmpty();
        assertThat(cutOff.note().textFor("en")).contains("cut off");
        assertThat(cutOff.verb()).isNull();
        assertThat(cutOff.due()).isEqualTo(Due.UNKNOWN);
    }

    @Test
    void theReportThatComesEverySecondYearIsKnownToComeAgain() {
        Task report = tasks.find(SLUG, 10).orElseThrow();

        assertThat(report.due()).isEqualTo(new Due("2026", "P2Y", ""));
        assertThat(report.due().times(LocalDate.of(2029, 1, 1))).containsExactly("2026", "2028", "2030");
    }

    @Test
    void theShippedFactsAreWhole() {
        ShippedTasks.Facts facts = ShippedTasks.read();
        List<String> actors =
                facts.actors().stream().map(ShippedTasks.ActorFact::code).toList();

        assertThat(actors).doesNotHaveDuplicates();
        assertThat(facts.actors())
                .allSatisfy(one ->
                        assertThat(one.name().texts().keySet()).containsExactlyInAnyOrderElementsOf(Languages.ALL));
        assertThat(facts.tasks()).extracting(ShippedTasks.TaskFact::number).doesNotHaveDuplicates();
        assertThat(facts.tasks()).allSatisfy(one -> {
            assertThat(one.words().missing()).isEmpty();
            assertThat(facts.sources()).containsKey(one.source());
            assertThat(actors).containsAll(one.responsible()).containsAll(one.invited());
            assertThat(new Due(one.due(), one.every(), "").isAgain())
                    .isEqualTo(!one.every().isEmpty());
            assertThat(one.actionLines()).allMatch(code -> vocabulary.isChoice(Vocabulary.ACTION_LINES, code));
            assertThat(List.of(one.note(), one.dueWords()))
                    .allMatch(text -> text.isEmpty() || text.missing().isEmpty());
        });
    }

    @Test
    void theTrackerShowsWhoIsAskedWhatAndHowFarItHasCome() throws Exception {
        web.perform(get("/mandates/" + SLUG + "/tasks"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Data on e-waste")))
                .andExpect(content().string(Matchers.containsString("Of whom it is asked is not known.")))
                .andExpect(content().string(Matchers.containsString("Paragraph 113")));
        web.perform(get("/ar/mandates/" + SLUG + "/tasks?by=actor"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("جميع أصحاب المصلحة")));
        web.perform(get("/mandates/" + SLUG)).andExpect(content().string(Matchers.containsString("11 tasks")));
        web.perform(get("/mandates"))
                .andExpect(content()
                        .string(Matchers.containsString("href=\"/mandates/" + SLUG
                                + "/tasks\">What it asks for, and what has come of it: 11 tasks")));
        web.perform(get("/mandates/pp-140/tasks")).andExpect(status().isNotFound());
    }

    @Test
    void filtersNarrowTheList() throws Exception {
        web.perform(get("/mandates/" + SLUG + "/tasks?actor=unctad"))
                .andExpect(content().string(Matchers.containsString("1 task of ")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Data on e-waste"))));
        web.perform(get("/mandates/" + SLUG + "/tasks?line=C7-EAGR&by=line"))
                .andExpect(content().string(Matchers.containsString("1 task of ")))
                .andExpect(content().string(Matchers.containsString("E-agriculture")))
                .andExpect(content().string(Matchers.containsString("Paragraph 113")));
        web.perform(get("/mandates/" + SLUG + "/tasks?actor=unctad"))
                .andExpect(content().string(Matchers.containsString("?actor=unctad&amp;evidence=none")));
        web.perform(get("/mandates/" + SLUG + "/tasks?actor=unctad&evidence=none"))
                .andExpect(content().string(Matchers.containsString("<strong>Tasks without evidence</strong>")))
                .andExpect(content().string(Matchers.containsString("name=\"evidence\" value=\"none\"")));
        web.perform(get("/mandates/" + SLUG + "/tasks?status=no-such-status"))
                .andExpect(content().string(Matchers.containsString("No task of ")));
    }
}
