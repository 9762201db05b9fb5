package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.mail.DemoMail;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Somebody registers a project and keeps it for years: the form with its hints and warnings, the way back to a
/// draft, the receipt, the public page, a change, a second keeper, a new owner, and somebody who says it is theirs.
/// With script every page they come by is put under axe; each of them fits a telephone.
@ThroughlineTest
@ExtendWith(Chromium.class)
class KeeperJourney {

    private static final Pattern INVITATION = Pattern.compile("/my/projects/invitations/[\\w-]+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    private final List<String> wrong = new ArrayList<>();
    private String name;
    private String asked;
    private boolean script;

    @BeforeEach
    void aRegisterWithSomethingAlike() {
        program.getBean(DemoPeople.class).ensure();
        name = "Library boats " + UUID.randomUUID();
        // An address of its own: to one address only so many letters go in a day.
        asked = "rosa-" + UUID.randomUUID() + "@example.org";
        SmallRegister.publish(
                program.getBean(Register.class),
                SmallRegister.wsis(program.getBean(ProjectCollections.class)),
                SmallRegister.project(name + " and the lake"));
    }

    private Visitor visitor(String language, Browser browser) {
        return script ? Visitor.reading(language, browser, port) : Visitor.withoutScript(language, browser, port);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void aProjectIsRegisteredAndKept(String language, boolean script, Browser browser) throws Exception {
        this.script = script;
        try (var amina = visitor(language, browser);
                var desk = visitor(language, browser);
                var rosa = visitor(language, browser)) {
            amina.signInAs("contributor");
            desk.signInAs("secretariat");
            rosa.signInAs("chair");
            String draft = begin(amina);
            describe(amina);
            place(amina);
            comeBackByCode(amina, draft);
            chooseLinesAndGoals(amina);
            claimAFigure(amina);
            sayWhoRunsIt(amina);
            addAPicture(amina);
            allowEverything(amina);
            String entry = send(amina, draft);
            publish(desk, entry);
            read(rosa, entry);
            change(amina, entry);
            publish(desk, entry);
            assertThat(at(rosa, "/stocktaking/" + entry).locator("main").innerText())
                    .contains("One hundred villages");
            keepTogether(amina, rosa, entry);
            claimAndDecide(amina, rosa, entry);
        }
        assertThat(wrong).isEmpty();
    }

    // The page that a visitor sees now.
    private void look(Visitor visitor) {
        if (script) {
            AxeJourney.check(visitor, wrong);
            return;
        }
        visitor.page.setViewportSize(360, 800);
        if (!visitor.tooWide().isEmpty()) wrong.add("\n" + visitor.path() + ": " + visitor.tooWide());
        visitor.page.setViewportSize(1200, 800);
    }

    private static Page at(Visitor visitor, String path) {
        visitor.open(path);
        return visitor.page;
    }

    private static void goOn(Visitor visitor, String end) {
        visitor.page.locator("main .actions button[value=continue]").click();
        visitor.arriveAt(end);
    }

    private void press(Visitor visitor, String button) {
        visitor.page.locator(button).click();
        visitor.page.locator(".notice").first().waitFor();
    }

    private String begin(Visitor amina) {
        amina.open("/stocktaking");
        amina.follow("/stocktaking/new");
        look(amina);
        amina.page.locator("form[action$='/stocktaking/new'] button").click();
        amina.arriveAt("/sections/project");
        look(amina);
        amina.page.locator("main .actions button[value=continue]").click();
        amina.page.locator(".error-summary a[href='#a-title']").waitFor();
        look(amina);
        return amina.path().replace("/sections/project", "").replaceFirst("^/ar", "");
    }

    private void describe(Visitor amina) {
        amina.page.locator("#language").selectOption("en");
        Locator title = amina.page.locator("#a-title");
        if (script) {
            title.pressSequentially(name);
            amina.page.locator("#alike a").first().waitFor();
            look(amina);
        } else title.fill(name);
        amina.page.locator("#a-activityType input[value=project]").check();
        amina.page
                .locator("#a-summary")
                .fill("A boat brings books and a connection to villages along the river. Teachers on board show"
                        + " children how to learn with computers, and women how to sell what they make.");
        goOn(amina, "/alike");
        assertThat(amina.page
                        .locator("main .result-title", containing(name + " and the lake"))
                        .count())
                .isOne();
        look(amina);
        amina.page.locator("form[action$='/alike'] button").click();
        amina.arriveAt("/sections/scope");
    }

    private void place(Visitor amina) {
        Page page = amina.page;
        page.locator("#a-goals").fill("Reach forty villages by 2027.");
        page.locator("#a-startsOn").fill("May 2024");
        page.locator("#a-status input[value=ongoing]").check();
        page.locator("#a-coverage input[value=national]").check();
        page.locator("#find-countries").fill("BR");
        page.locator("button[value='find:countries']").click();
        page.waitForURL(address -> address.endsWith("#a-countries"));
        assertThat(page.locator("#a-countries input:checked").inputValue()).isEqualTo("BR");
        page.locator("main .actions button[value=continue]").click();
        page.locator(".error-summary a[href='#a-startsOn']").waitFor();
        assertThat(page.locator("#a-startsOn").inputValue()).isEqualTo("May 2024");
        look(amina);
        page.locator("#a-startsOn").fill("2024-05");
    }

    // Saved for later, and found again by the short code.
    private void comeBackByCode(Visitor amina, String draft) {
        amina.page.locator("main .actions button[value=later]").click();
        amina.arriveAt(draft);
        look(amina);
        Matcher code = CODE.matcher(amina.page.locator("strong.code").innerText());
        assertThat(code.find()).isTrue();
        amina.open("/my/projects");
        assertThat(amina.page.locator("main a", containing(name)).count()).isOne();
        look(amina);
        amina.open("/resume");
        amina.page.locator("#code").fill(code.group());
        amina.page.locator("main form button[type=submit]").click();
        amina.arriveAt(draft);
        amina.page.locator("a[href$='/sections/lines']").click();
        amina.arriveAt("/sections/lines");
    }

    private static Page.LocatorOptions containing(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private void chooseLinesAndGoals(Visitor amina) {
        Page page = amina.page;
        look(amina);
        Locator line = page.locator("input[name=take-actionLines]").first();
        String code = line.inputValue();
        assertThat(page.locator("fieldset.suggested").first().locator("mark").count())
                .isPositive();
        line.check();
        page.locator("input[name=take-sdgs]").first().check();
        String goal = page.locator("input[name=take-sdgs]").first().inputValue();
        page.locator("main .actions button[value=continue]").click();
        page.waitForURL(address -> address.endsWith("#a-sdgs"));
        assertThat(page.locator("#a-actionLines input[value='" + code + "']").isChecked())
                .isTrue();
        assertThat(page.locator("#a-sdgs-0-key").inputValue()).isEqualTo(goal);
        page.locator("main .actions button[value=continue]").click();
        page.locator(".error-summary a[href='#a-sdgs-0-linkage']").waitFor();
        look(amina);
        page.locator("#a-sdgs-0-linkage").fill("Children read and learn on board.");
        page.locator("#a-beneficiaries input[value=youth]").check();
        goOn(amina, "/sections/results");
    }

    private void claimAFigure(Visitor amina) {
        Page page = amina.page;
        look(amina);
        page.locator("#a-results").fill("Twelve villages are on the route.");
        page.locator("#a-impact-social-qualitative").fill("Pupils stay at school.");
        page.locator("#a-claims-0-text").fill("reached 40,000 people");
        page.locator("#a-claims-0-amount").fill("40000");
        page.locator("#a-claims-0-unit").fill("persons");
        page.locator("#a-claims-0-document").fill("https://example.org/annual-report.pdf");
        page.locator("#a-claims-0-page").fill("7");
        page.locator("#a-claims-0-date").fill("2025");
        page.locator("button[value='add:claims:2']").click();
        page.waitForURL(address -> address.contains("rows=claims:2"));
        page.locator("#a-claims-1-text").fill("trained 300 teachers");
        goOn(amina, "/sections/entity");
    }

    private void sayWhoRunsIt(Visitor amina) {
        Page page = amina.page;
        look(amina);
        page.locator("#a-entityName").fill("River Library");
        Locator type = page.locator("select#a-entityType");
        if (type.count() > 0) type.selectOption("CSO");
        else page.locator("#a-entityType input[value=CSO]").check();
        page.locator("#a-relation input[value=owner]").check();
        page.locator("#a-contactName").fill("Secret Contact");
        page.locator("#a-contactEmail").fill("secret.contact@example.org");
        goOn(amina, "/files");
    }

    private void addAPicture(Visitor amina) throws IOException {
        Page page = amina.page;
        look(amina);
        page.locator("#new-picture").setInputFiles(new FilePayload("boat.png", "image/png", picture()));
        page.locator("section[aria-labelledby=new-picture-title] button[value=attach]")
                .click();
        page.locator("input[name=alternative]").waitFor();
        page.locator("main .actions button[value=continue]").click();
        page.locator(".error-summary").waitFor();
        look(amina);
        page.locator("input[name=alternative]").fill("Children board a boat full of books");
        page.locator("form[action*='/files/']:has(input[name=alternative]) button")
                .click();
        page.locator(".notice").first().waitFor();
        goOn(amina, "/consent");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void allowEverything(Visitor amina) {
        look(amina);
        assertThat(amina.page.locator("main input[type=radio]:checked").count()).isZero();
        for (Locator yes :
                amina.page.locator("main input[type=radio][value=yes]").all()) yes.check();
        amina.page.locator("#consent-declared").check();
        goOn(amina, "/check");
    }

    private String send(Visitor amina, String draft) {
        look(amina);
        assertThat(amina.page.locator("main").innerText()).contains("Children read and learn on board.", "40000");
        amina.page.locator("form[action$='/sending'] button").click();
        amina.arriveAt("/receipt");
        look(amina);
        amina.open("/my/projects");
        look(amina);
        amina.page.navigate(amina.page.url().replaceFirst("/my/projects.*", draft));
        amina.arriveAt("/receipt");
        return amina.path().replaceAll("\\D", "");
    }

    private void publish(Visitor desk, String entry) {
        desk.open("/stocktaking/desk/" + entry);
        look(desk);
        press(desk, "button[name=do][value=publish]");
    }

    private void read(Visitor reader, String entry) {
        Page page = at(reader, "/stocktaking/" + entry);
        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        assertThat(page.locator("figure img").getAttribute("alt")).isEqualTo("Children board a boat full of books");
        String words = page.locator("main").innerText();
        assertThat(words).contains("Children read and learn on board.", "River Library");
        assertThat(page.content()).doesNotContain("Secret Contact", "secret.contact");
        look(reader);
    }

    private void change(Visitor amina, String entry) {
        amina.open("/my/projects/" + entry);
        look(amina);
        amina.page.locator("form[action$='/change'] button").click();
        amina.page.waitForURL(address -> address.contains("/drafts/"));
        look(amina);
        amina.page.locator("a[href$='/sections/scope']").click();
        amina.page.locator("#a-goals").fill("One hundred villages by 2030.");
        goOn(amina, "/sections/lines");
        // What a change says is vouched for anew.
        amina.page.navigate(amina.page.url().replaceFirst("/sections/.*", "/check"));
        amina.page.locator(".error-summary a[href$='#consent-declared']").click();
        amina.arriveAt("/consent");
        amina.page.locator("#consent-declared").check();
        goOn(amina, "/check");
        amina.page.locator("form[action$='/sending'] button").click();
        amina.arriveAt("/my/projects/" + entry + "/receipt");
        amina.open("/my/projects/" + entry);
        press(amina, "form[action$='/confirmation'] button");
    }

    private void keepTogether(Visitor amina, Visitor rosa, String entry) {
        amina.open("/my/projects/" + entry);
        amina.page.locator("#email").fill(asked);
        press(amina, "button[name=role][value=keeper]");
        look(amina);
        rosa.open(invitation());
        look(rosa);
        press(rosa, "button[name=answer][value=yes]");
        rosa.arriveAt("/my/projects/" + entry);
        assertThat(rosa.page.locator("a[href$='/withdrawal']").count()).isZero();
        press(rosa, "form[action$='/confirmation'] button");
        // Handed over: the owner before stays a keeper.
        amina.open("/my/projects/" + entry);
        amina.page.locator("#email").fill(asked);
        press(amina, "button[name=role][value=owner]");
        rosa.open(invitation());
        press(rosa, "button[name=answer][value=yes]");
        assertThat(rosa.page.locator("a[href$='/withdrawal']").count()).isOne();
    }

    private String invitation() {
        String letter = program.getBean(DemoMail.class).newest(asked).getFirst().text();
        Matcher link = INVITATION.matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void claimAndDecide(Visitor amina, Visitor rosa, String entry) {
        amina.open("/stocktaking/" + entry + "/claim");
        look(amina);
        amina.page.locator("main form button[type=submit]").click();
        amina.page.locator(".error-summary a[href='#words']").waitFor();
        look(amina);
        amina.page.locator("#words").fill("The boats are ours since 2019.");
        press(amina, "main form button[type=submit]");
        rosa.open("/my/projects/" + entry);
        assertThat(rosa.page.locator("main").innerText()).contains("The boats are ours since 2019.");
        look(rosa);
        press(rosa, "button[name=decision][value=grant]");
        amina.open("/my/projects/" + entry + "/withdrawal");
        look(amina);
    }
}
