package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Reception;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.PublicLog;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Somebody who has a receipt and an old checkpoint checks them on the page, with and without script.
@ThroughlineTest
@ExtendWith(Chromium.class)
class VerifierJourney {

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog log;

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, false"})
    void aReceiptAndAnOldCheckpointHold(String language, boolean script, Browser browser) {
        CallId call = SmallCall.open(calls, SmallCall.freshSlug());
        String receipt = ledger.receipt(send(call), null).toJson();
        String old = log.newest().note();
        send(call);
        send(call);
        try (var reader =
                script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port)) {
            Page page = reader.page;
            reader.open("/data/verify");
            page.locator("#text").fill(receipt);
            page.locator("form[action$='/data/verify'] button").click();
            assertThat(page.locator(".notice[role=status]")).isVisible();
            assertThat(page.locator(".list-plain .tag-warn")).hasCount(0);

            page.locator("#text").fill(receipt.replaceFirst("(?<member>\"number\"\\s*:\\s*)1", "${member}2"));
            page.locator("form[action$='/data/verify'] button").click();
            assertThat(page.locator(".warning[role=status]")).isVisible();

            page.locator("#first").fill(old);
            page.locator("form[action$='/checkpoints'] button").click();
            assertThat(page.locator(".notice[role=status]")).isVisible();
            assertThat(page.locator(".list-plain .tag-open").first()).isVisible();

            // Run by itself, this test may have found a log of one entry.
            String otherSize = old.contains("\n1\n") ? "2" : "1";
            page.locator("#first").fill(old.replaceFirst("(?m)^(\\d+)$", otherSize));
            page.locator("form[action$='/checkpoints'] button").click();
            assertThat(page.locator(".warning[role=status]")).isVisible();
        }
    }

    private org.throughline.ledger.EntryId send(CallId call) {
        var someone = new Actor(UUID.randomUUID(), "Amina", java.util.Set.of());
        return inputs.submit(call, SmallCall.input("To be checked."), Reception.form(UUID.randomUUID(), "en"), someone)
                .entry();
    }
}
