package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.inputs.Reception;
import org.throughline.platform.Languages;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// What every public page must have, in every language: one title, one main heading, labels, unique ids, no style
/// or script inside the page, a language and a direction, and a weight that a slow line carries.
@ThroughlineTest
class PageLintTests {

    private static final int HEAVIEST = 150_000;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @LocalServerPort
    int port;

    @Test
    void everyPublicPageIsWellMade() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        UUID person = UUID.randomUUID();
        var received = inputs.submit(
                call,
                SmallCall.input("Words to read."),
                Reception.form(person, "en"),
                new Actor(person, "A", Set.of()));
        publication.publish(received.id(), Actor.system("test"));
        List<String> pages = List.of(
                "/",
                "/calls",
                "/calls/" + slug,
                "/calls/" + slug + "/inputs",
                "/calls/" + slug + "/inputs/1",
                "/calls/" + slug + "/statistics",
                "/search?q=words",
                "/data",
                "/data/register",
                "/data/log",
                "/data/verify",
                "/vocabularies",
                "/vocabularies/action-lines",
                "/about",
                "/stocktaking",
                "/stocktaking?view=map",
                "/stocktaking?view=matrix&country=KE",
                "/stocktaking/999999999",
                "/countries",
                "/action-lines/C2",
                "/sign-in",
                "/no-such-page",
                "/demo/people");
        List<String> wrong = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String language : Languages.ALL)
                for (String page : pages) {
                    String address = (language.equals("en") ? "" : "/" + language)
                            + (page.equals("/") && !language.equals("en") ? "" : page);
                    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Accept", "text/html");
                    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() >= 500) wrong.add(address + ": " + answer.statusCode());
                    check(address, language, answer, wrong);
                }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(String address, String language, HttpResponse<String> answer, List<String> wrong) {
        Document page = Jsoup.parse(answer.body());
        Element html = page.selectFirst("html");
        if (html == null || !language.equals(html.attr("lang"))) wrong.add(address + ": lang");
        else if (!Languages.direction(language).equals(html.attr("dir"))) wrong.add(address + ": dir");
        if (page.title().isBlank()) wrong.add(address + ": title");
        if (page.select("h1").size() != 1)
            wrong.add(address + ": " + page.select("h1").size() + " h1");
        if (page.select("main").size() != 1) wrong.add(address + ": main");
        if (!page.select("[style], style, script:not([src]):not([type=application/ld+json]), [onclick], [onsubmit]")
                .isEmpty()) wrong.add(address + ": inline style or script");
        Set<String> ids = new HashSet<>();
        page.select("[id]").forEach(element -> {
            if (!ids.add(element.id())) wrong.add(address + ": id twice " + element.id());
        });
        page.select("input:not([type=hidden]), select, textarea").forEach(control -> {
            boolean labelled = control.hasAttr("aria-label")
                    || !page.select("label[for=\"" + control.id() + "\"]").isEmpty();
            if (!labelled) wrong.add(address + ": no label for " + control.attr("name"));
        });
        page.select("img:not([alt])").forEach(image -> wrong.add(address + ": image without alternative text"));
        page.select("form[method=post]").forEach(form -> {
            if (form.select("input[name=_csrf]").isEmpty()) wrong.add(address + ": form without token");
        });
        page.select("a[href]").forEach(link -> {
            if (link.text().isBlank() && !link.hasAttr("aria-label"))
                wrong.add(address + ": link without words " + link.attr("href"));
        });
        int level = 0;
        for (Element heading : page.select("main h1, main h2, main h3, main h4, main h5")) {
            int now = heading.tagName().charAt(1) - '0';
            if (level > 0 && now > level + 1)
                wrong.add(address + ": heading skips to " + heading.tagName() + " " + heading.text());
            level = now;
        }
        if (answer.body().length() > HEAVIEST * 3)
            wrong.add(address + ": too heavy " + answer.body().length());
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        if (policy.isEmpty() || policy.contains("unsafe-inline")) wrong.add(address + ": content security policy");
    }
}
