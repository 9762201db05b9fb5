package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.SampleDocuments;
import org.throughline.mandates.SmallInstrument;
import org.throughline.world.ThroughlineTest;

/// Somebody finds what a resolution asks of whom and has a say about it; a text is looked through for what it cites;
/// and when a resolution is revised, what cites it is looked at.
@ThroughlineTest
@ExtendWith(Chromium.class)
class MandateJourney {

    private static final String TRACKER = "/mandates/unga-80-173/tasks";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @BeforeEach
    void somePeople() {
        program.getBean(DemoPeople.class).ensure();
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({"en, true", "ar, false"})
    void fromTheRegisterToARemarkOnATask(String language, boolean script, Browser browser) {
        String remark = "Say who reports " + UUID.randomUUID();
        try (var reader = visitor(language, script, browser);
                var secretariat = visitor(language, script, browser)) {
            reader.open("/mandates/unga-80-173");
            reader.follow(TRACKER);
            lookFromEverySide(reader);
            reader.open(TRACKER);
            reader.follow(TRACKER + "/9");
            reader.page.locator("a[rel=next]").click();
            reader.arriveAt(reader.in(TRACKER + "/10"));

            reader.signInAs("contributor");
            reader.open(TRACKER + "/9");
            reader.follow(TRACKER + "/9/remarks/new");
            write(reader.page, remark);
            reader.arriveAt(reader.in(TRACKER + "/9"));
            assertThat(reader.page.locator(".comment", text(remark))).hasCount(0);

            secretariat.signInAs("secretariat");
            secretariat.open("/mandates/remarks");
            Locator waiting = secretariat.page.locator("main section", text(remark));
            waiting.locator("button[value=show]").click();
            assertThat(waiting.locator("button[value=show]")).hasCount(0);
            reader.open(TRACKER + "/9");
            assertThat(reader.page.locator(".comment", text(remark))).hasCount(1);
        }
    }

    private Visitor visitor(String language, boolean script, Browser browser) {
        return script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    // Each way to put the tasks shows all of them, some of them more than once.
    private static void lookFromEverySide(Visitor reader) {
        Page page = reader.page;
        int all = page.locator("main .list-title a").count();
        assertThat(all).isGreaterThan(10);
        for (String side : List.of("actor", "line")) {
            page.locator(".ways a[href*='by=" + side + "']").click();
            page.waitForURL(address -> address.contains("by=" + side));
            assertThat(page.locator("main section > h2").count()).isGreaterThan(1);
            assertThat(page.locator("main .list-title a").count()).isGreaterThanOrEqualTo(all);
        }
        page.locator("#actor").selectOption(page.locator("#actor option").nth(1).getAttribute("value"));
        page.locator("main form.filter-line button").click();
        page.waitForURL(address -> address.contains("actor="));
        assertThat(page.locator("main p[role=status] a")).hasAttribute("href", reader.in(TRACKER));
    }

    private static void write(Page page, String remark) {
        page.locator("#text").fill(remark);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".error-summary a[href='#kind']")).hasCount(1);
        assertThat(page.locator("#text")).hasValue(remark);
        page.locator("input[name=kind][value=comment]").check();
        page.locator("#language").selectOption("en");
        page.locator("input[name=shown]").check();
        page.locator("main form button[type=submit]").click();
    }

    @Test
    void whatIsRevisedIsToldToWhoCitesItAndLookedAt(Browser browser) throws Exception {
        String number = SmallInstrument.in(program).resolution("Busan 2014", "Dubai 2018");
        String instrument = "/mandates/pp-" + number;
        DocumentWork citing = new SampleDocuments(program)
                .posted(
                        SampleDocuments.freshMeeting(),
                        "What cites it",
                        List.of("Resolution " + number + " (Rev. Dubai, 2018)"));
        try (var reader = Visitor.reading("en", browser, port);
                var secretariat = Visitor.withoutScript("ar", browser, port)) {
            lookThrough(reader, "Recalling Resolution " + number + " (Rev. Busan, 2014), adopted since.", instrument);
            reader.open("/documents/" + citing.address());
            assertThat(reader.page.locator(".facts .tag-warn")).hasCount(0);

            secretariat.signInAs("secretariat");
            revise(secretariat, number);
            review(secretariat, instrument, "What cites it");

            reader.open("/documents/" + citing.address());
            assertThat(reader.page.locator(".facts .tag-warn")).containsText("Rev. Bucharest, 2022");
            lookThrough(reader, docx(reader), instrument);
            reader.open(instrument + "/uses");
            assertThat(reader.page.locator("main li", text("What cites it")).locator(".tag"))
                    .hasCount(1);
        }
    }

    private static void lookThrough(Visitor reader, String words, String instrument) {
        reader.open("/citations");
        reader.page.locator("#text").fill(words);
        told(reader, instrument);
    }

    private static void lookThrough(Visitor reader, byte[] docx, String instrument) {
        reader.open("/citations");
        reader.page.locator("#file").setInputFiles(new FilePayload("paper.docx", "application/octet-stream", docx));
        told(reader, instrument);
    }

    private static void told(Visitor reader, String instrument) {
        reader.page.locator("main form button[type=submit]").click();
        assertThat(reader.page.locator("section[aria-labelledby=results] ol a[href^='" + instrument + "#']"))
                .hasCount(1);
        assertThat(reader.page
                        .locator("section[aria-labelledby=results] ol .tag-warn")
                        .first())
                .isVisible();
        assertThat(reader.page.locator("mark a.marked").first()).isVisible();
    }

    private static byte[] docx(Visitor reader) throws IOException {
        var file = reader.page.waitForDownload(
                () -> reader.page.locator("main a[href*='/documents/docx/']").click());
        return Files.readAllBytes(file.path());
    }

    private static void revise(Visitor secretariat, String number) {
        Page page = secretariat.page;
        secretariat.open("/mandates/pp-" + number);
        secretariat.follow("/mandates/desk/instruments/pp-" + number);
        page.locator("a[href*='/mandates/desk/revisions/new']").click();
        page.locator("#label").fill("Rev. Bucharest, 2022");
        page.locator("#adopted").fill("2022-10");
        page.locator("#place").fill("Bucharest");
        page.locator("#certainty").selectOption("confirmed");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".error-summary a[href='#source']")).hasCount(1);
        page.locator("#source").fill("The final acts");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("section[aria-labelledby=s-revisions]")).containsText("Rev. Bucharest, 2022");
    }

    private static void review(Visitor secretariat, String instrument, String title) {
        Page page = secretariat.page;
        secretariat.open(instrument);
        secretariat.follow(instrument.replace("/mandates/", "/mandates/reviews/"));
        assertThat(page.locator(".form-check .tag-warn")).hasCount(1);
        page.locator(".form-check", text(title)).locator("input[name=chosen]").check();
        page.locator("input[name=outcome][value=still-right]").check();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".error-summary a[href='#reason']")).hasCount(1);
        page.locator("#reason").fill("It tells of 2018.");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("It tells of 2018.");
        assertThat(page.locator(".form-check .tag-warn")).hasCount(0);
    }
}
