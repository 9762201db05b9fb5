package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.world.ThroughlineTest;

/// What a machine can find of WCAG 2.2 A and AA: nothing may be wrong on any page, in both writing directions, in
/// light and in dark colours, and nothing may be wider than a phone. The dark pass asks for contrast alone, for only
/// colours differ, and is made in one language, for they are the same in all.
@ThroughlineTest
@ExtendWith(Chromium.class)
class AxeJourney {

    private static final Map<String, Object> EVERYTHING =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

    // axe reports what passed as well, a thousand lines a page; only what is wrong comes back from the browser. That a
    // name contains the words one sees (2.5.3) axe looks at only when asked: it counts the rule among its experiments.
    private static final String RUN = """
            async only => {
              const found = await axe.run(document, {
                runOnly: only, resultTypes: ['violations'],
                rules: { 'label-content-name-mismatch': { enabled: true } } });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ', ' + rule.help + '\\n    ' + node.html + '\\n    ' + node.failureSummary.replaceAll('\\n', ' ')));
            }""";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageBreaksARule(String language, Browser browser) {
        TracedCall call = TracedCall.in(program);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            Stream.concat(call.publicPages().stream(), call.formPages().stream())
                    .forEach(path -> check(reader, path, wrong));
            reader.signInAs("contributor");
            Stream.concat(call.answerPages().stream(), call.ownPages().stream())
                    .forEach(path -> check(reader, path, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageOfTheSecretariatBreaksARule(String language, Browser browser) {
        TracedCall call = TracedCall.in(program);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            reader.signInAs("secretariat");
            call.secretariatPages().forEach(path -> check(reader, path, wrong));
            reader.signInAs("operator");
            call.operatorPages(program).forEach(path -> check(reader, path, wrong));
        }
        try (var analyst = Visitor.reading(language, browser, port)) {
            analyst.signInAs("chair");
            call.analystPages().forEach(path -> check(analyst, path, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageOfAGroupAtWorkBreaksARule(String language, Browser browser) {
        TracedWork work = TracedWork.in(program);
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading(language, browser, port)) {
            work.openPages().forEach(path -> check(reader, path, wrong));
            reader.signInAs("contributor");
            work.ownPages().forEach(path -> check(reader, path, wrong));
            reader.signInAs("secretariat");
            work.deskPages().forEach(path -> check(reader, path, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNameThatHidesTheWordsOneSeesIsFound(Browser browser) {
        List<String> wrong = new ArrayList<>();
        try (var reader = Visitor.reading("en", browser, port)) {
            reader.open("/about");
            reader.page.evaluate("() => { document.querySelector('main').innerHTML ="
                    + " '<h1>Work</h1><p><a href=\"/calls\" aria-label=\"Section I\">Edit</a></p>'; }");
            check(reader, wrong);
        }
        assertThat(wrong).singleElement().asString().contains("label-content-name-mismatch");
    }

    private static void check(Visitor reader, String path, List<String> wrong) {
        reader.open(path);
        check(reader, wrong);
    }

    /// Looks at the page that a visitor sees now.
    static void check(Visitor reader, List<String> wrong) {
        String path = reader.path();
        colours(reader, ColorScheme.LIGHT);
        reader.page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        reader.page.evaluate(AxeBuilder.getAxeScript());
        run(reader, EVERYTHING, path + " light", wrong);
        if (reader.in("/").equals("/")) {
            colours(reader, ColorScheme.DARK);
            run(reader, CONTRAST, path + " dark", wrong);
        }
        fits(reader, path, wrong);
    }

    // Reflow (1.4.10), with everything open that can be opened.
    private static void fits(Visitor reader, String path, List<String> wrong) {
        var before = reader.page.viewportSize();
        reader.page.setViewportSize(360, before.height);
        if (!reader.tooWide().isEmpty()) wrong.add("\n" + path + " is too wide: " + reader.tooWide());
        reader.page.setViewportSize(before.width, before.height);
    }

    private static void colours(Visitor reader, ColorScheme scheme) {
        reader.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void run(Visitor reader, Map<String, Object> only, String where, List<String> wrong) {
        for (Object line : (List<?>) reader.page.evaluate(RUN, only)) wrong.add("\n" + where + ": " + line);
    }
}
