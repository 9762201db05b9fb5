package org.throughline.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/// How somebody works a page: with a pointer, or with the keyboard alone.
interface Hand {

    /// Types over what stands in a field.
    void fill(String field, String words);

    /// Chooses one of a list by its value.
    void choose(String list, String value);

    /// Ticks a box or one of several, or presses a button, or goes where a link leads.
    void press(String control);

    void attach(String field, FilePayload file);

    static Hand withPointer(Page page) {
        return new Pointer(page);
    }

    static Hand withKeyboard(Page page) {
        return new Keyboard(page);
    }

    /// Clicks.
    record Pointer(Page page) implements Hand {

        @Override
        public void fill(String field, String words) {
            page.locator(field).fill(words);
        }

        @Override
        public void choose(String list, String value) {
            page.locator(list).selectOption(value);
        }

        @Override
        public void press(String control) {
            page.locator(control).first().click();
        }

        @Override
        public void attach(String field, FilePayload file) {
            page.locator(field).setInputFiles(file);
        }
    }

    /// Goes on with Tab until what is wanted has the focus, and then types. What cannot be reached so is not
    /// reached.
    record Keyboard(Page page) implements Hand {

        private static final int FAR = 200;
        private static final String HAS_FOCUS = "wanted => document.activeElement.matches(wanted)";

        @Override
        public void fill(String field, String words) {
            reach(field);
            page.keyboard().press("Control+a");
            page.keyboard().type(words);
        }

        @Override
        public void choose(String list, String value) {
            reach(list);
            Locator chosen = page.locator(list);
            for (int i = 0; i < FAR && !chosen.inputValue().equals(value); i++)
                page.keyboard().press("ArrowDown");
            if (!chosen.inputValue().equals(value)) throw new AssertionError(value + " is not in " + list);
        }

        @Override
        public void press(String control) {
            reach(control);
            boolean ticked =
                    (Boolean) page.evaluate("() => ['checkbox', 'radio'].includes(document.activeElement.type)");
            page.keyboard().press(ticked ? "Space" : "Enter");
        }

        @Override
        public void attach(String field, FilePayload file) {
            reach(field);
            // The dialog that the Enter key opens is the system's.
            page.locator(field).setInputFiles(file);
        }

        private void skipToTheContent() {
            page.keyboard().press("Tab");
            if (page.evaluate(HAS_FOCUS, ".skip-link").equals(true))
                page.keyboard().press("Enter");
        }

        private void reach(String wanted) {
            page.locator(wanted).first().waitFor();
            if (page.evaluate(HAS_FOCUS, "body").equals(true)) skipToTheContent();
            for (int i = 0; i < FAR; i++) {
                if (page.evaluate(HAS_FOCUS, wanted).equals(true)) return;
                page.keyboard().press("Tab");
            }
            throw new AssertionError("No way to " + wanted + " by keyboard on " + page.url());
        }
    }
}
