package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.reports.Edition;
import org.throughline.reports.Making;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.world.ThroughlineTest;

/// An analyst makes a zero draft and the chair publishes it; a reader goes from a figure to the projects behind it
/// and comments; the secretariat shows the comment.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ReportJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @ParameterizedTest
    @CsvSource({"en, true", "ar, false"})
    void fromARecipeToAComment(String language, boolean script, Browser browser) {
        RegisterPages.in(program);
        program.getBean(DemoPeople.class).ensure();
        String slug = SmallReport.freshSlug();
        make(language, script, browser, slug);
        try (var chair = visitor(language, script, browser)) {
            chair.signInAs("chair");
            chair.open("/reports/" + slug + "/editions/1");
            chair.page.locator("form[action$='/publication'] button").click();
            chair.page.waitForURL(address -> address.endsWith("/reports/" + slug));
        }
        try (var reader = visitor(language, script, browser)) {
            reader.open("/reports");
            reader.follow("/reports/" + slug);
            reader.page.locator("nav a[href$='/chapters/overview']").first().click();
            reader.page.waitForURL(address -> address.endsWith("/chapters/overview"));
            assertThat(reader.page.locator("svg a[href*='country=KE']").count()).isPositive();
            assertThat(reader.page
                            .locator("svg a[href*='country=KE'] title")
                            .first()
                            .textContent())
                    .isNotBlank();
            assertThat(reader.page
                            .locator("svg a[href*='country=KE'] text")
                            .first()
                            .textContent())
                    .contains("KE");
            assertThat(reader.page.locator("svg[direction]").first().getAttribute("direction"))
                    .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            reader.page.locator("main a[href*='/comments']").first().click();
            reader.page.locator("#paragraph").fill("1");
            reader.page.locator("#text").fill("Say where the numbers come from.");
            reader.page.locator("#name").fill("A Reader");
            reader.page.locator("#email").fill("nobody");
            reader.page.locator("main form button[type=submit]").click();
            assertThat(reader.page.locator(".error-summary").count()).isEqualTo(1);
            assertThat(reader.page.locator("#text").inputValue()).isEqualTo("Say where the numbers come from.");
            reader.page.locator("#email").fill("reader@example.org");
            reader.page.locator("main form button[type=submit]").click();
            assertThat(reader.page.locator(".notice[role=status]").count()).isEqualTo(1);
        }
        try (var secretariat = visitor(language, script, browser)) {
            secretariat.signInAs("secretariat");
            secretariat.open("/reports/" + slug + "/editions/1/comments");
            secretariat.page.locator("#words-1").fill("They are those of the register.");
            secretariat.page.locator("button[value=show]").click();
            secretariat.open("/reports/" + slug);
            assertThat(secretariat.page.locator(".comment").innerText())
                    .contains("Say where the numbers come from.", "They are those of the register.")
                    .doesNotContain("A Reader");
        }
    }

    private Visitor visitor(String language, boolean script, Browser browser) {
        return script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port);
    }

    private void make(String language, boolean script, Browser browser, String slug) {
        try (var analyst = visitor(language, script, browser)) {
            analyst.signInAs("analyst");
            analyst.open("/reports/new?kind=global");
            assertThat(analyst.page.locator("#slug").inputValue()).matches("stocktaking-20\\d\\d(-\\d+)?");
            analyst.page.locator("#slug").fill("");
            analyst.page.locator("main form button[type=submit]").click();
            assertThat(analyst.page.locator(".error-summary a[href='#slug']").innerText())
                    .contains("global-2026");
            analyst.page.locator("#slug").fill(slug);
            analyst.page.locator("#from").fill("20");
            analyst.page.locator("main form button[type=submit]").click();
            assertThat(analyst.page.locator(".error-summary a[href='#from']").count())
                    .isEqualTo(1);
            analyst.page.locator("#from").fill("");
            analyst.page.locator("input[name=languages]").all().forEach(box -> box.uncheck());
            analyst.page.locator("main form button[type=submit]").click();
            analyst.page.waitForURL(address -> address.endsWith("/work"));
            assertThat(analyst.page.locator("#until").inputValue()).matches("20\\d\\d-\\d\\d-\\d\\d");
            analyst.page.locator("#until").fill("2020-12-31");
            analyst.page.locator("main form button[type=submit]").click();
            assertThat(analyst.page.locator(".error-summary a[href='#until']").innerText())
                    .containsPattern("20\\d\\d-\\d\\d-\\d\\d");
            analyst.page.locator("#until").fill("2099-12-31");
            analyst.page.locator("main form button[type=submit]").click();
            analyst.page.waitForURL(address -> address.contains("/editions/1"));
            Report report = program.getBean(Reports.class).find(slug).orElseThrow();
            Edition made = SmallReport.await(program.getBean(ReportEditions.class), report, 1);
            assertThat(made.state()).isEqualTo(Edition.State.DONE);
            analyst.open("/reports/" + slug + "/editions/1/preview");
            assertThat(analyst.page.locator("main .warning").count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageOfAReportBreaksARuleOrIsWiderThanAPhone(String language, Browser browser) {
        RegisterPages.in(program);
        program.getBean(DemoPeople.class).ensure();
        String slug = SmallReport.freshSlug();
        var recipe = SmallReport.wsis();
        Report report = program.getBean(Reports.class).create(slug, recipe, SmallReport.SECRETARIAT);
        var editions = program.getBean(ReportEditions.class);
        editions.publish(
                SmallReport.make(program.getBean(Making.class), editions, report, Stage.DRAFT),
                SmallReport.SECRETARIAT);
        SmallReport.make(program.getBean(Making.class), editions, report, Stage.FINAL);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            List.of(
                            "/reports",
                            "/reports/" + slug,
                            "/reports/" + slug + "/chapters/overview",
                            "/reports/" + slug + "/chapters/line-c2",
                            "/reports/" + slug + "/chapters/claims",
                            "/reports/" + slug + "/chapters/annex",
                            "/reports/" + slug + "/comments")
                    .forEach(path -> check(reader, path, wrong));
            reader.signInAs("analyst");
            List.of(
                            "/reports/work",
                            "/reports/new?kind=regional&region=AFR",
                            "/reports/" + slug + "/work",
                            "/reports/" + slug + "/recipe",
                            "/reports/" + slug + "/editions/1",
                            "/reports/" + slug + "/editions/2",
                            "/reports/" + slug + "/editions/2/preview/overview")
                    .forEach(path -> check(reader, path, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(Visitor reader, String path, List<String> wrong) {
        reader.page.setViewportSize(1280, 800);
        reader.open(path);
        AxeJourney.check(reader, wrong);
        reader.page.setViewportSize(360, 740);
        reader.open(path);
        Object wide = reader.page.evaluate("() => document.documentElement.scrollWidth");
        if (((Number) wide).intValue() > 360) wrong.add(path + " is " + wide + " pixels wide");
    }
}
