package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.world.ThroughlineTest;

/// The mail of a demonstration.
@ThroughlineTest
class DemoMailTests {

    @Autowired
    MockMvc web;

    @Autowired
    Outbox outbox;

    @Autowired
    MailRows rows;

    @Autowired
    Settings settings;

    private final MailAddress somebody = new MailAddress("d" + UUID.randomUUID() + "@example.org");

    @Test
    void theNewestComeFirstAndOneRecipientCanBeChosen() throws Exception {
        send("First", "One");
        send("Second", "Two");
        assertThat(page("/demo/mail?to=" + somebody.value().toUpperCase(java.util.Locale.ROOT))
                        .select("h2")
                        .eachText())
                .containsExactly("Second", "First");
        assertThat(page("/ar/demo/mail").select("h2").eachText()).startsWith("Second", "First");
        assertThat(page("/fr/demo/mail?to=nobody@example.org").select("h2")).isEmpty();
    }

    @Test
    void onlyAddressesOfThisSiteBecomeLinks() throws Exception {
        String site = settings.publicUrl();
        send(
                "Links",
                "Open " + site + "/fr/sign-in/abc?x=1&y=2. Not https://evil.example/, " + site + "//evil.example/ or "
                        + site + ".evil.example/ nor javascript:alert(1) <img src=x onerror=alert(1)>");
        Document page = page("/demo/mail?to=" + somebody.value());
        Element text = page.selectFirst(".answer-text");
        assertThat(text.select("a").eachAttr("href")).isEqualTo(List.of("/fr/sign-in/abc?x=1&y=2"));
        assertThat(text.select("img")).isEmpty();
        assertThat(text.text()).endsWith("<img src=x onerror=alert(1)>");
    }

    @Test
    void elsewhereThereIsNoSuchPage() {
        var real = new Settings(Path.of("x"), false, "http://localhost", "Throughline", settings.database());
        Refusal refused = catchThrowableOfType(Refusal.class, () -> new DemoMail(rows, real).newest(null));
        assertThat(refused.status()).isEqualTo(404);
    }

    private void send(String subject, String text) {
        outbox.send(new NewMail(somebody, "en", subject, text, "test"));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
