package org.throughline.inputs;

/// What public pages that show inputs depend on, as the page store knows it.
public final class InputTags {

    private InputTags() {}

    /// Everything that may change when one input changes: its page, the lists, the counts.
    static String[] of(String slug, int number) {
        return new String[] {input(slug, number), list(slug), statistics(slug)};
    }

    public static String input(String slug, int number) {
        return "input:" + slug + "/" + number;
    }

    /// The list of a call's inputs, and every page that quotes or counts published inputs.
    public static String list(String slug) {
        return "inputs:" + slug;
    }

    public static String statistics(String slug) {
        return "statistics:" + slug;
    }
}
