package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.world.ThroughlineTest;

/// An analyst writes a summary from nothing and publishes it: marks passages, gathers them under a theme, writes a
/// sentence, ties it, is refused by the gate, mends what it names, publishes.
@ThroughlineTest
@ExtendWith(Chromium.class)
class AnalystJourney {

    // Selects words inside an answer as a mouse does, whatever marks stand around them.
    private static final String SELECT = """
            words => {
              for (const text of document.querySelectorAll('.answer-text[data-answer]')) {
                const at = text.textContent.indexOf(words);
                if (at < 0) continue;
                const place = offset => {
                  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                    if (offset <= node.length) return [node, offset];
                    offset -= node.length;
                  }
                };
                document.getSelection().setBaseAndExtent(...place(at), ...place(at + words.length));
                return true;
              }
              return false;
            }""";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    TracedCall call;

    @BeforeEach
    void threePublishedInputs() {
        call = TracedCall.in(program);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void fromNothingToAPublishedSummary(String language, boolean script, Browser browser) {
        try (var analyst =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            Page page = analyst.page;
            analyst.signInAs("chair");
            String summary = begin(analyst);
            assertThat(page.locator(".numbers a")).hasCount(3);

            analyst.open(summary + "/inputs/1?stage=unused");
            mark(analyst, script, "connectivity grew", "Access");
            assertThat(page.locator("#answers mark")).hasText("connectivity grew");
            assertThat(page.locator("#theme option:checked")).containsText("Access");
            page.locator("a[rel=next]").click();
            analyst.arriveAt("/inputs/2");
            mark(analyst, script, "teachers before machines", "");
            page.locator("#marked .quote a.tag").first().waitFor();

            writeASentenceOnWhatIsGathered(analyst, summary);
            assertThat(page.locator("#rests")).containsText("2");
            beRefused(analyst, summary);
            tieTheThird(analyst, summary, script);
            publish(analyst, summary);
        }
    }

    private String begin(Visitor analyst) {
        analyst.open(call.path() + "/summaries");
        analyst.page.locator("#title").fill("What the inputs say");
        analyst.page.locator("#language").selectOption("en");
        analyst.page.locator("main form button").click();
        analyst.page.waitForURL(Pattern.compile(".*/summaries/[0-9a-f-]{36}"));
        String address = analyst.path();
        return address.substring(address.indexOf("/calls/"));
    }

    private void mark(Visitor analyst, boolean script, String words, String newTheme) {
        Page page = analyst.page;
        if (script) {
            assertThat(page.evaluate(SELECT, words)).isEqualTo(true);
            assertThat(page.locator("#words")).hasValue(words);
        } else {
            page.locator("#words").fill(words);
        }
        if (!newTheme.isEmpty()) page.locator("#newTheme").fill(newTheme);
        else
            page.locator("#theme")
                    .selectOption(page.locator("#theme option").last().getAttribute("value"));
        if (script) page.locator("#words").press("Control+Enter");
        else page.locator("#mark-form button").click();
        assertThat(page.locator("#answers mark").first()).containsText(words);
    }

    private void writeASentenceOnWhatIsGathered(Visitor analyst, String summary) {
        Page page = analyst.page;
        analyst.open(summary);
        page.locator(".work-theme a").click();
        page.waitForURL(Pattern.compile(".*/themes/[0-9a-f-]{36}"));
        for (Locator choice : page.locator("input[name=passage]").all()) choice.check();
        page.locator("#text").fill("All inputs tell of what changed.");
        page.locator("button[value=write]").click();
        assertThat(page.locator("h1")).containsText(Pattern.compile("[1١]"));
    }

    private void beRefused(Visitor analyst, String summary) {
        Page page = analyst.page;
        analyst.open(summary + "/publication");
        assertThat(page.locator("form[action$='/publication']")).hasCount(0);
        assertThat(page.locator("#publish-hint")).isVisible();
        assertThat(page.locator(".gate-findings mark")).hasText("All");
        assertThat(page.locator(".gate-reason strong")).containsText("All");
        assertThat(page.locator(".gate-reason .remedies a")).hasCount(4);
        page.locator(".remedies a[href$='#tie']").click();
        page.waitForURL(Pattern.compile(".*/sentences/[0-9a-f-]{36}#tie"));
    }

    private void tieTheThird(Visitor analyst, String summary, boolean script) {
        Page page = analyst.page;
        String sentence = page.url().replaceFirst(".*/sentences/([^#?]*).*", "$1");
        analyst.open(summary + "/inputs/3?stage=unused&sentence=" + sentence);
        assertThat(page.locator(".live")).containsText("2");
        if (script) {
            page.evaluate(SELECT, "وصلت الشبكات");
            page.locator("#mark-form button").click();
            assertThat(page.locator("#said")).not().isEmpty();
        } else {
            page.locator("#words").fill("وصلت … القرى");
            page.locator("#mark-form button").click();
        }
        assertThat(page.locator(".live .tag-open")).isVisible();
        analyst.open(summary);
        assertThat(page.locator(".numbers a")).hasCount(0);
        assertThat(page.locator("#gate .tag-open")).isVisible();
    }

    private void publish(Visitor analyst, String summary) {
        Page page = analyst.page;
        analyst.open(summary + "/preview");
        assertThat(page.locator(".sentence")).hasCount(1);
        analyst.open(summary + "/publication");
        page.locator("form[action$='/publication'] button").click();
        analyst.arriveAt(analyst.in(call.path() + "/summary"));
        assertThat(page.locator(".sentence p").first()).hasText("All inputs tell of what changed.");
    }

    @Test
    void movingAndTyingLeaveThePageWhereItStands(Browser browser) {
        try (var analyst = Visitor.reading("en", browser, port)) {
            Page page = analyst.page;
            analyst.signInAs("chair");
            String sentence = call.path() + "/summaries/" + call.work().summary() + "/sentences/"
                    + call.work().sentence();
            analyst.open(sentence);
            page.evaluate("() => { window.unchanged = true; }");
            page.locator("#tie input[name=passage]").check();
            page.locator("#tie form[method=post] button").click();
            assertThat(page.locator("#rests blockquote")).hasCount(2);
            assertThat(page.locator("#tie input[name=passage]")).hasCount(0);
            page.locator("#rests form button").first().click();
            assertThat(page.locator("#rests blockquote")).hasCount(1);
            assertThat(page.evaluate("() => window.unchanged")).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, onnectivity gre, connectivity grew", "3, صلت الشب, وصلت الشبكات"})
    void aSelectionGrowsToWholeWords(int input, String selected, String marked, Browser browser) {
        try (var analyst = Visitor.reading("en", browser, port)) {
            Page page = analyst.page;
            analyst.signInAs("chair");
            analyst.open(call.path() + "/summaries/" + call.work().summary() + "/inputs/" + input
                    + "?stage=all&question=q1");
            assertThat(page.evaluate(SELECT, selected)).isEqualTo(true);
            assertThat(page.locator("#words")).hasValue(marked);
            page.locator("#newTheme").fill("New");
            page.locator("#mark-form button").click();
            assertThat(page.locator("#said")).not().isEmpty();
            assertThat(page.locator("#marked")).containsText(marked);
            assertThat(page.locator("#steps a").last()).hasAttribute("href", Pattern.compile(".*theme=.*"));
        }
    }

    @Test
    void wordsThatStandNowhereAreRefusedWhereOneIs(Browser browser) {
        try (var analyst = Visitor.reading("en", browser, port)) {
            Page page = analyst.page;
            analyst.signInAs("chair");
            analyst.open(call.path() + "/summaries/" + call.work().summary() + "/inputs/1");
            page.locator("#words").fill("never said");
            page.locator("#mark-form button").click();
            assertThat(page.locator(".error-summary")).isFocused();
            assertThat(page.locator("#words")).hasValue("never said");
        }
    }
}
