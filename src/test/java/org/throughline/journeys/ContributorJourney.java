package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.OnePage;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Somebody answers a call, from its page to the receipt, replaces what was sent and takes consent back.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ContributorJourney {

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    String slug;
    CallId call;

    // What axe finds wrong on pages with errors, which no address leads to.
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void anOpenCall() {
        people.ensure();
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void fromTheCallToTheReceiptAndBeyond(String language, boolean script, Browser browser) throws Exception {
        try (var person =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            person.signInAs("contributor");
            person.open("/calls/" + slug);
            person.page.locator("a.btn-primary[href$='/answer']").click();
            person.page.locator("main form button.btn-primary").click();
            person.page.locator("ol.steps a").first().click();
            sayWho(person, language, script);
            answer(person, script);
            attach(person);
            nameAnEndorser(person);
            consent(person);
            assertThat(person.page.locator(".check-lines").allInnerTexts().toString())
                    .contains("Networks came.", "Annex.pdf", "Example Union");
            person.page.locator("form[action$='/sending'] button").click();
            String receipt = lookAtTheReceipt(person);
            publish();
            replace(person, receipt);
            takeConsentBack(person, receipt);
        }
        assertThat(wrong).isEmpty();
    }

    private void publish() {
        publication.publish(publication.find(call, 1).orElseThrow().id(), Actor.system("test"));
    }

    private void goOn(Visitor person) {
        person.page
                .locator("button.btn-primary[value=continue]:not(.visually-hidden)")
                .click();
    }

    private void sayWho(Visitor person, String language, boolean script) {
        goOn(person);
        assertThat(person.page.locator(".error-summary a[href='#behalf']").count())
                .isOne();
        if (script) {
            AxeJourney.check(person, wrong);
            assertThat(person.page.evaluate("() => document.activeElement.className"))
                    .isEqualTo("error-summary");
        }
        person.page.locator(".error-summary a[href='#stakeholderType']").click();
        assertThat(person.page.url()).endsWith("#stakeholderType");
        person.page.locator("input[name=behalf][value=organisation]").check();
        person.page.locator("#organisation").fill("Example Society");
        person.page.locator("#stakeholderType").selectOption("CSO");
        person.page.locator("input[name=scope][value=national]").check();
        person.page.locator("#country").selectOption("KE");
        assertThat(person.page.locator("#language").inputValue()).isEqualTo(language);
        person.page.locator("#language").selectOption("en");
        goOn(person);
        assertThat(person.path()).endsWith("/sections/I");
    }

    private void answer(Visitor person, boolean script) {
        Locator words = person.page.locator("#a-q1");
        assertThat(words.getAttribute("dir")).isEqualTo("ltr");
        String before = person.page.locator("#a-q1-count").innerText();
        words.pressSequentially("Networks came.");
        if (script)
            assertThat(person.page.locator("#a-q1-count").innerText())
                    .isNotEqualTo(before)
                    .contains("2");
        person.page.locator("#a-q2-0").selectOption("C2");
        person.page.locator("#a-q2-1").selectOption("C4");
        goOn(person);
        person.page.locator("input[name=a-q3][value=ai]").check();
        person.page.locator("#a-q4-0-key").selectOption("C1");
        person.page.locator("#a-q4-0-milestone").fill("A school online");
        person.page.locator("button[value='add:q4:2']").click();
        assertThat(person.page.locator("fieldset.row-of-group").count()).isEqualTo(2);
        person.page.locator("#a-q5").fill("twelve");
        goOn(person);
        assertThat(person.page.locator("#a-q5-error").count()).isOne();
        assertThat(person.page.locator("#a-q5").inputValue()).isEqualTo("twelve");
        if (script) AxeJourney.check(person, wrong);
        person.page.locator("#a-q5").fill("12");
        goOn(person);
    }

    private void attach(Visitor person) {
        assertThat(person.path()).endsWith("/files");
        choose(person, "Notes.txt", "no document".getBytes(StandardCharsets.UTF_8));
        assertThat(person.page.locator("#a-q6-error").count()).isOne();
        choose(person, "Annex.pdf", OnePage.pdf());
        assertThat(person.page.locator("form[action$='/removal']").count()).isOne();
        goOn(person);
    }

    private static void choose(Visitor person, String name, byte[] content) {
        person.page.locator("#a-q6").setInputFiles(new FilePayload(name, "application/pdf", content));
        person.page.locator("button[value=attach]").click();
    }

    private void nameAnEndorser(Visitor person) {
        person.page.locator("#endorsers-0-organisation").fill("Example Union");
        person.page.locator("#endorsers-0-email").fill("union@example.org");
        goOn(person);
    }

    private void consent(Visitor person) {
        assertThat(person.page.locator("input[type=radio]:checked").count()).isZero();
        for (Locator yes : person.page.locator("input[type=radio][value=yes]").all()) yes.check();
        goOn(person);
        assertThat(person.path()).endsWith("/check");
    }

    private String lookAtTheReceipt(Visitor person) throws Exception {
        assertThat(person.path()).endsWith("/receipt");
        assertThat(person.page.locator(".facts .mono").innerText()).matches("[A-Za-z0-9_-]{43}");
        Download download = person.page.waitForDownload(
                () -> person.page.locator("a[download]").click());
        assertThat(Files.readString(download.path())).contains("throughline-receipt/1", "Networks came.");
        return person.path();
    }

    private void replace(Visitor person, String receipt) {
        person.page
                .locator("a[href='" + receipt.replace("/receipt", "") + "']")
                .first()
                .click();
        person.page.locator("form[action$='/replacement'] button").click();
        person.page.locator("a[href$='/sections/I']").click();
        person.page.locator("#a-q1").fill("Networks and teachers came.");
        goOn(person);
        person.page.navigate(person.page.url().replaceAll("/sections/.*", "/check"));
        person.page.locator("form[action$='/sending'] button").click();
        assertThat(person.path()).isEqualTo(receipt);
        // What nobody has checked yet is not public.
        assertThat(published.find(call, 1)).isEmpty();
        publish();
        assertThat(published.find(call, 1).orElseThrow().answers().getFirst().text())
                .isEqualTo("Networks and teachers came.");
    }

    private void takeConsentBack(Visitor person, String receipt) {
        person.page
                .locator("a[href='" + receipt.replace("/receipt", "") + "']")
                .first()
                .click();
        person.page.locator("#use-text").uncheck();
        person.page.locator("form[action$='/consent'] button").click();
        assertThat(person.page.locator(".notice").count()).isOne();
        assertThat(person.page.locator("#use-text").isChecked()).isFalse();
        assertThat(published.find(call, 1)).isEmpty();
    }
}
