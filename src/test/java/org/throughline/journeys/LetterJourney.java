package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.letters.CircularKind;
import org.throughline.letters.SmallLetter;
import org.throughline.world.ThroughlineTest;

/// The secretariat asks by a circular letter; a focal point answers on a phone by the link of the mail, changes the
/// answer, and reads in the result how all were counted.
@ThroughlineTest
@ExtendWith(Chromium.class)
class LetterJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Test
    void fromTheQuestionToTheResult(Browser browser) {
        program.getBean(DemoPeople.class).ensure();
        SmallLetter small = SmallLetter.made(program, CircularKind.INFORMATION, 3, 2, null);
        try (var secretariat = Visitor.reading("en", browser, port);
                var focalPoint = Visitor.onAPhone("ar", browser, port)) {
            secretariat.signInAs("secretariat");
            UUID letter = write(secretariat, small.addresseeClass());
            String path = send(secretariat);
            answer(focalPoint, SmallLetter.word(program, SmallLetter.address(small.mark(), 0)));

            focalPoint.open(path);
            assertThat(focalPoint.page.locator("main")).not().containsText("نوافق");
            SmallLetter.close(program, letter);
            focalPoint.open(path);
            assertThat(focalPoint
                            .page
                            .locator("section[aria-labelledby=replies] td")
                            .first())
                    .containsText("نوافق");
            assertThat(focalPoint.tooWide()).isEmpty();
            tally(focalPoint);

            note(secretariat, letter);
            focalPoint.open(path);
            focalPoint.follow(path + "/notes/1");
            assertThat(focalPoint.page.locator("#decision + div")).hasText("The meeting is held remotely.");
            tally(focalPoint);
            assertThat(focalPoint.tooWide()).isEmpty();
        }
    }

    private static UUID write(Visitor secretariat, String addresseeClass) {
        Page page = secretariat.page;
        secretariat.open("/letters");
        secretariat.follow("/letters/desk");
        page.locator("input[name=kind][value=decision]").check();
        page.locator("section[aria-labelledby=new] button").click();
        page.waitForURL(Pattern.compile(".*/letters/desk/[0-9a-f-]{36}(/edit)?"));
        String letter = secretariat.path().replaceFirst(".*/desk/([^/]+).*", "$1");
        secretariat.open("/letters/desk/" + letter + "/edit");
        page.locator("#subject-en").fill("How to meet");
        page.locator("#place-en").fill("Geneva");
        page.locator("#body-en").fill("Please tell us how to meet.");
        page.locator("#proposal-en").fill("That the next meeting be held remotely");
        page.locator("#function-en").fill("Director");
        page.locator("#signatory").fill("A. Director");
        page.locator("input[name=classes][value=" + addresseeClass + "]").check();
        page.locator("input[name=rule][value=simple-majority]").check();
        page.locator("#closes-date").fill(LocalDate.now().plusDays(30).toString());
        page.locator("#closes-time").fill("18:00");
        page.locator("input[name=replies]").check();
        page.locator("#contact-name").fill("The secretariat");
        page.locator("#contact-email").fill("secretariat@example.org");
        page.locator("input[name=open]").check();
        page.locator("main form button.btn-primary").click();
        secretariat.arriveAt("/letters/desk/" + letter);
        return UUID.fromString(letter);
    }

    private String send(Visitor secretariat) {
        Page page = secretariat.page;
        Locator facts = page.locator("section[aria-labelledby=dispatch] dd");
        assertThat(facts.first()).containsText("3");
        assertThat(facts.nth(1)).containsText("18:00");
        page.locator("form[action$='/dispatch'] button").click();
        Locator shown = page.locator("main a[href^='/letters/CL-']");
        assertThat(shown).isVisible();
        SmallLetter.run(program);
        return shown.getAttribute("href");
    }

    private static void answer(Visitor focalPoint, String word) {
        Page page = focalPoint.page;
        String address = "/by-mail/circular/" + word;
        focalPoint.open(address);
        assertThat(focalPoint.tooWide()).isEmpty();
        page.locator("form[action$='/acknowledgement'] button").click();
        assertThat(page.locator("form[action$='/acknowledgement']")).hasCount(0);
        page.locator("#statement").fill("نوافق");
        page.locator("form[action$='/reply'] button").click();
        assertThat(page.locator(".error-summary a[href='#choice']")).hasCount(1);
        assertThat(page.locator("#statement")).hasValue("نوافق");
        page.locator("input[name=choice][value=reject]").check();
        page.locator("#language").selectOption("ar");
        page.locator("form[action$='/reply'] button").click();
        focalPoint.arriveAt(address);
        page.locator("input[name=choice][value=approve]").check();
        page.locator("form[action$='/reply'] button").click();
        assertThat(page.locator("input[name=choice][value=approve]")).isChecked();
        assertThat(focalPoint.tooWide()).isEmpty();
    }

    private static void note(Visitor secretariat, UUID letter) {
        Page page = secretariat.page;
        secretariat.open("/letters/desk/" + letter);
        page.locator("#decision-en").fill("The meeting is held remotely.");
        page.locator("form[action$='/notes'] button.btn-primary").click();
        assertThat(page.locator("form[action$='/notes/1/dispatch']")).hasCount(1);
    }

    // Three were asked, two could be written to, one answered and agreed.
    private static void tally(Visitor reader) {
        assertThat(reader.page.locator("section[aria-labelledby=figures] td.number").allInnerTexts().stream()
                        .map(Integer::valueOf))
                .containsExactly(3, 2, 1, 1, 1, 0, 0, 2, 0);
        assertThat(reader.page.locator("section[aria-labelledby=rule] li").first())
                .isVisible();
    }
}
