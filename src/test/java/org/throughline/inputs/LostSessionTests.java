package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.access.FormOrigin;
import org.throughline.world.Line;
import org.throughline.world.Line.Answer;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// A session that ends, a line that breaks, a button pressed twice while somebody fills a form: nothing typed is
/// lost.
@ThroughlineTest
class LostSessionTests {

    private static final String TYPED = "Typed for an hour, with <b>signs</b> & \"quotes\",\r\nover two lines.";

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    String slug;
    Line line;

    @BeforeEach
    void aContributorOnALine() throws Exception {
        slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        line = Line.signedIn(port, people, "contributor");
    }

    // Presses the button of the page that handed a form back.
    private Answer sendAgain(Answer kept, String from) throws Exception {
        Element form = kept.page().selectFirst("main form");
        List<String> fields = new ArrayList<>();
        form.select("input[type=hidden]")
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.attr("value"))));
        return line.form(form.attr("action"), from, fields.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void whatWasTypedIsHandedBackAndSavedAfterSigningInAgain(String prefix) throws Exception {
        String page = line.begin(prefix, slug) + "/sections/I";
        String token = line.token(page);
        line.loseSession();
        Answer kept = line.form(
                page, page, "_csrf", token, "seen", "0", "a-q1", TYPED, "a-q2", "C2", "a-q2", "C4", "action", "later");
        assertThat(kept.status()).isEqualTo(403);
        assertThat(kept.page().select("html").attr("lang")).isEqualTo(prefix.isEmpty() ? "en" : "ar");
        assertThat(kept.page().select(".typed").text()).contains("<b>signs</b>");
        assertThat(kept.page().select("main a[target=_blank]").attr("href")).contains("/sign-in?next=");
        // Pressed too early: asked again, with everything still there.
        kept = sendAgain(kept, page);
        assertThat(kept.status()).isEqualTo(401);
        line.signIn("contributor");
        assertThat(sendAgain(kept, page).status()).isEqualTo(303);
        var saved = line.see(page).page();
        assertThat(saved.selectFirst("#a-q1").wholeText().replaceFirst("^\n", ""))
                .isEqualTo(TYPED.replace("\r\n", "\n"));
        assertThat(saved.select("select[name=a-q2] option[selected][value=C4]")).hasSize(1);
    }

    @Test
    void whatAnotherSiteSendsIsNotHandedOn() throws Exception {
        String page = line.begin("", slug) + "/sections/I";
        Answer refused = new Line(port).foreignForm(page, "a-q1", "Words of another site, long enough");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("Words of another site");
    }

    @Test
    void anotherSiteCannotPassForAFormThatWasHandedBack() throws Exception {
        String page = line.begin("", slug) + "/sections/I";
        assertThat(line.foreignForm(page, FormOrigin.HANDED_BACK, "yes").status())
                .isEqualTo(403);
        assertThat(line.silentForm(page, null, "seen", "0", FormOrigin.HANDED_BACK, "yes")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBrowserThatTellsThePageOnlyGetsTheFormBackToo() throws Exception {
        String page = line.begin("", slug) + "/sections/I";
        Answer kept = line.silentForm(page, page, "_csrf", "old", "seen", "0", "a-q1", TYPED, "action", "later");
        assertThat(kept.status()).isEqualTo(403);
        assertThat(sendAgain(kept, page).status()).isEqualTo(303);
    }

    @Test
    void aBrowserThatTellsNothingGetsTheTextToCopy() throws Exception {
        String page = line.begin("", slug) + "/sections/I";
        Answer kept = line.silentForm(page, null, "_csrf", "old", "seen", "0", "a-q1", TYPED, "action", "later");
        assertThat(kept.status()).isEqualTo(403);
        assertThat(kept.page().select(".typed").text()).contains("<b>signs</b>");
        assertThat(kept.page().select("main form")).isEmpty();
        Answer secret = line.silentForm("/sign-in", null, "_csrf", "old", "password", "a secret of twenty signs");
        assertThat(secret.text()).doesNotContain("a secret of twenty");
    }

    @Test
    void aPasswordIsNeverHandedBack() throws Exception {
        Answer refused = line.form(
                "/sign-in",
                "/sign-in",
                "_csrf",
                "old",
                "email",
                "a@example.org",
                "password",
                "a secret of twenty signs");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("a secret of twenty");
        assertThat(refused.page().select("main a[href=/sign-in]")).hasSize(1);
    }

    @Test
    void sentAgainAfterALostAnswerNothingIsDoneTwice() throws Exception {
        String base = line.begin("", slug);
        String token = line.token(base + "/who");
        String[] who = {
            "_csrf",
            token,
            "seen",
            "0",
            "behalf",
            "self",
            "stakeholderType",
            "CSO",
            "country",
            "KE",
            "language",
            "en",
            "name",
            "Amina",
            "email",
            "amina@example.org",
            "scope",
            "national",
            "action",
            "continue"
        };
        Answer first = line.form(base + "/who", base + "/who", who);
        assertThat(first.status()).isEqualTo(303);
        assertThat(line.form(base + "/who", base + "/who", who)).isEqualTo(first);
        String[] said = {"_csrf", token, "seen", "0", "a-q1", "Said once.", "action", "continue"};
        for (int i = 0; i < 2; i++)
            assertThat(line.form(base + "/sections/I", base + "/sections/I", said)
                            .status())
                    .isEqualTo(303);
        byte[] annex = OnePage.pdf();
        for (int i = 0; i < 3; i++) {
            Answer attached = line.upload(
                    base + "/files",
                    "Annex.pdf",
                    BodyPublishers.ofByteArray(annex),
                    "_csrf",
                    token,
                    "question",
                    "q6",
                    "action",
                    "attach");
            assertThat(attached.status()).isEqualTo(303);
        }
        assertThat(line.see(base + "/files").page().select("form[action$=/removal]"))
                .hasSize(1);
        String[] consent = {
            "_csrf",
            token,
            "seen",
            "0",
            "consent-name",
            "yes",
            "consent-text",
            "yes",
            "consent-files",
            "yes",
            "consent-quotation",
            "yes",
            "consent-translation",
            "no",
            "action",
            "continue"
        };
        for (int i = 0; i < 2; i++)
            assertThat(line.form(base + "/consent", base + "/consent", consent).status())
                    .isEqualTo(303);
        Answer sent = line.form(base + "/sending", base + "/check", "_csrf", token);
        assertThat(sent.location()).endsWith("/receipt");
        assertThat(line.form(base + "/sending", base + "/check", "_csrf", token).location())
                .isEqualTo(sent.location());
        String input = sent.location().replace("/receipt", "");
        for (int i = 0; i < 2; i++)
            assertThat(line.form(input + "/withdrawal", input, "_csrf", token).status())
                    .isEqualTo(303);
    }
}
