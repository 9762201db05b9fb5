package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.world.ThroughlineTest;

/// Looking after the register, in both writing directions.
@ThroughlineTest
@ExtendWith(Chromium.class)
class ModerationJourney {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageBreaksARule(String language, Browser browser) {
        TracedRegister register = TracedRegister.in(program);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            reader.signInAs("secretariat");
            Stream.concat(register.publicPages().stream(), register.deskPages().stream())
                    .forEach(path -> {
                        reader.open(path);
                        AxeJourney.check(reader, wrong);
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPageFitsAPhone(String language, Browser browser) {
        TracedRegister register = TracedRegister.in(program);
        List<String> wide = new ArrayList<>();
        try (var reader = Visitor.onAPhone(language, browser, port)) {
            reader.signInAs("secretariat");
            Stream.concat(register.publicPages().stream(), register.deskPages().stream())
                    .forEach(path -> {
                        reader.open(path);
                        if (!reader.tooWide().isEmpty()) wide.add(path + ": " + reader.tooWide());
                    });
        }
        assertThat(wide).isEmpty();
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void anEntryIsPublishedMergedAndTakenApartWithoutScript(String language, Browser browser) {
        TracedRegister register = TracedRegister.in(program);
        var published = program.getBean(PublishedProjects.class);
        try (var secretary = Visitor.withoutScript(language, browser, port)) {
            secretary.signInAs("secretariat");
            secretary.open("/stocktaking/desk?collection=" + register.slug());
            secretary.follow("/stocktaking/desk/" + register.waiting());
            secretary.page.locator("button[name=do][value=publish]").click();
            secretary.arriveAt("/stocktaking/desk/" + register.waiting());
            assertThat(secretary.page.locator(".notice").count()).isOne();
            assertThat(published.find(register.waiting())).isPresent();

            secretary.open("/stocktaking/desk/" + register.waiting() + "/merge?with=" + register.twin());
            secretary.page.locator("input[name=take-title][value=gone]").check();
            secretary.page.locator("main form button[type=submit]").click();
            secretary.page.waitForURL(address -> address.contains("/batches/"));
            assertThat(published.find(register.waiting()).orElseThrow().title()).contains("الشرقي");

            secretary.page.locator("form[action$='/undo'] button").click();
            secretary.page.waitForLoadState();
            assertThat(published.find(register.waiting()).orElseThrow().title()).doesNotContain("الشرقي");
        }
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aQuestionGoesBackByKeyboard(String language, Browser browser) {
        TracedRegister register = TracedRegister.in(program);
        try (var secretary = Visitor.reading(language, browser, port)) {
            secretary.signInAs("secretariat");
            secretary.open("/stocktaking/desk/" + register.waiting());
            secretary.page.locator("#reason").focus();
            secretary.page.keyboard().type("كم مدرسة؟");
            secretary.page.keyboard().press("Tab");
            secretary.page.keyboard().press("Enter");
            secretary.arriveAt("/stocktaking/desk/" + register.waiting());
            secretary.page.locator(".notice").waitFor();
            assertThat(secretary.page.locator(".warning").first().textContent()).contains("كم مدرسة؟");
        }
    }
}
