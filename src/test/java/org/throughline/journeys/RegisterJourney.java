package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.search.SearchMaintenance;
import org.throughline.world.ThroughlineTest;

/// A reader looks for projects by words and facets, sees the same result in four ways, and reads one.
@ThroughlineTest
@ExtendWith(Chromium.class)
class RegisterJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    RegisterPages projects;

    @BeforeEach
    void someProjects() {
        projects = RegisterPages.in(program);
        assertThat(program.getBean(SearchMaintenance.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void fromTheFrontPageToAProjectAndWhatIsLikeIt(String language, boolean script, Browser browser) {
        try (var reader =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            reader.open("/");
            reader.follow("/stocktaking");
            reader.page.locator("#q").fill("schols");
            reader.page.locator("main form[role=search] button").click();
            reader.page.waitForURL(address -> address.contains("q=schols"));
            assertThat(reader.page.locator("main .list-plain mark").first().innerText())
                    .isEqualToIgnoringCase("schools");
            reader.page.locator("#facet-country a[href*='country=KE']").click();
            reader.page.waitForURL(address -> address.contains("country=KE"));
            for (String view : List.of("table", "map", "matrix")) {
                reader.page.locator(".ways a[href*='view=" + view + "']").click();
                reader.page.waitForURL(address -> address.contains("view=" + view));
                assertThat(reader.page.locator("main table").count()).isPositive();
                assertThat(reader.page.url()).contains("q=schols", "country=KE");
            }
            Locator cell = reader.page.locator("svg a[href*='actionLine=C2'][href*='sdg=4']");
            reader.page.navigate("http://localhost:" + port + cell.getAttribute("href"));
            reader.open("/stocktaking?q=Kisumu&country=KE");
            reader.follow("/stocktaking/" + projects.english());
            assertThat(reader.page.locator("h1").innerText()).isEqualTo("Solar schools of Kisumu");
            assertThat(reader.page.locator("h1").getAttribute("lang")).isEqualTo("en");
            assertThat(reader.page.locator("p.light").innerText()).contains("●");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageOfTheRegisterBreaksARuleOrIsWiderThanAPhone(String language, Browser browser) {
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            for (String path : projects.publicPages()) {
                reader.page.setViewportSize(1280, 800);
                reader.open(path);
                AxeJourney.check(reader, wrong);
                reader.page.setViewportSize(360, 740);
                reader.open(path);
                Object wide = reader.page.evaluate("() => document.documentElement.scrollWidth");
                if (((Number) wide).intValue() > 360) wrong.add(path + " is " + wide + " pixels wide");
            }
        }
        assertThat(wrong).isEmpty();
    }
}
