package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.calls.Calls;
import org.throughline.mail.DemoMail;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Somebody without a password begins on one machine, without script, and goes on at another, by links in mails
/// alone.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ResumeJourney {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoMail mail;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aDraftIsFoundAgainByMail(String language, Browser browser) {
        String slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        String address = "r" + UUID.randomUUID() + "@example.net";
        try (var first = Visitor.withoutScript(language, browser, port)) {
            first.open("/calls/" + slug + "/answer");
            comeInByMail(first, address);
            first.page.locator("#name").fill("Nadia Example");
            first.page.locator("main form button[type=submit]").click();
            assertThat(first.path()).isEqualTo(first.in("/calls/" + slug + "/answer"));
            first.page.locator("main form button.btn-primary").click();
            first.page.locator("a[href$='/sections/I']").click();
            first.page.locator("#a-q1").fill("Begun on one machine.");
            first.page.locator("button[value=later]").click();
            first.page.locator("form[action$='/link'] button").click();
            assertThat(first.page.locator(".notice").count()).isOne();
        }
        String wayBack = linkTo(address);
        assertThat(wayBack).contains("/resume?code=");
        if (!language.equals("en")) assertThat(wayBack).startsWith("/" + language + "/");
        try (var second = Visitor.onAPhone(language, browser, port)) {
            second.open(wayBack.replaceFirst("^/ar", ""));
            comeInByMail(second, address);
            second.page.locator("main form button[type=submit]").click();
            assertThat(second.path()).startsWith(second.in("/calls/" + slug + "/answer/"));
            second.page.locator("a[href$='/sections/I']").click();
            assertThat(second.page.locator("#a-q1").inputValue()).isEqualTo("Begun on one machine.");
            assertThat(second.tooWide()).isEmpty();
        }
    }

    private void comeInByMail(Visitor visitor, String address) {
        visitor.page.locator("#link-email").fill(address);
        visitor.page.locator("form[action$='/sign-in/link'] button").click();
        Page page = visitor.page;
        page.navigate("http://localhost:" + port + linkTo(address));
        assertThat(page.locator("h1").innerText()).isNotBlank();
    }

    private String linkTo(String address) {
        var link = LINK.matcher(mail.newest(address).getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
