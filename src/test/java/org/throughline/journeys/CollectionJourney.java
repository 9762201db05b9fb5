package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;

/// The register of another process, from nothing: the secretariat makes it with a form and a vocabulary of its own,
/// somebody enters a project, the secretariat publishes it, and a reader looks it up by what only this form asks.
/// All of it without script, in both writing directions.
@ThroughlineTest
@ExtendWith(Chromium.class)
class CollectionJourney {

    private static final String FORM = """
            {"sections": [
              {"code": "river", "title": {"en": "The river", "ar": "النهر"}, "fields": [
                {"code": "title", "kind": "short-text", "label": {"en": "Name", "ar": "الاسم"}, "required": true},
                {"code": "habitat", "kind": "single-choice", "label": {"en": "Habitat", "ar": "الموئل"}, "required": true,
                 "choices": [{"code": "delta", "label": {"en": "Delta", "ar": "دلتا"}},
                             {"code": "spring", "label": {"en": "Spring", "ar": "نبع"}}]},
                {"code": "uses", "kind": "multiple-choice", "label": {"en": "Uses", "ar": "الاستخدامات"},
                 "choices": [{"code": "fishing", "label": {"en": "Fishing", "ar": "صيد"}},
                             {"code": "transport", "label": {"en": "Transport", "ar": "نقل"}}]}]}]}""";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aRegisterIsMadeFilledAndLookedUpByItsOwnVocabulary(String language, Browser browser) {
        program.getBean(DemoPeople.class).ensure();
        boolean arabic = language.equals("ar");
        String slug = "rivers-" + UUID.randomUUID().toString().substring(0, 8);
        String list = "/collections/" + slug;
        String title = arabic ? "دلتا النيل " + slug : "The great delta " + slug;
        try (var secretary = Visitor.withoutScript(language, browser, port)) {
            secretary.signInAs("secretariat");
            secretary.open("/collections");
            secretary.follow("/collections/new");
            secretary.page.locator("#slug").fill(slug);
            secretary.page.locator("#form").fill("{");
            secretary.page.locator("main form button[type=submit]").click();
            assertThat(secretary.page.locator(".error-summary a").count()).isGreaterThanOrEqualTo(2);
            assertThat(secretary.page.locator("#slug").inputValue()).isEqualTo(slug);
            secretary.page.locator("#name-en").fill("Register of rivers");
            secretary.page.locator("#name-ar").fill("سجل الأنهار");
            secretary.page.locator("#form").fill(FORM);
            secretary.page.locator("main form button[type=submit]").click();
            secretary.arriveAt(list);
            assertThat(secretary.page.locator("h1").innerText())
                    .isEqualTo(arabic ? "سجل الأنهار" : "Register of rivers");

            enter(browser, language, list, title);

            secretary.open("/stocktaking/desk?collection=" + slug);
            secretary.page.locator("tbody th a").first().click();
            secretary.page.locator("button[name=do][value=publish]").click();
            secretary.page.locator(".notice").waitFor();
        }
        try (var reader = Visitor.withoutScript(language, browser, port)) {
            reader.open(list);
            reader.page.locator("section[id='facet-own.habitat'] a").click();
            reader.page.waitForURL(url -> url.contains("own.habitat=delta"));
            assertThat(reader.page.locator("main").innerText()).contains(title, arabic ? "دلتا" : "Delta");
            reader.open(list + "?own.habitat=spring");
            assertThat(reader.page.locator("main").innerText()).doesNotContain(title);
            reader.open(list + "?own.uses=transport&own.uses=fishing&own.habitat=delta");
            assertThat(reader.page.locator("main").innerText()).contains(title);
        }
        noRuleIsBroken(browser, language, list);
    }

    private void enter(Browser browser, String language, String list, String title) {
        try (var contributor = Visitor.withoutScript(language, browser, port)) {
            contributor.signInAs("contributor");
            contributor.open(list);
            contributor.follow(list + "/new");
            contributor.page.locator("main form button[type=submit]").click();
            contributor.page.waitForURL(url -> url.contains("/sections/river"));
            contributor.page.locator("#a-title").fill(title);
            contributor.page.locator("input[value='delta']").check();
            contributor.page.locator("input[value='fishing']").check();
            next(contributor);
            for (int step = 0; step < 4 && !contributor.page.url().endsWith("/check"); step++) {
                if (contributor.page.url().endsWith("/consent")) {
                    for (var use : contributor.page.locator("fieldset").all())
                        use.locator("input[type=radio]").first().check();
                    contributor.page.locator("#consent-declared").check();
                }
                next(contributor);
            }
            contributor.page.locator("form[action$='/sending'] button").click();
            contributor.page.waitForURL(url -> !url.contains("/drafts/"));
            assertThat(contributor.page.locator(".error-summary").count()).isZero();
        }
    }

    private static void next(Visitor visitor) {
        String before = visitor.page.url();
        // The first is the one that the enter key presses.
        visitor.page.locator("button[name=action][value=continue]").last().click();
        visitor.page.waitForURL(url -> !url.equals(before));
    }

    private void noRuleIsBroken(Browser browser, String language, String list) {
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port);
                var phone = Visitor.onAPhone(language, browser, port)) {
            for (String path : List.of(list, list + "?own.habitat=delta", list + "/new", "/collections")) {
                reader.open(path);
                AxeJourney.check(reader, wrong);
                phone.open(path);
                if (!phone.tooWide().isEmpty()) wrong.add("\n" + path + ": " + phone.tooWide());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
