package org.throughline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.directory.DemoPeople;
import org.throughline.documents.Change;
import org.throughline.documents.SampleDocuments;
import org.throughline.mail.DemoMail;
import org.throughline.world.ThroughlineTest;

/// The secretariat calls a meeting, somebody registers for it on a phone, decisions are recorded and read, and the
/// documents are taken home.
@ThroughlineTest
@ExtendWith(Chromium.class)
class MeetingJourney {

    private static final String GROUP = "/groups/cwg-wsis-sdg";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @TempDir
    Path disk;

    final String number = SampleDocuments.freshMeeting();
    final String meeting = GROUP + "/meetings/" + number;
    final String email = "m" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void somePeople() {
        program.getBean(DemoPeople.class).ensure();
    }

    @SideBySide
    @Test
    void fromTheInvitationToTheRecommendation(Browser browser) {
        try (var secretariat = Visitor.reading("en", browser, port);
                var delegate = Visitor.onAPhone("ar", browser, port)) {
            secretariat.signInAs("secretariat");
            call(secretariat);
            writeTheAgenda(secretariat);
            register(delegate);
            changeByTheLetter(delegate);
            accept(secretariat);
            delegate.open(meeting + "/participants");
            assertThat(delegate.page.locator("main .list-plain li")).containsText("أمينة");
            fits(delegate);
            decide(secretariat);
            recommend(secretariat);
            delegate.open(meeting);
            assertThat(delegate.page.locator("#decision-1")).containsText("The group meets again.");
            delegate.follow(meeting + "/decisions/2");
            assertThat(delegate.page.locator("ol.timeline li")).hasCount(2);
            fits(delegate);
            delegate.follow("/groups/recommendations");
            assertThat(delegate.page.locator("a[href$='" + meeting + "/decisions/2']"))
                    .hasText("Fund the networks.");
            fits(delegate);
        }
    }

    private void call(Visitor secretariat) {
        Page page = secretariat.page;
        secretariat.open(GROUP);
        secretariat.follow(GROUP + "/meetings/new");
        page.locator("#number").fill(number);
        page.locator("#name-en").fill("Meeting " + number);
        page.locator("#place-en").fill("Geneva");
        page.locator("#starts").fill("2030-03-01");
        page.locator("#ends").fill("2030-03-03");
        page.locator("#mode").selectOption("hybrid");
        page.locator("#status").selectOption("registration");
        page.locator("#source").fill("The secretariat");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".error-summary a[href='#until-date']")).hasCount(1);
        page.locator("#until-date").fill("2030-02-01");
        page.locator("main form button.btn-primary").click();
        secretariat.arriveAt(meeting);
    }

    private void writeTheAgenda(Visitor secretariat) {
        Page page = secretariat.page;
        secretariat.follow(meeting + "/agenda");
        for (String item : List.of("1 Networks in the villages", "2 Other matters")) {
            page.locator("#item-number").fill(item.substring(0, 1));
            page.locator("#title-en").fill(item.substring(2));
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("main ol")).containsText(item.substring(2));
        }
        page.locator("button[value=up]").last().click();
        assertThat(page.locator("main ol > li").first()).containsText("Other matters");
    }

    private void register(Visitor delegate) {
        Page page = delegate.page;
        delegate.open(meeting);
        fits(delegate);
        delegate.follow(meeting + "/registration");
        page.locator("#organization").fill("جمعية المثال");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".error-summary a")).hasCount(5);
        fits(delegate);
        assertThat(page.locator("#organization")).hasValue("جمعية المثال");
        page.locator("input[name=capacity][value=academia]").check();
        page.locator("#country").selectOption("EG");
        page.locator("#name").fill("أمينة");
        page.locator("#email").fill(email);
        page.locator("input[name=mode][value=physical]").check();
        page.locator("input[name=visa]").check();
        page.locator("input[name=consent][value=kept-back]").check();
        page.locator("button[value=save]").click();
        assertThat(page.locator("main bdi")).hasText(email);
        fits(delegate);
    }

    private void changeByTheLetter(Visitor delegate) {
        Page page = delegate.page;
        var letter = program.getBean(DemoMail.class).newest(email).getFirst();
        assertThat(letter.language()).isEqualTo("ar");
        var link = Pattern.compile("https?://[^/\\s]+/ar(/by-mail/participants/\\S+)")
                .matcher(letter.text());
        assertThat(link.find()).isTrue();
        delegate.open(link.group(1));
        assertThat(page.locator("input[name=visa]")).isChecked();
        page.locator("input[name=mode][value=remote]").check();
        page.locator("input[name=consent][value=shown]").check();
        page.locator("button[value=save]").click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator("input[name=visa]")).not().isChecked();
        fits(delegate);
    }

    private void accept(Visitor secretariat) {
        secretariat.open(meeting);
        secretariat.follow(meeting + "/registrations");
        assertThat(secretariat.page.locator("main")).containsText(email);
        secretariat.page.locator("button[value=accept]").click();
        assertThat(secretariat.page.locator("button[value=accept]")).hasCount(0);
        assertThat(program.getBean(DemoMail.class).newest(email)).hasSize(2);
    }

    private void decide(Visitor secretariat) {
        Page page = secretariat.page;
        secretariat.open(meeting + "/decisions/new");
        page.locator("input[name=kind][value=decision]").check();
        page.locator("#text-en").fill("The group meets again.");
        page.locator("main form button.btn-primary").click();
        secretariat.arriveAt(meeting + "/decisions/1");
    }

    private void recommend(Visitor secretariat) {
        Page page = secretariat.page;
        secretariat.open(meeting + "/decisions/new");
        page.locator("input[name=kind][value=recommendation]").check();
        page.locator("#item").selectOption(page.locator("#item option").last().getAttribute("value"));
        page.locator("#text-en").fill("Fund the networks.");
        page.locator("#actors-en").fill("The Council");
        page.locator("main form button.btn-primary").click();
        secretariat.arriveAt(meeting + "/decisions/2");
        page.locator("#state").selectOption("forwarded");
        page.locator("#happened").fill("2030-03-05");
        page.locator("button[value=add]").click();
        assertThat(page.locator(".error-summary a[href='#source']")).hasCount(1);
        page.locator("#source").fill("A letter to the Council");
        page.locator("button[value=add]").click();
        assertThat(page.locator("ol.timeline")).containsText("A letter to the Council");
    }

    private static void fits(Visitor delegate) {
        assertThat(delegate.tooWide()).as(delegate.path()).isEmpty();
    }

    @SideBySide
    @Test
    void theDocumentsOpenFromADiskWithoutALine(Browser browser) throws Exception {
        var samples = new SampleDocuments(program);
        var one = samples.posted("41", "On the review");
        samples.changed(one, Change.REVISION);
        try (var reader = Visitor.reading("ar", browser, port)) {
            reader.open(GROUP + "/meetings/41");
            var zip = reader.page.waitForDownload(
                    () -> reader.page.locator("a[href$='/meetings/41.zip']").click());
            unpack(zip.path());
        }
        try (var home = browser.newContext(new Browser.NewContextOptions().setOffline(true))) {
            Page page = home.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(disk.resolve("index.html").toUri().toString());
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator("li", new Page.LocatorOptions().setHasText(one.symbol() + " "))
                            .first())
                    .containsText("On the review");
            List<String> links = page.locator("a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(links)
                    .hasSizeGreaterThan(7)
                    .allSatisfy(link -> assertThat(disk.resolve(link)).isNotEmptyFile());
            page.locator("a[href$='.html']").first().click();
            assertThat(page.locator("h1")).not().isEmpty();
            assertThat(page.evaluate("() => getComputedStyle(document.body).maxWidth"))
                    .isNotEqualTo("none");
            assertThat(asked).isNotEmpty().allMatch(address -> address.startsWith("file:"));
        }
    }

    private void unpack(Path zip) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                var entries = new ZipInputStream(file)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path to = disk.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.copy(entries, to);
            }
        }
    }
}
