package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.world.ThroughlineTest;

/// On a phone somebody follows the chain of outputs and the road maps, by what is drawn and by what is written.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ChainJourney {

    private static final String HREF = "all => all.map(one => one.getAttribute('href'))";

    @LocalServerPort
    int port;

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatIsDrawnIsWrittenAndFitsAPhone(String language, Browser browser) {
        try (var reader = Visitor.onAPhone(language, browser, port)) {
            Page page = reader.page;
            reader.open("/chain?draw=whole");
            assertThat(drawn(reader)).isEqualTo(written(reader, "ol.timeline > li > div > a[href]"));
            table(reader);
            reader.follow("/chain/orphans");
            fits(reader);
            page.locator("section[aria-labelledby=unfounded] li a").first().click();
            page.waitForURL(address -> !address.endsWith("/orphans"));
            fits(reader);
            reader.open("/chain/summary-2025");
            assertThat(drawn(reader)).contains(reader.in("/chain/unga-80-173"));
            table(reader);
            page.locator("section[aria-labelledby=before] a[href*='/chain/']")
                    .first()
                    .click();
            page.waitForURL(address -> !address.endsWith("/summary-2025"));
            fits(reader);

            reader.open("/roadmaps");
            assertThat(drawn(reader)).isEqualTo(written(reader, "figure table a"));
            table(reader);
            filter(reader);
            page.locator("figure table a").last().click();
            page.waitForURL(address -> address.contains("/roadmaps/milestones/"));
            fits(reader);
            for (String other : List.of("/roadmaps/itu", "/groups/cwg-wsis-sdg")) {
                reader.open(other);
                table(reader);
            }
            for (String other :
                    List.of("/roadmaps/changes", "/roadmaps/action-lines", "/roadmaps/action-lines/C2", "/groups")) {
                reader.open(other);
                fits(reader);
            }
        }
    }

    // Where the parts of the picture lead.
    private static TreeSet<String> drawn(Visitor reader) {
        return written(reader, "figure svg a");
    }

    private static TreeSet<String> written(Visitor reader, String links) {
        var all = new TreeSet<String>();
        for (Object one : (List<?>) reader.page.locator(links).evaluateAll(HREF)) all.add((String) one);
        return all;
    }

    private static void table(Visitor reader) {
        Locator picture = reader.page.locator("figure svg");
        assertThat(picture.locator("title").first()).not().isEmpty();
        assertThat(picture.locator("desc").first()).not().isEmpty();
        for (Locator summary : reader.page.locator("figure summary").all()) summary.click();
        assertThat(reader.page.locator("main table tbody tr").first()).isVisible();
        fits(reader);
    }

    private static void filter(Visitor reader) {
        Page page = reader.page;
        page.locator("details.filters > summary").click();
        page.locator("input[name=track][value=general-assembly]").check();
        page.locator("details.filters button").click();
        page.waitForURL(address -> address.contains("track=general-assembly"));
        assertThat(drawn(reader)).isNotEmpty().isEqualTo(written(reader, "figure table a"));
        page.locator("figure summary").click();
        fits(reader);
    }

    private static void fits(Visitor reader) {
        assertThat(reader.tooWide()).as(reader.path()).isEmpty();
        assertThat(reader.page.evaluate("() => document.documentElement.scrollWidth === innerWidth"))
                .as(reader.path())
                .isEqualTo(true);
    }
}
