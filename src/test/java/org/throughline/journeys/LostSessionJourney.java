package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Somebody whose session ends while typing does what the page says: signs in in another window, comes back,
/// presses the button once, and finds everything saved.
@ThroughlineTest
@ExtendWith(Chromium.class)
class LostSessionJourney {

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    @ParameterizedTest
    @CsvSource({"en,true", "ar,false"})
    void theButtonSavesAtTheFirstPress(String language, boolean script, Browser browser) {
        people.ensure();
        String slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        try (var visitor =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            visitor.signInAs("contributor");
            visitor.open("/calls/" + slug + "/answer");
            visitor.page.locator("main form button.btn-primary").click();
            visitor.page.locator("a[href$='/sections/I']").click();
            visitor.arriveAt("/sections/I");
            String section = visitor.path();
            visitor.page.locator("#a-q1").fill("Typed before the session was over.");
            visitor.page.context().clearCookies();
            visitor.page.locator("button[value=later]").click();
            visitor.page.locator(".typed").waitFor(attached());
            assertThat(visitor.tooWide()).isEmpty();
            Page door = visitor.page.waitForPopup(
                    () -> visitor.page.locator("main a[target=_blank]").click());
            door.waitForLoadState();
            assertThat(door.url()).contains("/sign-in?next=");
            door.navigate("http://localhost:" + port + visitor.in("/demo/people"));
            door.locator("form[action$='/demo/people/contributor'] button").click();
            door.locator(".site-person form").waitFor();
            door.close();
            visitor.page.locator("main form button.btn-primary").click();
            visitor.page.waitForURL(address -> !address.endsWith("/sections/I"));
            assertThat(visitor.page.locator(".typed").count()).isZero();
            visitor.page.navigate("http://localhost:" + port + section);
            assertThat(visitor.page.locator("#a-q1").inputValue()).isEqualTo("Typed before the session was over.");
        }
    }

    // The text is there, in a part of the page that is folded.
    private static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
