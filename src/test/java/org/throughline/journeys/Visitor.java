package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

/// Somebody who reads in one language, with a browser window and cookies of their own.
final class Visitor implements AutoCloseable {

    // What sticks out to either side, for the message only: boxes that scroll by themselves may hold wide things.
    private static final String TOO_WIDE = """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return '';
              return [...document.body.querySelectorAll('*')]
                .filter(e => !e.closest('.table-scroll, .visually-hidden, .skip-link'))
                .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > root.clientWidth + 1 || r.left < -1); })
                .slice(0, 4).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ' ' + (e.textContent || '').trim().slice(0, 40))
                .join(' | ') || 'wider than the window';
            }""";

    private final String base;
    private final String language;
    private final BrowserContext context;
    final Page page;

    private Visitor(Browser browser, int port, String language, boolean script, int width) {
        this(
                browser,
                port,
                language,
                new Browser.NewContextOptions().setJavaScriptEnabled(script).setViewportSize(width, 800));
    }

    private Visitor(Browser browser, int port, String language, Browser.NewContextOptions options) {
        this.base = "http://localhost:" + port;
        this.language = language;
        this.context = browser.newContext(options.setLocale(language).setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
    }

    static Visitor reading(String language, Browser browser, int port) {
        return new Visitor(browser, port, language, true, 1200);
    }

    static Visitor readingIn(String zone, String language, Browser browser, int port) {
        return new Visitor(browser, port, language, new Browser.NewContextOptions().setTimezoneId(zone));
    }

    static Visitor withoutScript(String language, Browser browser, int port) {
        return new Visitor(browser, port, language, false, 1200);
    }

    static Visitor onAPhone(String language, Browser browser, int port) {
        return new Visitor(browser, port, language, false, 360);
    }

    /// The address of a page in the language of this visitor.
    String in(String path) {
        if (language.equals("en")) return path;
        return path.equals("/") ? "/" + language : "/" + language + path;
    }

    void open(String path) {
        page.navigate(base + in(path));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    }

    /// Clicks the first link to a page.
    void follow(String path) {
        page.locator("a[href='" + in(path) + "']").first().click();
        arriveAt(in(path));
    }

    /// Waits until the path of the address ends like this; a click does not wait for the page it leads to.
    void arriveAt(String end) {
        page.waitForURL(address -> address.replaceFirst("[?#].*", "").endsWith(end));
    }

    /// Where this visitor is, without host, query and fragment.
    String path() {
        return page.url().substring(base.length()).replaceFirst("[?#].*", "");
    }

    /// Cuts this visitor's line.
    void goOffline() {
        context.setOffline(true);
    }

    void signInAs(String persona) {
        open("/demo/people");
        page.locator("form[action$='/demo/people/" + persona + "'] button").click();
        assertThat(page.locator(".site-person form").count()).isOne();
    }

    /// What is wider than the window, or nothing.
    String tooWide() {
        return (String) page.evaluate(TOO_WIDE);
    }

    @Override
    public void close() {
        context.close();
    }
}
