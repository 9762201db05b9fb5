package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.mail.DemoMail;
import org.throughline.world.ThroughlineTest;

/// Following the register and writing to members, in both writing directions and without script.
@ThroughlineTest
@ExtendWith(Chromium.class)
class NoticesJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Test
    void somebodyWithoutAnAccountFollowsACountryAndStops(Browser browser) {
        String address = "j" + UUID.randomUUID() + "@example.org";
        try (var visitor = Visitor.withoutScript("ar", browser, port)) {
            visitor.open("/follow?country=KE");
            visitor.page.locator("#rhythm-0").check();
            visitor.page.locator("#email").fill(address);
            visitor.page.locator("main form button[type=submit]").click();
            assertThat(visitor.page.locator("h1").textContent()).isEqualTo("تفقّد بريدك");
            String mail =
                    program.getBean(DemoMail.class).newest(address).getFirst().text();
            visitor.open(path(mail));
            visitor.page.locator("main form button").click();
            visitor.page.waitForURL(url -> url.contains("/by-mail/follows/"));
            assertThat(visitor.page.locator("main .follows li").count()).isOne();
            visitor.page.locator("form[action$='/stop'] button").click();
            visitor.page.waitForURL(url -> !url.contains("confirmed"));
            assertThat(visitor.page.locator("form[action$='/return']").count()).isOne();
        }
    }

    private static String path(String mail) {
        Matcher link =
                Pattern.compile("https?://[^/\\s]+(?:/ar)?(/by-mail/\\S+)").matcher(mail);
        if (!link.find()) throw new AssertionError("No link in the mail");
        return link.group(1);
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageBreaksARuleAndEachFitsAPhone(String language, Browser browser) {
        NoticePages notices = NoticePages.in(program);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port);
                var phone = Visitor.onAPhone(language, browser, port)) {
            notices.openPages().forEach(page -> look(reader, phone, page, wrong));
            reader.signInAs("secretariat");
            phone.signInAs("secretariat");
            notices.deskPages().forEach(page -> look(reader, phone, page, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Visitor reader, Visitor phone, String page, List<String> wrong) {
        reader.open(page);
        AxeJourney.check(reader, wrong);
        phone.open(page);
        if (!phone.tooWide().isEmpty()) wrong.add("\n" + page + ": " + phone.tooWide());
    }
}
