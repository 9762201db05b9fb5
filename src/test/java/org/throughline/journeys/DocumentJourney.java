package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.directory.DemoPeople;
import org.throughline.documents.SampleDocuments;
import org.throughline.inputs.OnePage;
import org.throughline.world.ThroughlineTest;

/// An author writes a numbered document step by step and hands it in, the secretariat posts it, a reader finds it
/// under its symbol and takes it away; then the author revises it, and the reader sees what changed. Once without a
/// pointer, once without script and from right to left.
@ThroughlineTest
@ExtendWith(Chromium.class)
class DocumentJourney {

    private static final String ON = "button[name=go][value=on]";

    @LocalServerPort
    int port;

    @Autowired
    DemoPeople people;

    final String meeting = SampleDocuments.freshMeeting();
    final String symbol = "CWG-WSIS&SDG-" + meeting + "/1";

    // What axe finds wrong on pages with errors, which no address leads to.
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void somePeople() {
        people.ensure();
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({"en, true", "ar, false"})
    void fromTheFormToTheComparison(String language, boolean keyboard, Browser browser) throws Exception {
        try (var author = visitor(language, keyboard, browser);
                var secretariat = visitor(language, keyboard, browser);
                var reader = visitor(language, keyboard, browser)) {
            author.signInAs("contributor");
            secretariat.signInAs("secretariat");
            Hand hand = hand(author, keyboard);

            author.open("/documents/new");
            sayWhatItIs(author, hand, language, keyboard);
            writeTheHeader(hand);
            writeTheText(author, hand, "The networks reach nine villages.");
            hand.attach("#file", new FilePayload("Annex.pdf", "application/pdf", OnePage.pdf()));
            hand.press(ON);
            handIn(author, hand);
            post(secretariat, hand(secretariat, keyboard), id(author));
            read(reader, hand(reader, keyboard), language);

            author.open("/documents/mine");
            hand.press("a[href$='/documents/mine/" + id(author.page.locator("main")) + "']");
            hand.press("button[name=change][value=rev]");
            author.arriveAt("/header");
            hand.press(ON);
            writeTheText(author, hand, "The networks reach twelve villages.");
            hand.press(ON);
            handIn(author, hand);
            post(secretariat, hand(secretariat, keyboard), id(author));
            compare(reader, hand(reader, keyboard));
        }
        assertThat(wrong).isEmpty();
    }

    private Visitor visitor(String language, boolean script, Browser browser) {
        return script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port);
    }

    private static Hand hand(Visitor visitor, boolean keyboard) {
        return keyboard ? Hand.withKeyboard(visitor.page) : Hand.withPointer(visitor.page);
    }

    private void sayWhatItIs(Visitor author, Hand hand, String language, boolean keyboard) {
        hand.press(ON);
        assertThat(author.page.locator(".error-summary a")).hasCount(3);
        if (keyboard) {
            assertThat(author.page.locator(".error-summary")).isFocused();
            AxeJourney.check(author, wrong);
            hand.press(".error-summary a[href='#series']");
            assertThat(author.page.locator("#series")).isFocused();
        }
        hand.choose("#series", "cwg-wsis-sdg");
        hand.fill("#meeting", meeting);
        hand.choose("#kind", "contribution");
        hand.choose("#language", language);
        hand.choose("#source-1-kind", "member-state");
        hand.fill("#source-1-name", "Kenya");
        hand.press(ON);
        author.arriveAt("/header");
    }

    private static void writeTheHeader(Hand hand) {
        hand.fill("#title", "Networks in the villages");
        hand.fill("#purpose", "To tell of the villages.");
        hand.choose("#action", "consider");
        hand.choose("#addressee", "group");
        hand.press("input[name=links][value=partnerships]");
        hand.fill("#references", "A/RES/70/125\nWTDC Resolution 30 (Rev. Buenos Aires, 2017)");
        hand.fill("#dated", "2026-03");
        hand.press(ON);
    }

    private static void writeTheText(Visitor author, Hand hand, String first) {
        author.arriveAt("/text");
        hand.fill("#body", first + "\n\nSchools are next.");
        hand.press(ON);
        author.arriveAt("/files");
    }

    private static void handIn(Visitor author, Hand hand) {
        author.arriveAt("/check");
        Locator facts = author.page.locator("main");
        assertThat(facts).containsText("Networks in the villages");
        assertThat(facts.locator(".tag-warn")).hasCount(1);
        hand.press("form[action$='/sending'] button[type=submit]");
        author.page.waitForURL(Pattern.compile(".*/documents/mine/[0-9a-f-]{36}"));
    }

    private static String id(Visitor author) {
        return author.path().substring(author.path().lastIndexOf('/') + 1);
    }

    // Of the document of this meeting among the author's own.
    private String id(Locator list) {
        String address = list.locator("a", new Locator.LocatorOptions().setHasText(symbol))
                .first()
                .getAttribute("href");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void post(Visitor secretariat, Hand hand, String document) {
        secretariat.open("/documents/desk");
        hand.press("a[href$='/documents/desk/" + document + "']");
        hand.press("button[name=act][value=accept-and-post]");
        assertThat(secretariat
                        .page
                        .locator("main a[href*='/documents/CWG-WSIS']")
                        .first())
                .isVisible();
    }

    private void read(Visitor reader, Hand hand, String language) throws Exception {
        for (String spelling :
                List.of(symbol, "cwg-wsis & sdgs-" + meeting + "/01", "CWG–WSIS&SDG-" + meeting + "/1-E")) {
            reader.open("/documents/" + spelling);
            assertThat(reader.path()).as(spelling).isEqualTo(reader.in("/documents/" + symbol));
        }
        assertThat(reader.page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
        Locator title = reader.page.locator("h1");
        assertThat(title).hasText("Networks in the villages");
        assertThat(title).hasAttribute("lang", language);
        assertThat(reader.page.locator(".facts a[href*='/mandates/unga-70-125']"))
                .hasCount(1);
        assertThat(reader.page.locator("main a[href^='/documents/files/']")).hasText("Annex.pdf");
        var pdf = reader.page.waitForDownload(() -> hand.press("a[href*='/documents/pdf/']"));
        assertThat(Files.readAllBytes(pdf.path())).startsWith('%', 'P', 'D', 'F');
    }

    private void compare(Visitor reader, Hand hand) {
        reader.open("/documents/" + symbol);
        hand.press(".warning a[href$='" + symbol + "-Rev.1']");
        reader.arriveAt("/documents/" + symbol + "-Rev.1");
        hand.press("main a[href*='/documents/changes/']");
        reader.arriveAt("/documents/changes/" + symbol + "-Rev.1");
        assertThat(reader.page.locator("main del")).containsText("nine");
        assertThat(reader.page.locator("main ins")).containsText("twelve");
        assertThat(reader.page.locator("main")).containsText("Schools are next.");
    }
}
