package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.world.ThroughlineTest;

/// A reader goes from the front page to an input, to what became of it and back.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ReaderJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    TracedCall call;

    @BeforeEach
    void aCallWithASummary() {
        call = TracedCall.in(program);
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void fromTheFrontPageToASentenceAndBack(String language, boolean script, Browser browser) {
        try (var reader =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            reader.open("/");
            reader.follow("/calls");
            reader.follow(call.path());
            reader.follow(call.path() + "/inputs");
            chooseAndSearch(reader);
            reader.follow(call.path() + "/inputs/1");
            assertThat(reader.page.locator("h1").innerText()).isEqualTo("Example Society");
            followThePassageToItsSentence(reader);
            openTheSourcesOfTheSentence(reader);
            reader.open(call.path());
            reader.follow(call.path() + "/statistics");
            assertThat(reader.page.locator("figure.chart svg").count()).isPositive();
        }
    }

    private void chooseAndSearch(Visitor reader) {
        Locator lines = reader.page.locator("main .list-plain > li");
        assertThat(lines.count()).isEqualTo(3);
        reader.page.locator(".facet a[href*='country=KE']").click();
        reader.page.waitForURL(address -> address.contains("country=KE"));
        assertThat(lines.count()).isEqualTo(2);
        assertThat(reader.page.locator(".facet a[aria-current=true]").count()).isOne();
        reader.page.locator("#q").fill("connectivity");
        reader.page.locator("main form[role=search] button").click();
        reader.page.waitForURL(address -> address.contains("q=connectivity"));
        assertThat(lines.count()).isOne();
    }

    private void followThePassageToItsSentence(Visitor reader) {
        reader.page.locator("mark a.marked").click();
        assertThat(reader.page.url()).contains("#line-");
        reader.page.locator("ol.uses a").click();
        reader.arriveAt(reader.in(call.path() + "/summary"));
        assertThat(reader.page.url()).contains("#s");
    }

    private void openTheSourcesOfTheSentence(Visitor reader) {
        Locator sentence = reader.page.locator(".sentence").first();
        assertThat(sentence.locator("blockquote").first().isVisible()).isFalse();
        sentence.locator("summary").click();
        assertThat(sentence.locator("blockquote"))
                .satisfies(quotes -> assertThat(quotes.first().isVisible()).isTrue());
        assertThat(sentence.locator("blockquote p[lang=ar]").getAttribute("dir"))
                .isEqualTo("rtl");
        sentence.locator("blockquote footer a").first().click();
        reader.arriveAt(reader.in(call.path() + "/inputs/1"));
        assertThat(reader.page.url()).contains("#passage-q1-");
        Locator passage = reader.page.locator("mark:has(:target)");
        assertThat(passage.innerText()).isEqualTo("connectivity grew");
        assertThat(passage.evaluate(
                        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"))
                .isEqualTo(true);
        assertThat(passage.evaluate("e => getComputedStyle(e).outlineStyle")).isEqualTo("solid");
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void onAPhoneTheListComesBeforeItsFilters(String language, Browser browser) {
        try (var phone = Visitor.onAPhone(language, browser, port)) {
            phone.open(call.path() + "/inputs?country=KE");
            assertThat(height(phone)).isLessThan(140);
            assertThat(phone.page.locator("main .list-plain > li").first().boundingBox().y)
                    .isLessThan(800);
            Locator filters = phone.page.locator("details.filters > summary");
            assertThat(filters.innerText()).containsAnyOf("1", "واحد");
            Locator facet = phone.page.locator(".facet a").first();
            assertThat(facet.isVisible()).isFalse();
            filters.press("Enter");
            assertThat(facet.isVisible()).isTrue();
            Locator menu = phone.page.locator(".site-menu > summary");
            assertThat(phone.page.locator(".site-languages").isVisible()).isFalse();
            menu.press("Enter");
            assertThat(phone.page.locator(".site-languages").isVisible()).isTrue();
        }
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void onAWideScreenNothingIsFolded(String language, Browser browser) {
        try (var reader = Visitor.withoutScript(language, browser, port)) {
            reader.signInAs("chair");
            reader.open(call.path() + "/inputs");
            assertThat(reader.page.locator(".facet a").first().isVisible()).isTrue();
            assertThat(reader.page.locator("details.filters > summary").isVisible())
                    .isFalse();
            assertThat(reader.page.locator(".site-languages").isVisible()).isTrue();
            assertThat(reader.page.locator(".site-menu > summary").isVisible()).isFalse();
            // The strip of the demonstration, and two lines for whoever is signed in and has work to do.
            assertThat(height(reader)).isLessThan(140);
        }
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, en, In your time zone: ", "Asia/Tokyo, ar, بتوقيتكم المحلي: ", "Europe/Zurich, en, ''"})
    void deadlinesAreSaidInTheReadersTimeToo(String zone, String language, String words, Browser browser) {
        try (var reader = Visitor.readingIn(zone, language, browser, port)) {
            reader.open(call.path());
            Locator here = reader.page.locator("[data-here]").first();
            assertThat(here.innerText().strip()).startsWith(words.strip());
            assertThat(here.innerText().isBlank()).isEqualTo(words.isEmpty());
        }
    }

    private static double height(Visitor reader) {
        return reader.page.locator(".site-header").boundingBox().height;
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPublicPageIsWiderThanAPhoneThatLoadsIt(String language, Browser browser) {
        List<String> wide = new ArrayList<>();
        try (var reader = Visitor.onAPhone(language, browser, port)) {
            Stream.concat(call.publicPages().stream(), call.formPages().stream())
                    .forEach(path -> look(reader, path, wide));
        }
        assertThat(wide).isEmpty();
    }

    private static void look(Visitor reader, String path, List<String> wide) {
        reader.open(path);
        String found = reader.tooWide();
        if (!found.isEmpty()) wide.add(reader.in(path) + ": " + found);
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theKeyboardAloneGetsToTheContent(String language, Browser browser) {
        try (var reader = Visitor.reading(language, browser, port)) {
            reader.open(call.path() + "/inputs");
            reader.page.keyboard().press("Tab");
            assertThat(focused(reader, "e.className")).isEqualTo("skip-link");
            assertThat(focused(reader, "String(e.getBoundingClientRect().top >= 0)"))
                    .isEqualTo("true");
            for (int i = 0; i < 6; i++) {
                assertThat(focused(reader, "getComputedStyle(e).outlineStyle + ' ' + getComputedStyle(e).outlineWidth"))
                        .isEqualTo("solid 3px");
                reader.page.keyboard().press("Tab");
            }
            reader.open(call.path() + "/inputs");
            reader.page.keyboard().press("Tab");
            reader.page.keyboard().press("Enter");
            assertThat(focused(reader, "e.id")).isEqualTo("content");
            reader.page.keyboard().press("Tab");
            assertThat(focused(reader, "String(e.closest('main') !== null)")).isEqualTo("true");
        }
    }

    private static String focused(Visitor reader, String what) {
        return (String) reader.page.evaluate("() => { const e = document.activeElement; return " + what + "; }");
    }
}
