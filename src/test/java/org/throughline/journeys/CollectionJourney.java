package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
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
            begin(secretary, slug);
            writeTheForm(secretary, list);
            onlyTheSecretariatSees(browser, language, list);
            secretary.open(list);
            secretary.arriveAt(list + "/edit");
            secretary.page.locator("form[action$='/opening'] button").click();
            secretary.page.locator("form[action$='/closing']").waitFor();
            secretary.open(list);
            assertThat(secretary.page.locator("h1").innerText())
                    .isEqualTo(arabic ? "سجل الأنهار" : "Register of rivers");
            assertThat(secretary
                            .page
                            .locator("nav.ways a[href$='/form'], nav.ways a[href$='/preview']")
                            .count())
                    .isEqualTo(2);

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

    private static void begin(Visitor secretary, String slug) {
        secretary.open("/collections");
        secretary.follow("/collections/new");
        secretary.page.locator("#slug").fill(slug);
        secretary.page.locator("#from").selectOption("short");
        secretary.page.locator("form[action$='/collections/new'] button").click();
        assertThat(secretary.page.locator(".error-summary a").count()).isEqualTo(1);
        assertThat(secretary.page.locator("#slug").inputValue()).isEqualTo(slug);
        secretary.page.locator("#name-en").fill("Register of rivers");
        typeArabic(secretary, "#name-ar", "سجل الأنهار");
        secretary.page.locator("form[action$='/collections/new'] button").click();
        secretary.arriveAt("/collections/" + slug + "/form");
    }

    // A language that is folded opens when its name is pressed.
    private static void typeArabic(Visitor secretary, String control, String words) {
        if (!secretary.page.locator(control).isVisible())
            secretary.page.locator("summary:has(span[lang=ar])").click();
        secretary.page.locator(control).fill(words);
    }

    // Two fields of its own and one of the standard form, put in order, looked at and saved.
    private static void writeTheForm(Visitor secretary, String list) {
        add(secretary, list, "single-choice");
        secretary.page.locator("#label-en").fill("Habitat");
        typeArabic(secretary, "#label-ar", "الموئل");
        keep(secretary);
        // What is missing is said where it is to be written, and what was typed stays.
        secretary.page.locator("#choices-en[aria-invalid=true]").waitFor();
        assertThat(secretary.page.locator("#label-en").inputValue()).isEqualTo("Habitat");
        secretary.page.locator("#choices-en").fill("Delta\nSpring");
        typeArabic(secretary, "#choices-ar", "دلتا\nنبع");
        secretary.page.locator("#required").check();
        keep(secretary);
        add(secretary, list, "multiple-choice");
        secretary.page.locator("#label-en").fill("Uses");
        typeArabic(secretary, "#label-ar", "الاستخدامات");
        secretary.page.locator("#choices-en").fill("Fishing\nTransport");
        typeArabic(secretary, "#choices-ar", "صيد\nنقل");
        keep(secretary);
        secretary.page.locator("button[value='field-up:uses']").click();
        secretary.page.locator("form[action$='/standard'] select[name=code]").selectOption("countries");
        secretary.page.locator("form[action$='/standard'] button").click();
        secretary.page.locator("#field-countries").waitFor();
        assertThat(secretary.page.locator("li[id^='field-']").evaluateAll("all => all.map(one => one.id).join()"))
                .isEqualTo("field-title,field-uses,field-habitat,field-countries");
        secretary.follow(list + "/preview");
        assertThat(secretary
                        .page
                        .locator("fieldset[disabled] input[value='delta']")
                        .count())
                .isEqualTo(1);
        secretary.follow(list + "/form");
        secretary
                .page
                .locator("form[action$='/version'] button:not([formaction])")
                .click();
        secretary.page.locator("p#save").waitFor();
    }

    private static void add(Visitor secretary, String list, String kind) {
        secretary.page.locator("#kind").selectOption(kind);
        secretary.page.locator("form[method=get][action$='/form/field'] button").click();
        secretary.page.waitForURL(url -> url.contains(list + "/form/field"));
    }

    private static void keep(Visitor secretary) {
        secretary
                .page
                .locator("form[method=post][action$='/form/field'] button")
                .click();
    }

    private void onlyTheSecretariatSees(Browser browser, String language, String list) {
        try (var reader = Visitor.withoutScript(language, browser, port)) {
            reader.open("/collections");
            assertThat(reader.page.locator("a[href*='" + list + "']").count()).isZero();
            for (String path : List.of(list, list + "/new", list + "/form.json", list + ".csv"))
                assertThat(reader.page
                                .request()
                                .get(URI.create(reader.page.url())
                                        .resolve(reader.in(path))
                                        .toString())
                                .status())
                        .as(path)
                        .isEqualTo(404);
        }
    }

    private void enter(Browser browser, String language, String list, String title) {
        try (var contributor = Visitor.withoutScript(language, browser, port)) {
            contributor.signInAs("contributor");
            contributor.open(list);
            contributor.follow(list + "/new");
            contributor.page.locator("main form button[type=submit]").click();
            contributor.page.waitForURL(url -> url.contains("/sections/project"));
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
