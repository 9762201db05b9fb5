package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.PublicLog;
import org.throughline.ledger.Verification;
import org.throughline.ledger.Verifier;
import org.throughline.ledger.VerifierKey;
import org.throughline.platform.Messages;
import org.throughline.world.ThroughlineTest;

/// Somebody opens the page, loses the line, and verifies all the same: the browser says in every case what the program
/// says, word for word, and asks nobody.
@ThroughlineTest
@ExtendWith(Chromium.class)
class OfflineJourney {

    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog log;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Messages messages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void withoutALineTheBrowserSaysWhatTheProgramSays(String language, Browser browser) {
        Map<String, String> files = VerifierFiles.of(ledger, log, transactions);
        assertThat(files.entrySet().stream()
                        .filter(file -> verification(file.getValue()).holds())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("genuine receipt", "receipt without content", "genuine checkpoints");
        try (var reader = Visitor.reading(language, browser, port)) {
            List<String> requests = cutTheLine(reader);
            files.forEach((name, json) -> {
                verify(reader.page, json);
                said(reader.page, name, language, verification(json));
            });
            assertThat(requests).isEmpty();
            List<String> wrong = new ArrayList<>();
            AxeJourney.check(reader, wrong);
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whatIsNoReceiptIsRefusedOnThePage(Browser browser) {
        try (var reader = Visitor.reading("en", browser, port)) {
            List<String> requests = cutTheLine(reader);
            Page page = reader.page;
            page.locator("form[data-verifier] button").click();
            assertThat(page.locator(".error-summary")).isFocused();
            assertThat(page.locator("#receipt-error")).containsText("Choose a file");
            String twice = "{\"type\": \"throughline-receipt/1\", \"type\": \"throughline-receipt/1\"}";
            for (String text : List.of("x", "[]", "{\"type\": \"other\"}", twice, "PK\u0003\u0004")) {
                page.locator("#text").fill(text);
                page.locator("form[data-verifier] button").click();
                assertThat(page.locator(".error-summary a")).hasCount(1);
                assertThat(page.locator("#text-error")).containsText("This is not a receipt");
                assertThat(page.locator("#text")).hasAttribute("aria-invalid", "true");
            }
            List<String> wrong = new ArrayList<>();
            AxeJourney.check(reader, wrong);
            assertThat(wrong).isEmpty();
            give(page, new byte[1024 * 1024 + 1]);
            assertThat(page.locator("#receipt-error")).containsText("A receipt has at most 1 MB");
            verify(page, VerifierFiles.of(ledger, log, transactions).get("genuine receipt"));
            assertThat(page.locator(".error-summary, .field-error, [aria-invalid]"))
                    .hasCount(0);
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void aSummaryGoesToTheServer(Browser browser) {
        String summary =
                "{\"type\": \"throughline-edition/1\", \"edition\": 1, \"hash\": \"\", \"sections\": [], \"call\": \"x\"}";
        try (var reader = Visitor.reading("en", browser, port)) {
            reader.open("/data/verify");
            assertThat(reader.page.locator("[data-in-browser]")).isVisible();
            give(reader.page, summary.getBytes(StandardCharsets.UTF_8));
            assertThat(reader.page.locator("#result a[href='/data/verify']")).isVisible();
            assertThat(reader.page.locator("#result ol")).containsText("Edition");
        }
    }

    @Test
    void withoutEd25519TheServerAnswers(Browser browser) {
        String receipt = VerifierFiles.of(ledger, log, transactions).get("genuine receipt");
        try (var reader = Visitor.reading("en", browser, port)) {
            reader.page.addInitScript("crypto.subtle.generateKey = () => Promise.reject(new Error('unknown'))");
            reader.open("/data/verify");
            give(reader.page, receipt.getBytes(StandardCharsets.UTF_8));
            assertThat(reader.page.locator("#result a[href='/data/verify']")).isVisible();
            assertThat(reader.page.locator("[data-in-browser]")).isHidden();
            said(reader.page, "genuine receipt", "en", verification(receipt));
        }
    }

    private static List<String> cutTheLine(Visitor reader) {
        reader.open("/data/verify");
        assertThat(reader.page.locator("[data-in-browser]")).isVisible();
        List<String> requests = new ArrayList<>();
        reader.page.onRequest(request -> requests.add(request.url()));
        reader.goOffline();
        return requests;
    }

    private static void verify(Page page, String json) {
        page.evaluate("() => document.getElementById('result').replaceChildren()");
        give(page, json.getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#result [role=status]")).isFocused();
    }

    private static void give(Page page, byte[] file) {
        page.locator("#receipt").setInputFiles(new FilePayload("receipt.json", "application/json", file));
        page.locator("form[data-verifier] button").click();
    }

    private Verification verification(String json) {
        var keys = log.keys().stream().map(known -> VerifierKey.parse(known.publicKey()));
        return new Verifier(keys.collect(Collectors.toSet())).verify(json.getBytes(StandardCharsets.UTF_8));
    }

    private void said(Page page, String name, String language, Verification verification) {
        Messages.Texts words = messages.in(language);
        List<String> steps = verification.findings().stream()
                .map(finding -> mark(words, finding.outcome()) + " "
                        + words.of(
                                finding.check().messageKey(),
                                finding.arguments().stream()
                                        .map(OfflineJourney::isolated)
                                        .toArray()))
                .toList();
        assertThat(page.locator("#result li").allTextContents()).as(name).isEqualTo(steps);
        assertThat(page.locator("#result [role=status]").textContent())
                .as(name)
                .isEqualTo(
                        verification.holds()
                                ? words.of("ledger.verify.result-holds")
                                : words.of("ledger.verify.result-broken", verification.broken()));
        assertThat(page.locator(verification.holds() ? "#result .notice" : "#result .warning"))
                .hasCount(1);
    }

    private static String mark(Messages.Texts words, org.throughline.ledger.Finding.Outcome outcome) {
        return words.of(
                switch (outcome) {
                    case HOLDS -> "ledger.verify.mark-holds";
                    case BROKEN -> "ledger.verify.mark-broken";
                    case NOTE -> "ledger.verify.mark-note";
                });
    }

    static Object isolated(Object argument) {
        return argument instanceof String text ? "\u2068" + text + "\u2069" : argument;
    }
}
