package org.throughline.roadmaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class ActionPlansTests {

    @Autowired
    private ActionPlans plans;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople demo;

    private Visitor.Answer save(Visitor who, String line, int version, String... more) throws Exception {
        String[] fields = {
            "version",
            String.valueOf(version),
            "language",
            "en",
            "objective",
            "Every library is online.",
            "paragraphs",
            "A/RES/80/173, 113\nA/RES/80/173, 26",
            "sdgTargets",
            "9.c, 17.8",
            "indicator-0-name",
            "Libraries online",
            "indicator-0-baseline",
            "40 %",
            "indicator-0-baselineYear",
            "2025",
            "indicator-0-target",
            "100 %",
            "activity-1-title",
            "Map the libraries",
            "activity-1-responsible",
            "ITU",
            "activity-1-due",
            "2020-06",
            "activity-1-status",
            "under-way"
        };
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return who.send("/roadmaps/action-lines/" + line + "/edit", all);
    }

    @Test
    void theRoadMapOfAnActionLineIsWrittenShownAndTakenAway() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        int version = plans.of("C3").map(ActionPlan::version).orElse(0);

        assertThat(save(secretariat, "C3", version).location()).endsWith("/roadmaps/action-lines/C3");

        assertThat(secretariat.see("/roadmaps/action-lines/C3").html())
                .contains("<a href=\"/mandates/unga-80-173\">A/RES/80/173, 113</a>");
        assertThat(secretariat.see("/roadmaps/action-lines/C3").words())
                .contains("Every library is online.", "Libraries online", "40 % (2025)", "under way", "overdue")
                .contains("1 activity, 0 done, 1 overdue; 1 indicator.");
        assertThat(secretariat.see("/ar/roadmaps/action-lines").status()).isEqualTo(200);
        assertThat(secretariat.see("/roadmaps/action-lines").words()).contains("1 activity, 0 done, 1 overdue");
        String csv = web.perform(get("/roadmaps/action-lines/C3.csv"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("\"activity\",\"Map the libraries\",\"ITU\"")
                .contains("\"indicator\",\"Libraries online\"");
        for (String language : List.of("", "/ar")) {
            byte[] docx = web.perform(get(language + "/roadmaps/action-lines/C3.docx"))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(part(docx, "word/document.xml")).contains("Every library is online.", "Map the libraries");
        }
        assertThat(web.perform(get("/roadmaps/action-lines/C99"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(web.perform(get("/roadmaps/action-lines/C7"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private static String part(byte[] zip, String name) throws Exception {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                if (entry.getName().equals(name)) return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return "";
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndTheSlowerOfTwoSeesWhatDiffers() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        int version = plans.of("C9").map(ActionPlan::version).orElse(0);

        var wrong = save(
                secretariat, "C9", version, "sdgTargets", "99.z", "activity-2-due", "soon", "indicator-3-unit", "km");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").eachAttr("href"))
                .contains("#activity-2-title", "#activity-2-responsible", "#activity-2-due", "#indicator-3-name");

        save(secretariat, "C9", version);
        var stale = save(secretariat, "C9", version, "facilitators", "UNESCO");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.words()).contains("Somebody else changed this road map", "Facilitators", "UNESCO");
        assertThat(save(secretariat, "C9", version + 1, "facilitators", "UNESCO")
                        .location())
                .isNotNull();
        assertThat(plans.versions("C9")).hasSize(version + 2);
        assertThat(plans.of("C9").orElseThrow().facts().facilitators()).isEqualTo("UNESCO");
        assertThat(Visitor.as(web, demo, "contributor")
                        .see("/roadmaps/action-lines/C9/edit")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anActivityIsOverdueWhenItsLastPossibleDayHasPassedAndItIsStillOpen() {
        LocalDate day = LocalDate.of(2027, 7, 1);

        assertThat(activity("2027-06", ActivityStatus.PLANNED).isOverdue(day)).isTrue();
        assertThat(activity("2027", ActivityStatus.PLANNED).isOverdue(day)).isFalse();
        assertThat(activity("2027-06", ActivityStatus.DONE).isOverdue(day)).isFalse();
        assertThat(activity("2027-06", ActivityStatus.STOPPED).isOverdue(day)).isFalse();
        assertThat(activity("", ActivityStatus.UNDER_WAY).isOverdue(day)).isFalse();
    }

    private static ActionPlan.Activity activity(String due, ActivityStatus status) {
        return new ActionPlan.Activity("A", "B", "", "", due, "", status, "", "");
    }
}
