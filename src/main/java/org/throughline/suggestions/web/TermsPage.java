package org.throughline.suggestions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.suggestions.LearntHere;
import org.throughline.suggestions.TermLists;

/// The terms that speak for one code in one language, as the secretariat sees and changes them.
///
/// @param place which terms are shown, as the addresses of this page name them
/// @param scheme the vocabulary's name
/// @param name the code's
/// @param codes those of the vocabulary
/// @param lines one page of them
/// @param total how many there are on all pages
/// @param typed what was typed to be added and could not be
/// @param silent words of the language that say nothing
/// @param learnt what this installation has learnt about the vocabulary, and about the code in this language
/// @param trial what a text that was tried out got; absent before one was
public record TermsPage(
        Place place,
        String scheme,
        String name,
        List<Option> vocabularies,
        List<Option> codes,
        List<Option> languages,
        List<TermLists.Line> lines,
        int total,
        String typed,
        List<String> silent,
        LearntHere.State learnt,
        List<Change> changes,
        @Nullable Trial trial,
        FormErrors errors) {

    static final int PAGE = 150;

    /// @param part only terms with this in them
    public record Place(String vocabulary, String code, String language, String part, int page) {

        /// The query of this page's address, without the leading question mark.
        public String query(int page) {
            return "vocabulary=" + vocabulary + "&code=" + code + "&language=" + language
                    + (part.isEmpty() ? "" : "&part=" + encoded(part)) + (page > 0 ? "&page=" + page : "");
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// @param words what was done, in the reader's language
    public record Change(String when, String who, String words) {}

    /// @param reasons what spoke for and against the code whose terms are shown
    public record Trial(String text, SuggestedCodes suggested, List<Weighed> reasons) {}

    /// @param kind by what the words were known, in the reader's language
    public record Weighed(String words, String kind, String part) {}

    public boolean hasMore() {
        return (place.page() + 1) * PAGE < total;
    }
}
