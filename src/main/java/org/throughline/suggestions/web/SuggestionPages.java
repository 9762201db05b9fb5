package org.throughline.suggestions.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Languages;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.suggestions.MeasuredSuggestions;
import org.throughline.suggestions.Suggestions;
import org.throughline.suggestions.web.TryPage.Result;
import org.throughline.vocabulary.Vocabulary;

/// Where anybody tries a text out, and sees how often suggestions were right. Nothing that is typed here is kept, so
/// the answer comes with the POST itself.
@Controller
class SuggestionPages {

    private final Suggestions suggestions;
    private final MeasuredSuggestions measured;
    private final Vocabulary vocabulary;
    private final PageStore pages;

    SuggestionPages(Suggestions suggestions, MeasuredSuggestions measured, Vocabulary vocabulary, PageStore pages) {
        this.suggestions = suggestions;
        this.measured = measured;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/suggestions")
    ModelAndView form(Frame frame) {
        return show(frame, "", "", "", List.of(), FormErrors.NONE);
    }

    @OpenToAll
    @PostMapping("/suggestions")
    ModelAndView tried(
            Frame frame,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "vocabulary", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String language) {
        // Browsers send two characters for the end of a line; places are counted in the text as it is shown.
        String read = text.replace("\r\n", "\n").strip();
        String said = Languages.isKnown(language) ? language : "";
        String chosen = Suggestions.VOCABULARIES.contains(asked) ? asked : "";
        if (read.isEmpty()) return wrong(frame, read, chosen, said, frame.t("suggestions.problem.empty"));
        if (read.length() > Suggestions.LONGEST_TEXT)
            return wrong(frame, read, chosen, said, frame.t("suggestions.problem.too-long", Suggestions.LONGEST_TEXT));
        var results = new ArrayList<Result>();
        for (var name : chosen.isEmpty() ? Suggestions.VOCABULARIES : List.of(chosen))
            results.add(new Result(
                    title(frame, name), SuggestedCodes.of(suggestions, vocabulary, frame, name, read, said)));
        return show(frame, read, chosen, said, results, FormErrors.NONE);
    }

    @OpenToAll
    @GetMapping("/suggestions/figures")
    ModelAndView figures(Frame frame) {
        pages.sameForAll("suggestion-figures");
        return Pages.show(frame, "suggestions/web/figures", FiguresPage.of(measured.figures(), vocabulary, frame));
    }

    private ModelAndView wrong(Frame frame, String text, String chosen, String language, String words) {
        return show(
                frame,
                text,
                chosen,
                language,
                List.of(),
                FormErrors.collector().add("text", words).done());
    }

    private ModelAndView show(
            Frame frame, String text, String chosen, String language, List<Result> results, FormErrors errors) {
        var vocabularies = Suggestions.VOCABULARIES.stream()
                .map(name -> new Option(name, title(frame, name), name.equals(chosen)))
                .toList();
        var languages = Languages.ALL.stream()
                .map(code -> new Option(code, Languages.endonym(code), code.equals(language)))
                .toList();
        var page = new TryPage(text, vocabularies, languages, results, errors);
        return Pages.show(frame, "suggestions/web/try", page, errors == FormErrors.NONE ? 200 : 422);
    }

    private String title(Frame frame, String name) {
        return vocabulary.scheme(name).map(scheme -> frame.text(scheme.title())).orElse(name);
    }
}
